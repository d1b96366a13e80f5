import assert from 'node:assert/strict';
import fc from 'fast-check';
import { licenceStore } from '../../lib/customers/claims/store';
import { licenceForm } from '../../lib/customers/page';
import { isDouble, isHeld, licenceKeyIn, shownState, type Licence } from '../../lib/customers/claims/licence';
import { licenceRoutes } from '../../lib/customers/routes';
import { licenceHash, vendorFingerprint } from '../../lib/customers/claims/seal';
import type { RouteCall } from '../../lib/kernel/slice/routes';
import { decodeBody } from '../../lib/kernel/slice/body';
import { refusalMessage } from '../../lib/kernel/refusals/message';
import { partnerServices } from '../../lib/partners/services';
import { forumOf } from '../../lib/platform/forum/forum';
import { recordOver } from '../builders/decisions';
import { codeOf, customersInMemory, licenceKey as key, no, sharedSecret as shared, yes } from '../builders/customers';
import { memoryDatabase } from '../builders/memory-database';

describe('a licence key as people write it', () => {
	for (const [text, read] of [
		[key, key], ['ab12-cd34-ef56-gh78', key], ['AB12CD34EF56GH78', key], ['  ab12 cd34 ef56 gh78\n', key],
		['AB12–CD34—EF56‑GH78', key], ['ＡＢ１２-CD34-EF56-GH78', key], ['AB12-CD34-EF56-GH7', null],
		['AB12-CD34-EF56-GH789', null], ['AB12-CD34-EF56-GH7_', null], ['АB12-CD34-EF56-GH78', null], ['', null], ['----', null],
	] as const) {
		it(`${JSON.stringify(text)} is ${read ?? 'none'}`, () => assert.equal(licenceKeyIn(text), read));
	}
});

describe('what is kept of a key', () => {
	const keys = fc.stringMatching(/^[A-Z0-9]{16}$/).map(text => licenceKeyIn(text) ?? assert.fail());

	it('law: is another hash under every secret, and no two keys have the same', () => {
		fc.assert(fc.property(fc.string(), fc.string(), keys, keys, (one, other, a, b) => {
			assert.equal(licenceHash(one, a) === licenceHash(other, b), one === other && a === b);
			assert.notEqual(vendorFingerprint(shared, a), licenceHash(shared, a));
		}));
	});

	it('law: never holds the key: not in the store, a log line, a message, an answer or a refusal', async () => {
		const acts = ['claim', 'double', 'verify', 'refuse', 'withdraw', 'hear', 'junk', 'form'] as const;
		await fc.assert(fc.asyncProperty(keys, fc.array(fc.constantFrom(...acts), { maxLength: 8 }),
			async (typed, done) => {
				const { customers, licences, claimed, database, lines, sent } = customersInMemory();
				await customers.secret.set(shared);
				const answers: unknown[] = [];
				const form = licenceForm(customers);
				const { id } = await claimed(2, typed);
				for (const act of done) {
					answers.push(await {
						claim: () => licences.claim(2, typed.toLowerCase()), double: () => licences.claim(3, typed),
						verify: () => licences.decide(id, yes, 1), refuse: () => licences.decide(id, no, 1),
						withdraw: () => licences.withdraw(2, id),
						hear: () => licences.applyVendorVerdict(vendorFingerprint(shared, typed), yes),
						junk: () => licences.claim(2, `${typed}!`),
						form: () => form.submit({ actor: { kind: 'member', uid: 2 }, form: { key: `${typed}!` }, language: 'en-GB' }),
					}[act]());
				}
				answers.push(await customers.own(2));
				const bytes = [database.everything(), ...lines, JSON.stringify([sent, answers])].join('\n').toUpperCase();
				for (const secret of [typed, typed.replaceAll('-', ''), typed.slice(0, 9), typed.slice(5, 14)]) {
					assert.ok(!bytes.includes(secret), secret);
				}
			}), { numRuns: 60 });
	});

	it('is not echoed by a body that does not fit either', () => {
		const claim = licenceRoutes(customersInMemory().customers).find(({ method, path }) => method === 'post' && path === '/me/licences');
		for (const body of [{ key, extra: key }, { key: [key] }, { key: key.repeat(20) }, { kee: key }]) {
			const decoded = decodeBody(claim?.body ?? assert.fail(), body);
			assert.equal(decoded.ok, false);
			assert.ok(!decoded.ok && !`${JSON.stringify(decoded.refusal)} ${refusalMessage(decoded.refusal)}`.includes('AB12'));
		}
	});
});

