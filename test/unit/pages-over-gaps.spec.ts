import assert from 'node:assert/strict';
import { range } from 'lodash';
import { memberHistory } from '../../lib/checklist/evidence/member-history';
import { checklistEvidenceRoutes } from '../../lib/checklist/desk/routes';
import { restrictionRoutes } from '../../lib/access/desk/routes';
import type { Route, RouteCall } from '../../lib/kernel/slice/routes';
import { partnerAccess } from '../../lib/partners/accounts/access';
import { licenceRoutes } from '../../lib/customers/routes';
import { consoleRoutes } from '../../lib/partners/desk/console-routes';
import { consoleServices } from '../../lib/partners/console-services';
import { acceptedBy } from '../../lib/terms/acceptance/accepted';
import { accessGround, restricted } from '../builders/access';
import { checklistInMemory, storedTopic } from '../builders/checklist';
import { company } from '../builders/company';
import { customersInMemory, licenceKey } from '../builders/customers';
import { termsInMemory } from '../builders/terms';
import { wholeField } from '../../lib/checklist/evidence/topic-field';

const dayMs = 86_400_000;

/** Follows a list to its end as a program does: with what each answer says comes next. */
async function followed(
	routes: readonly Route[], path: string, rows: string, { uid = 1, query = {}, next = 'next', ask = 'before' }: {
		uid?: number; query?: Record<string, string>; next?: string; ask?: string;
	} = {},
): Promise<number[]> {
	const found = routes.find(one => one.method === 'get' && one.path === path) ?? assert.fail(path);
	const ids: number[] = [];
	for (let cursor: unknown = '', page = 0; page < 100; page += 1) {
		const answer = await found.handle({
			actor: { kind: 'member', uid }, params: { id: 'acme' }, language: 'en-GB',
			query: cursor === '' ? query : { ...query, [ask]: String(cursor) },
		} as unknown as RouteCall<unknown>);
		const said = (answer.ok ? answer.value : assert.fail(JSON.stringify(answer))) as Record<string, unknown>;
		ids.push(...(said[rows] as { id?: unknown; tid?: unknown }[]).map(({ id, tid }) => Number(id ?? tid)));
		cursor = said[next];
		if (!cursor) {
			return ids;
		}
	}
	return assert.fail(`${path} never ends`);
}

