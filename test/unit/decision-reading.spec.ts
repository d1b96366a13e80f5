import assert from 'node:assert/strict';
import { range } from 'lodash';
import type { DecisionDraft, DecisionSight } from '../../lib/kernel/offers/decision-book';
import { done, refused, type Outcome } from '../../lib/kernel/refusals/outcome';
import { refuse } from '../../lib/kernel/refusals/refusal';
import type { RouteCall } from '../../lib/kernel/slice/routes';
import { decisionDownloads } from '../../lib/records/decisions/export';
import { decisionRoutes } from '../../lib/records/decisions/routes';
import { decisionDraft, decisionsInMemory, snapshot, type DecisionsInMemory } from '../builders/decisions';

const day = 86_400_000;
/** Of the ground: 1 administers, 2 moderates all, 3 category 5, 4 categories 5 and 6; 5 may ban, 6 mute, 7 nothing. */
const people = [1, 2, 3, 4, 5, 6, 7];

async function ground() {
	const all = await decisionsInMemory();
	all.globalStaff.add(2);
	all.moderators.set(3, [5]).set(4, [5, 6]);
	all.standing.banners.add(5);
	all.standing.muters.add(6);
	return all;
}
const decide = (
	{ book }: DecisionsInMemory, more: Partial<DecisionDraft> = {}, ...kept: ReturnType<typeof snapshot>[]
) => book.during(decisionDraft({ affected: [9], ...more }), async () => done(null), { snapshots: kept });

/** What a route answers this person. */
async function asked(
	{ services }: DecisionsInMemory, uid: number, { id, ...query }: Record<string, string> = {},
): Promise<Outcome<Record<string, unknown>>> {
	const path = id ? '/admin/decisions/:id' : '/admin/decisions';
	const found = decisionRoutes(services).find(one => one.path === path) ?? assert.fail();
	const call = { actor: { kind: 'member', uid }, params: { id }, query, language: 'en-GB' };
	return await found.handle(call as unknown as RouteCall<unknown>) as Outcome<Record<string, unknown>>;
}
const codeOf = (answer: Outcome<unknown>) => (answer.ok ? 'ok' : answer.refusal.code);
async function idsFor(world: DecisionsInMemory, uid: number, query: Record<string, string> = {}): Promise<string> {
	const answer = await asked(world, uid, query);
	return answer.ok ? (answer.value.decisions as { id: number }[]).map(({ id }) => id).join() : answer.refusal.code;
}