describe('a claim (definition of Customer)', () => {
	it('is the same claim however often and however the key is typed', async () => {
		const { claimed, store } = customersInMemory();
		const [one, other] = [await claimed(2), await claimed(2, 'ab12cd34ef56gh78')];
		assert.deepEqual([one.id, one.lastFour, one.state], [other.id, 'GH78', 'claimed']);
		assert.deepEqual((await store.events(one.id)).map(({ kind }) => kind), ['claimed']);
	});

	it('makes a customer once it is verified, until it ends, is refused or taken back', async () => {
		const { claimed, licences, inGroup, group, time, sent } = customersInMemory();
		const { id } = await claimed(2);
		const customers = () => inGroup.get('Customers') ?? [];
		assert.deepEqual(customers(), []);
		await licences.decide(id, { ...yes, validUntil: time.at + 1000 }, 1);
		assert.deepEqual(customers(), [2]);
		assert.deepEqual(sent.map(({ uid, kind, facts }) => [uid, kind, facts[0]]), [[2, 'licence-verified', 'GH78']]);
		time.at += 1001;
		assert.equal(await group.repair(), 1);
		assert.deepEqual(customers(), []);
		await licences.decide(id, yes, 1);
		await licences.decide(id, no, 1);
		assert.deepEqual(customers(), []);
		await licences.decide(id, yes, 1);
		await licences.withdraw(2, id);
		assert.deepEqual(customers(), []);
		assert.equal(codeOf(await licences.decide(id, yes, 1)), 'licence-withdrawn');
	});

	it('keeps a customer whose other licence still holds', async () => {
		const { claimed, licences, inGroup } = customersInMemory();
		for (const text of [key, 'ZZ12-CD34-EF56-GH78']) {
			await licences.decide((await claimed(2, text)).id, yes, 1);
		}
		await licences.withdraw(2, 1);
		assert.deepEqual(inGroup.get('Customers'), [2]);
	});

	it('may be held by somebody who speaks for a partner', async () => {
		const { host, claimed, licences, inGroup } = customersInMemory();
		const partners = partnerServices(host, forumOf(host), recordOver(host));
		await partners.accounts.put('acme', {
			company: 'Acme', contact: '', email: '', level: 'Gold', levelValidUntil: 0, domains: [], owners: [7], staff: [],
		}, null, 1);
		await licences.decide((await claimed(7)).id, yes, 1);
		await partners.groups.repair();
		assert.deepEqual([inGroup.get('Partners'), inGroup.get('Customers')], [[7], [7]]);
	});

	it('is in the list of its state alone; a key of several members comes first there, with who they are', async () => {
		const { claimed, licences, customers } = customersInMemory();
		const list = licenceRoutes(customers).find(({ path, method }) => path === '/admin/licences' && method === 'get');
		interface Row { id: number; isDouble: boolean; others: { uid: number; state: string }[] }
		const shown = async (state: string) => {
			const answer = await list?.handle({ query: { state } } as unknown as RouteCall<unknown>);
			const found = answer?.ok ? answer.value as { licences: Row[]; total: number } : assert.fail();
			return [found.total, ...found.licences.map(({ id, isDouble: isTwice, others }) =>
				[id, isTwice, ...others.map(other => `${other.uid} ${other.state}`)])];
		};
		await claimed(5, 'AAAA-BBBB-CCCC-DDDD');
		const [one, other] = [await claimed(2), await claimed(3)];
		assert.deepEqual(await shown('claimed'), [3, [2, true, '3 claimed'], [3, true, '2 claimed'], [1, false]]);
		await licences.decide((await claimed(4)).id, no, 1);
		assert.deepEqual(await shown('refused'), [1, [4, false, '2 claimed', '3 claimed']]);
		await licences.decide(one.id, yes, 1);
		assert.deepEqual([await shown('verified'), (await shown('claimed'))[0]], [[1, [2, true, '3 claimed']], 2]);
		await licences.decide(other.id, no, 1);
		assert.deepEqual(await shown('refused'), [2, [3, false, '2 verified'], [4, false, '2 verified']]);
		assert.deepEqual(await shown('verified'), [1, [2, false]]);
	});

	it('of a key that somebody else claims asks staff, and tells neither of the other', async () => {
		const { claimed, licences, sent, store, own } = customersInMemory();
		const [one, other] = [await claimed(2), await claimed(3)];
		assert.deepEqual(sent.map(({ uid, kind }) => [uid, kind]), [[1, 'licence-double']]);
		assert.deepEqual((await store.doubles()).map(({ id }) => id), [one.id, other.id]);
		assert.deepEqual([one.state, other.state], ['claimed', 'claimed']);
		const told = Object.keys((await own(3))[0] ?? {}).sort();
		assert.deepEqual(told, ['claimedAt', 'decidedAt', 'id', 'lastFour', 'reason', 'state', 'validUntil']);
		await licences.decide(one.id, yes, 1);
		assert.deepEqual((await store.doubles()).map(({ id }) => id), [other.id]);
		await licences.decide(other.id, no, 1);
		assert.deepEqual(await store.doubles(), []);
	});

	it('can be made so often an hour and for so many keys only', async () => {
		const { licences, stored, time } = customersInMemory();
		stored.licenceClaimsPerHour = '2';
		const claim = (n: number) => licences.claim(2, `AAAA-BBBB-CCCC-${1000 + n}`);
		assert.deepEqual([codeOf(await claim(1)), codeOf(await claim(2)), codeOf(await claim(3))], ['ok', 'ok', 'licence-too-often']);
		for (let n = 3; n <= 20; n += 1) {
			time.at += 3_600_001;
			assert.equal(codeOf(await claim(n)), 'ok');
		}
		time.at += 3_600_001;
		assert.equal(codeOf(await claim(21)), 'licence-too-many');
		assert.equal(codeOf(await licences.claim(2, 'no key')), 'licence-malformed key');
	});

	it('is taken back once, however often at once, and not verified by staff who looked before', async () => {
		const { claimed, licences, customers } = customersInMemory();
		const { id } = await claimed(2);
		const all = await Promise.all([
			licences.withdraw(2, id), licences.withdraw(2, id), licences.decide(id, yes, 1),
		]);
		assert.deepEqual(all.map(codeOf), ['ok', 'ok', 'licence-withdrawn']);
		assert.deepEqual((await customers.store.events(id)).map(({ kind }) => kind), ['claimed', 'withdrawn']);
	});

	it('belongs to its member: nobody else can take it back', async () => {
		const { claimed, licences } = customersInMemory();
		const { id } = await claimed(2);
		assert.equal(codeOf(await licences.withdraw(3, id)), 'licence-unknown id');
		assert.deepEqual([codeOf(await licences.withdraw(2, id)), codeOf(await licences.withdraw(2, id))], ['ok', 'ok']);
	});

	it('goes away with the account, whole, and with it the question whose key it is', async () => {
		const { claimed, customers, database, store } = customersInMemory();
		await claimed(2);
		await claimed(3);
		await customers.licences.forget(3);
		assert.deepEqual([await customers.own(3), await store.doubles()], [[], []]);
		await customers.licences.forget(2);
		assert.doesNotMatch(database.everything(), /GH78|"uid":"[23]"|licence-event/);
	});
});

describe('licence rules', () => {
	it('law: whoever is told that a licence is verified holds it, and nobody else does', () => {
		const licence = fc.record({
			state: fc.constantFrom('claimed' as const, 'verified' as const, 'refused' as const, 'withdrawn' as const),
			validUntil: fc.nat(20),
		});
		fc.assert(fc.property(licence, fc.nat(20), (one, now) => {
			assert.equal(shownState(one, now) === 'verified', isHeld(one, now));
		}));
	});

	it('law: one member alone is never a double claim', () => {
		const state = fc.constantFrom('claimed' as const, 'verified' as const, 'refused' as const, 'withdrawn' as const);
		fc.assert(fc.property(fc.array(state), states =>
			!isDouble(states.map((name, id) => ({ id, uid: 2, state: name }) as Licence))));
	});

	it('reads what a database holds, and nothing that is none', async () => {
		const database = memoryDatabase();
		await database.setObject('forum-terms:licence:1', { id: 1, state: 'nonsense' });
		assert.equal(await licenceStore(database).licence(1), null);
	});
});