describe('a list with gaps', () => {
	it('of a member\'s answers is exported whole when one record is gone', async () => {
		const made = checklistInMemory();
		for (let i = 0; i < 300; i += 1) {
			await made.evidence.append({
				tid: i, pid: '', uid: 7, cid: 1, profile: 'spec', version: 1, cause: 'topic', answers: [], owed: [], waived: [], by: 7,
			});
		}
		await made.database.delete('forum-terms:evidence:200');
		let exported = 0;
		for await (const some of memberHistory(made).records(7)) {
			exported += some.length;
		}
		assert.equal(exported, 299);
	});

	it('still says what was accepted once retention has taken everything that was shown', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.accept(2, 'forum-1');
		for (let n = 1; n <= 250; n += 1) {
			await terms.ledger.append({
				uid: 2, event: 'shown', document: 'forum', version: `forum-${n}`, n, language: 'en-GB', hash: '', method: 'page',
			}, 0);
		}
		await terms.seals.sealNow();
		Object.assign(terms.stored, { keepShownDays: 30 });
		terms.time.at += 31 * dayMs;
		assert.equal(await terms.erasure.purgeExpired(), 250);
		assert.deepEqual((await acceptedBy(terms.ledger)(2, terms.time.at)).map(({ version }) => version), ['forum-1']);
		assert.deepEqual((await terms.ledger.recordsOf(2, 1)).map(({ event }) => event), ['accepted']);
	});

	it('of reports against a partner\'s posts loses none of one moment, and none behind one that was taken off', async () => {
		const memory = company();
		await memory.put('acme');
		const access = partnerAccess(memory.partners);
		const own = consoleServices(memory.partners, { ...access, isSecurityPlace: () => false });
		const routes = consoleRoutes({ ...memory.partners, ...own }, access);
		for (const id of range(1, 91)) {
			const at = id > 60 ? 2000 + id : 1000;
			memory.reported.set(String(id), { id: String(id), pid: '', state: 'open', at, changedAt: at });
			await memory.partners.store.noteReport('acme', String(id), at);
			await memory.partners.store.append([{
				kind: 'post-reported', partner: 'acme', at, by: 0, uid: 8, pid: String(id), report: String(id),
			}]);
		}
		memory.reported.delete('85');
		const found = await followed(routes, '/partners/:id/reports', 'reports');
		assert.deepEqual([...found].sort((a, b) => a - b), range(1, 91).filter(id => id !== 85));
		await memory.database.delete('forum-terms:partner-event:80');
		const acts = await followed(routes, '/partners/:id/reports', 'acts', { next: 'nextAct', ask: 'beforeAct' });
		assert.equal(new Set(acts).size, acts.length);
		assert.equal(acts.length, 89);
	});

	it('of acts in a digest is counted whole when one record is gone', async () => {
		const memory = company();
		await memory.put('acme');
		const access = partnerAccess(memory.partners);
		const { digests } = consoleServices(memory.partners, { ...access, isSecurityPlace: () => false });
		await digests.choose(7, 'daily');
		memory.time.at += dayMs;
		const made = await memory.partners.store.append(range(1, 301).map(pid => ({
			kind: 'post-moderated' as const, partner: 'acme', at: memory.time.at, by: 0, uid: 8, pid: String(pid), act: 'deleted' as const,
		})));
		await memory.database.delete(`forum-terms:partner-event:${made[250]}`);
		await digests.send();
		assert.deepEqual(memory.sent.at(-1)?.facts, ['Company acme', '0', '0', '0', '299', '0']);
	});

	it('of restrictions goes on behind a record that is gone', async () => {
		const ground = accessGround();
		const first = await restricted(ground, { scope: 'chat' });
		await ground.restrictions.lift(first.id, 1, 'a mistake', false, []);
		for (let id = 2; id <= 80; id += 1) {
			await ground.store.add({ ...first, id: await ground.store.nextId(), state: 'active', ended: null }, { at: 1, by: 1, kind: 'decided', words: '' }, 0);
		}
		await ground.database.delete('forum-terms:restriction:60');
		const routes = restrictionRoutes({ ...ground });
		assert.deepEqual(await followed(routes, '/admin/restrictions', 'restrictions', { query: { state: 'over' } }), [first.id]);
		assert.equal((await followed(routes, '/admin/restrictions', 'restrictions')).length, 79);
		assert.equal((await followed(routes, '/admin/restrictions', 'restrictions', { query: { uid: '7' } })).length, 79);
	});

	it('of claims goes on behind one that a dead process left in the wrong list', async () => {
		const made = customersInMemory();
		for (let i = 10; i < 60; i += 1) {
			await made.claimed(i, licenceKey.replace('AB12', `AB${i}`));
		}
		await made.database.setObject('forum-terms:licence:5', { state: 'withdrawn' });
		const found = await followed(licenceRoutes(made.customers), '/admin/licences', 'licences', { ask: 'after' });
		assert.deepEqual(found, range(1, 51).filter(id => id !== 5));
	});

	it('of open items ends, and shows what lies behind hundreds of topics that are gone', async () => {
		const made = checklistInMemory();
		for (let tid = 1; tid <= 450; tid += 1) {
			const record = await made.evidence.append({
				tid, pid: '', uid: 7, cid: 1, profile: 'spec', version: 1, cause: 'topic', answers: [], owed: ['capture'], waived: [], by: 7,
			});
			if (tid > 440) {
				made.topics.set(String(tid), storedTopic({ tid, field: wholeField(record) }));
			}
		}
		const found = await followed(checklistEvidenceRoutes(made), '/checklist/owed', 'topics', { ask: 'after' });
		assert.deepEqual(found, range(441, 451));
	});
});