describe('reading the record of decisions', () => {
	it('is for staff, each within what they may do in the forum anyway; others see a missing decision', async () => {
		const sights: [DecisionSight, string][] = [
			[{ right: 'moderate', cids: [5] }, '1,2,3,4'], [{ right: 'moderate', cids: [5, 6] }, '1,2,4'],
			[{ right: 'moderate', cids: 'all' }, '1,2'], [{ right: 'moderate', cids: [] }, '1'],
			[{ right: 'staff', cids: [] }, '1,2'], [{ right: 'administrate', cids: [] }, '1'],
			[{ right: 'ban', cids: [] }, '1,5'], [{ right: 'ban', cids: 'all' }, '1'], [{ right: 'mute', cids: [] }, '1,6'],
		];
		for (const [sight, who] of sights) {
			const world = await ground();
			await decide(world, { sight });
			const seen: number[] = [];
			for (const uid of people) {
				const [list, one] = [await idsFor(world, uid), codeOf(await asked(world, uid, { id: '1' }))];
				const isStaff = uid < 7;
				assert.equal(list === '1', one === 'ok', `${uid} ${JSON.stringify(sight)}`);
				assert.equal(one === 'ok' ? '' : one, list === '1' ? '' : isStaff ? 'record-unknown' : 'permission-missing');
				seen.push(...list === '1' ? [uid] : []);
			}
			assert.equal(seen.join(), who, JSON.stringify(sight));
		}
	});

	it('keeps what was decided about a moderator from themself', async () => {
		const world = await ground();
		await decide(world, { affected: [3], sight: { right: 'moderate', cids: [5] } });
		assert.deepEqual([await idsFor(world, 3), await idsFor(world, 4)], ['', '1']);
	});

	it('shows a text to those who moderate its place or can read the post, not to all who see the decision', async () => {
		const world = await ground();
		world.standing.banners.add(3);
		await decide(world, { sight: { right: 'ban', cids: [] } }, snapshot({ cid: 5 }), snapshot({ cid: 8, pid: '13' }));
		world.kept.set('13', {
			pid: '13', tid: 3, cid: 8, uid: 9, timestamp: 1, editedAt: 0, content: '', title: '', slug: '', isDeleted: true,
			deleterUids: [], isLocked: false, named: {},
		});
		world.unread.add('3 8');
		const texts = async (uid: number) => {
			const answer = await asked(world, uid, { id: '1' });
			return answer.ok ? (answer.value.texts as { pid: string }[]).map(({ pid }) => pid).join() : codeOf(answer);
		};
		assert.deepEqual([await texts(1), await texts(3)], ['12,13', '12']);
	});

	it('filters, and names the field of a filter that is wrong', async () => {
		const world = await ground();
		await decide(world);
		await decide(world, {
			act: 'restore', subject: { kind: 'member', id: '9' }, by: 2, clause: null, ground: 'no-cause-given',
		});
		world.time.at += 2 * day;
		await world.publish();
		await decide(world, { about: 1 });
		const today = new Date(world.time.at).toISOString().slice(0, 10);
		const cases: [Record<string, string>, string][] = [
			[{}, '3,2,1'], [{ act: 'hide' }, '3,1'], [{ subject: 'member:9' }, '2'], [{ subject: 'post:12' }, '3,1'], [{ by: '2' }, '2'],
			[{ clause: '2' }, '3,1'], [{ version: 'forum-2' }, '3'], [{ from: today }, '3'], [{ to: today, act: 'restore' }, '2'],
			[{ affected: '9', act: 'hide', version: 'forum-1' }, '1'], [{ act: '' }, '3,2,1'],
		];
		for (const [query, ids] of cases) {
			assert.equal(await idsFor(world, 1, query), ids, JSON.stringify(query));
		}
		for (const [name, value] of Object.entries({
			act: 'shout', subject: 'member:x', by: '-1', clause: '9.9', version: 'forum', from: 'yesterday', to: '2026-99', before: 'x',
		})) {
			const answer = await asked(world, 1, { [name]: value });
			assert.ok(!answer.ok && answer.refusal.field === name, name);
		}
	});

	it('is a file too, with the sentence of each version', async () => {
		const world = await ground();
		await decide(world, { facts: '=1+1', sight: { right: 'moderate', cids: [5] } });
		await decide(world, { sight: { right: 'administrate', cids: [] } });
		await world.publish();
		const read = async (path: string, uid: number) => {
			const file = decisionDownloads(world.services).find(one => one.path === path) ?? assert.fail();
			const opened = await file.open({ actor: { kind: 'member', uid }, params: {}, query: {}, language: 'en-GB' });
			const parts: string[] = [];
			for await (const part of opened.ok ? opened.value : []) {
				parts.push(part);
			}
			return opened.ok ? parts.join('') : opened.refusal.code;
		};
		const csv = await read('/admin/decisions.csv', 3);
		assert.equal(csv.trim().split('\r\n').length, 2);
		assert.match(csv, /forum-1,"?Use means agreement, edition 1\./);
		assert.match(csv, /'=1\+1/);
		const json = JSON.parse(await read('/admin/decisions.json', 1)) as { id: number; sentence: string }[];
		assert.deepEqual(json.map(({ id, sentence }) => [id, sentence]),
			[[2, 'Use means agreement, edition 1.'], [1, 'Use means agreement, edition 1.']]);
		assert.equal(await read('/admin/decisions.json', 7), 'permission-missing');
	});

	it('reads no more for a page of a book of thousands than for one of a few', async () => {
		const reads = async (count: number) => {
			const world = await ground();
			for (const pid of range(count)) {
				world.time.at += 1;
				await decide(world, { subject: { kind: 'post', id: String(pid) } });
			}
			let calls = 0;
			const { database } = world;
			for (const name of ['sortedSetPage', 'getObjects', 'sortedSetScores'] as const) {
				const call = database[name] as (...args: unknown[]) => Promise<never>;
				Object.assign(database, { [name]: (...args: unknown[]) => {
					calls += 1;
					return call(...args);
				} });
			}
			await idsFor(world, 1, { act: 'hide' });
			return calls;
		};
		assert.equal(await reads(2000), await reads(25));
	});
});

describe('the end of an account, on the record of decisions', () => {
	it('leaves each decision valid, found by its pseudonym, and without the person: done, failed or under way', async () => {
		const world = await ground();
		const { book, retention, audit, database } = world;
		await decide(world, { subject: { kind: 'member', id: '9' }, by: 1 }, snapshot({ uid: 9 }));
		await book.during(decisionDraft({ affected: [9, 8], by: 1 }), async () => refused(refuse('restriction-busy')));
		await decide(world, { affected: [8], by: 9 });
		await book.begin(decisionDraft({ affected: [8, 9] }));
		await retention.forget(9);
		await retention.forget(9);
		const left = await book.read([1, 2, 3, 4]);
		assert.deepEqual(left.map(one => [one?.affected, one?.by, one?.subject.id]),
			[[[0], 1, ''], [[0, 8], 1, '12'], [[8], 0, '12'], [[8, 0], 1, '12']]);
		assert.equal((await book.snapshots(left[0] ?? assert.fail()))[0]?.uid, 0);
		assert.deepEqual((await book.of({ kind: 'member', id: '9' }, 5)).map(({ id }) => id), [1]);
		assert.equal((await audit()).intact, true);
		assert.doesNotMatch(database.everything(), /decisions-\w+:(member:)?9"/);
	});
});

describe('retention of decisions', () => {
	async function aged(settings: Record<string, number>, more: Partial<DecisionDraft> = {}) {
		const world = await ground();
		Object.assign(world.stored, { keepDecisionTextDays: 0, keepDecisionDays: 0, keepHoldDays: 0, ...settings });
		await decide(world, more, snapshot());
		world.time.at += day;
		await world.decisionSeals.sealNow();
		return world;
	}
	const purged = async (world: DecisionsInMemory, days: number) => {
		world.time.at += days * day;
		await world.retention.purgeExpired();
		const [decision] = await world.book.read([1]);
		const texts = decision ? await world.book.snapshots(decision) : [];
		assert.equal((await world.audit()).intact, true, 'the seals stay valid');
		return decision ? texts[0] ? 'whole' : 'without its text' : 'number and hash';
	};

	it('removes the text first, then all but number and hash, each after its days; never before it is sealed', async () => {
		const world = await aged({ keepDecisionTextDays: 10, keepDecisionDays: 100 });
		assert.equal(await purged(world, 5), 'whole');
		assert.equal(await purged(world, 10), 'without its text');
		assert.equal(await purged(world, 100), 'number and hash');
		assert.equal((await world.book.store.page({}, { count: 5 })).rows.length, 0);
		const unsealed = await ground();
		Object.assign(unsealed.stored, { keepDecisionDays: 1 });
		await decide(unsealed);
		assert.equal(await purged(unsealed, 5), 'without its text');
	});

	it('leaves the decision in no list of a person, also if it came to nothing', async () => {
		const world = await ground();
		Object.assign(world.stored, { keepDecisionTextDays: 0, keepDecisionDays: 10, keepHoldDays: 0 });
		await decide(world);
		await world.book.during(decisionDraft(), async () => refused(refuse('restriction-busy')));
		world.time.at += day;
		await world.decisionSeals.sealNow();
		world.time.at += 20 * day;
		await world.retention.purgeExpired();
		const lists = /decisions-(?:affected|by|void-of|subject|act|clause|version):[^"]*",\[\[/;
		assert.doesNotMatch(world.database.everything(), lists);
	});

	it('keeps holds for their own days, and everything where a setting says 0', async () => {
		assert.equal(await purged(await aged({ keepHoldDays: 5 }, { act: 'hold' }), 10), 'number and hash');
		assert.equal(await purged(await aged({ keepHoldDays: 5 }), 10), 'whole');
		assert.equal(await purged(await aged({}), 10_000), 'whole');
	});

	it('counts from the end of what was decided, and never ends the record of a restriction in force', async () => {
		const world = await aged({ keepDecisionDays: 10 }, { act: 'restrict', until: 0 });
		world.book.resumes({ acts: ['restrict'], lease: () => null, finish: async () => null, endedAt: async () => null });
		assert.equal(await purged(world, 100), 'whole');
		await decide(world, { act: 'lift', about: 1 });
		assert.equal(await purged(world, 5), 'whole');
		assert.equal(await purged(world, 10), 'number and hash');
	});
});
