import assert from 'node:assert/strict';
import { range } from 'lodash';
import { waitingAppeals } from '../../lib/access/appeals/waiting';
import { partnerAccess } from '../../lib/partners/accounts/access';
import { waitingAnswers } from '../../lib/partners/desk/waiting-answers';
import { visibleStrikes } from '../../lib/partners/strikes/visible-strikes';
import { accessGround, restricted } from '../builders/access';
import { company } from '../builders/company';
import type { Database } from '../../lib/kernel/host/ports';

/** Counts the calls and rows that are read of a database from now on. */
function counted(database: Database) {
	const read = { calls: 0, rows: 0 };
	for (const name of ['getObject', 'getObjects', 'sortedSetPage', 'sortedSetScores', 'sortedSetCard'] as const) {
		const real = database[name] as (...args: unknown[]) => Promise<unknown>;
		(database[name] as unknown) = async (...args: unknown[]) => {
			const found = await real(...args);
			read.calls += 1;
			read.rows += Array.isArray(found) ? found.length : 1;
			return found;
		};
	}
	return read;
}

/** So many accounts, all with a decided strike and a suspension that was upheld; two of them still wait. */
async function companies(count: number) {
	const memory = company();
	const { store, strikeStore, time } = memory;
	const put = memory.put;
	await put('acme', { owners: [7], staff: [] });
	await put('beta', { owners: [9], staff: [] });
	const acme = await store.account('acme') ?? assert.fail();
	const suspension = {
		clause: '4.1' as const, target: null, reason: 'Why.', notice: 'sent' as const, noticeReason: '' as const, noticeAt: 0,
		by: 2, at: time.at, decision: 1,
		answer: { text: 'No.', by: 7, at: time.at }, upheld: { reason: 'Yes.', by: 3, at: time.at, isAlone: false, decision: 2 },
	};
	const strike = {
		pid: '1', cid: 1, uid: 8, clause: '4.1' as const, points: 1, reason: 'Why.', by: 2, at: time.at, answerBy: time.at,
		expiresAt: time.at + 9e9, decision: 1, reporters: [],
	};
	for (const number of range(count)) {
		const id = `p${number}`;
		await store.save({ ...acme, id, domains: [], suspension });
		const { id: of } = await strikeStore.give({ ...strike, partner: id });
		const event = { partner: id, at: time.at, by: 9, strike: of };
		await strikeStore.append({ ...event, kind: 'answered', text: 'No.' });
		await strikeStore.append({ ...event, by: 3, kind: 'decided', counts: true, reason: 'Yes.', isAlone: false, decision: 3 });
	}
	await store.save({ ...acme, suspension: { ...suspension, upheld: null } });
	const { id: open } = await strikeStore.give({ ...strike, partner: 'beta' });
	await strikeStore.append({ partner: 'beta', at: time.at, by: 9, strike: open, kind: 'answered', text: 'No.' });
	memory.administrators.add(1);
	memory.host.places.moderatedBy = async () => 'all';
	const lookup = waitingAnswers({
		...memory.partners, visibleTo: visibleStrikes({ ...memory.partners, access: partnerAccess(memory.partners) }),
	});
	return { ...memory, open, lookup };
}

describe('what waits for a decision', () => {
	it('of companies is found by as many calls among ten as among a thousand accounts', async () => {
		const costs: { calls: number; rows: number }[] = [];
		for (const count of [10, 1000]) {
			const { lookup, database } = await companies(count);
			const read = counted(database);
			const found = await lookup(1);
			assert.deepEqual(found?.map(({ kind, path }) => `${kind} ${path}`), [
				'suspension-answer /forum-terms/partner?id=acme&tab=strikes', 'strike-answer /forum-terms/partner?id=beta&tab=strikes',
			]);
			costs.push({ ...read });
		}
		assert.deepEqual(costs[1], costs[0]);
		assert.ok((costs[0]?.calls ?? 0) <= 16, JSON.stringify(costs));
	});

	it('of companies is listed no longer once it is decided, lifted or over', async () => {
		const { lookup, store, strikeStore, time, open, strikes, directory } = await companies(1);
		const acme = await store.account('acme') ?? assert.fail();
		await store.save({ ...acme, suspension: null });
		assert.deepEqual((await lookup(1))?.map(({ kind }) => kind), ['strike-answer']);
		const beta = await directory.account('beta') ?? assert.fail();
		time.at += 9e9;
		assert.deepEqual(await lookup(1), [], 'the strike is over');
		await strikes.tell(beta);
		const listed = async () => (await strikeStore.answered().read(null, 10)).map(({ value }) => value);
		assert.deepEqual(await listed(), []);
		await strikeStore.append({ partner: 'beta', at: time.at, by: 9, strike: open, kind: 'answered', text: 'Once more.' });
		assert.deepEqual(await listed(), ['beta']);
		await strikeStore.append({
			partner: 'beta', at: time.at, by: 3, strike: open, kind: 'decided', counts: false, reason: 'Fine.', isAlone: false, decision: 9,
		});
		assert.deepEqual(await listed(), []);
	});

	it('of appeals is found by as many calls among five as among many restrictions, also the oldest', async () => {
		const costs: { calls: number; rows: number }[] = [];
		for (const count of [5, 700]) {
			const ground = accessGround();
			const { restrictions, store, appeals, host, database, time } = ground;
			const first = await restricted(ground, { scope: 'chat' });
			await store.change(first, {
				noticedAt: time.at, appeal: { text: 'No.', at: time.at, state: 'open', answer: '', by: 0, decidedAt: 0 },
			});
			for (const id of range(2, count + 2)) {
				await store.add({ ...first, id, uid: 1000 + id, appeal: null }, { at: time.at, by: 2, kind: 'decided', words: '' }, 0);
			}
			const waiting = waitingAppeals({ restrictions, appeals, mayRestrict: async () => true, host });
			const read = counted(database);
			const found = await waiting(1);
			assert.deepEqual(found?.map(({ path }) => path), ['/forum-terms/restrictions?id=1']);
			costs.push({ ...read });
			const [appealed = assert.fail()] = await store.read([1]);
			await store.change(appealed, { appeal: { ...appealed.appeal ?? assert.fail(), state: 'declined' } });
			assert.deepEqual(await waiting(1), []);
			assert.deepEqual((await store.appealed({ count: 5 })).rows, []);
		}
		assert.deepEqual(costs[1], costs[0]);
	});
});
