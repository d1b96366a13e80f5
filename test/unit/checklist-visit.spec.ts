import assert from 'node:assert/strict';
import { checklistEffectRoutes } from '../../lib/checklist/effect/routes';
import type { Counts } from '../../lib/checklist/effect/visit-rules';
import { items, storedTopic } from '../builders/checklist';
import { counted, opened, posted } from '../builders/visit';

const dayMs = 86_400_000;

describe('visit of a checklist after another category was chosen', () => {
	/** A second profile, asked in category 2: one item of the first and one of its own. */
	async function both() {
		const forum = await opened();
		await forum.store.save('other', { kind: 'standard', title: {}, items: items({ key: 'trunk' }, { key: 'model' }) });
		await forum.store.savePlaces({ topics: { 1: 'spec', 2: 'other' }, replies: {}, recordOnly: { topics: [], replies: [] } });
		const all = async () => {
			forum.time.at += 2 * dayMs;
			await forum.visits.fold();
			const [one, other] = await Promise.all(['spec', 'other'].map(async (id) => {
				const days = await forum.effects.days(id, 9, forum.time.at);
				return Object.assign({}, ...days.map(({ counts }) => counts)) as Counts;
			}));
			return { one, other };
		};
		return { ...forum, all };
	}

	it('is counted where its topic was posted, and not given up in the first', async () => {
		const forum = await both();
		await forum.measures.topic({
			tid: 10, uid: 7, cid: 2, tags: [], checklist: { answers: { model: 'T54W' }, visit: forum.id },
		});
		const { one, other } = await forum.all();
		assert.deepEqual([one, other?.['1:all:posted']], [{}, 1]);
		assert.deepEqual([other?.['1:all:answered:model'], other?.['1:all:skipped:trunk']], [1, 1]);
	});
});

describe('a visit where a question waits for something unsupported', () => {
	it('does not count that question as shown from the start', async () => {
		const forum = await opened();
		await forum.store.save('spec', { kind: 'standard', title: {}, items: items(
			{ key: 'platform', lookup: 'platforms' }, { key: 'retested', kind: 'confirm', shownWhen: { listed: 'unsupported' } },
		) });
		const asking = await forum.askings.of(7, 1, 'topics');
		await forum.visits.open(7, 1, asking);
		forum.time.at += 2 * dayMs;
		await forum.visits.fold();
		const days = await forum.effects.days('spec', 9, forum.time.at);
		const counts = Object.assign({}, ...days.map(day => day.counts)) as Counts;
		assert.deepEqual(Object.keys(counts).filter(name => name.includes('retested')), []);
		assert.ok(Object.keys(counts).some(name => name.includes('platform')));
	});
});

describe('whoever is exempt from being asked (by setting, not by rank)', () => {
	it('is counted nowhere, and an administrator who is asked counts like anybody', async () => {
		// Member 1 is an administrator, member 7 is none.
		const forum = await opened(1, [7]);
		const route = checklistEffectRoutes(forum).find(({ path }) => path === '/checklist/visits');
		const visitOf = async (uid: number) => {
			const actor = { kind: 'member', uid } as const;
			const answer = await route?.handle({
				actor, body: { cid: 1 }, params: {}, query: {}, language: 'en-GB', ifMatch: null,
				header: () => '', rawBody: Buffer.alloc(0), method: 'GET', address: '/',
			});
			assert.ok(answer?.ok);
			return (answer.value as { visit: string }).visit;
		};
		assert.deepEqual([await visitOf(7), await visitOf(1) === ''], ['', false]);
		const ofExempt = await forum.visits.open(7, 1, forum.asking);
		await posted(forum, ofExempt, 7);
		await posted(forum, forum.id, 1);
		forum.moderators.set(5, [1]);
		for (const [tid, uid] of [[10, 7], [11, 1]] as const) {
			forum.topics.set(String(tid), storedTopic({ tid, uid }));
			await forum.followUps.replied({ tid: String(tid), cid: 1, uid: 5, authorUid: uid, content: 'Which trunk?' });
		}
		forum.time.at += 2 * dayMs;
		await forum.visits.fold();
		const counts = await counted(forum);
		// The exempt member's topic ended no visit: the one that was opened by hand stays given up.
		assert.deepEqual(['all:posted', 'unchecked:replied', 'unchecked:questions:trunk'].map(name => counts[`1:${name}`]),
			[1, 1, 1]);
	});
});
