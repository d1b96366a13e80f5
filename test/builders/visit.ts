import assert from 'node:assert/strict';
import type { Counts } from '../../lib/checklist/effect/visit-rules';
import { checklistInMemory } from './checklist';

const asked = [{ key: 'trunk', words: ['trunk', 'provider'] }, { key: 'done', kind: 'confirm', always: true }];

/** A forum in memory whose category 1 asks two items, and a member who has opened the composer. */
export async function opened(uid = 7, exempt?: readonly number[]) {
	const forum = checklistInMemory(exempt);
	await forum.ask(...asked);
	const asking = await forum.askings.of(uid, 1, 'topics');
	assert.ok(asking);
	const open = () => forum.visits.open(uid, 1, asking);
	return { ...forum, asking, open, id: await open() };
}

export type Opened = Awaited<ReturnType<typeof opened>>;

/** What was counted, all days together. */
export async function counted({ effects, time }: Opened, days = 5): Promise<Counts> {
	const rows = await effects.days('spec', days, time.at);
	return Object.assign({}, ...rows.map(({ counts }) => counts)) as Counts;
}

/** A topic of category 1 that was written with a visit. */
export async function posted(
	forum: Opened, visit: string, uid = 7, answers: object = { done: true },
): Promise<void> {
	await forum.measures.topic({ tid: 10, uid, cid: 1, tags: [], checklist: { answers, visit } });
}
