import { uniq } from 'lodash';
import { allOf, firstOf } from '../../lib/platform/paged-index';
import { comparable, type accessGround } from './access';

export type AccessGround = ReturnType<typeof accessGround>;

/** Member 7, what is on record of them, and what they were told. */
export async function standing({ store, book, forum, sent, letters }: AccessGround) {
	const records = (await store.list(7, { count: 10 })).rows;
	const told = [...sent.filter(({ uid }) => uid === 7).map(({ kind }) => kind), ...letters.map(({ kind }) => kind)];
	const openOnes = await store.openOf(7);
	const decided = (await book.store.page({}, { count: 10 })).rows.map(({ act }) => act);
	const events = await Promise.all(records.map(({ id }) => store.events(id)));
	// Of a message that was sent again, both are on record.
	return {
		decided, events: events.map(some => uniq(some.map(({ kind }) => kind))),
		unrecorded: records.filter(({ decisions }) => decisions.length === 0).length,
		withoutOutcome: (await book.store.open()).length,
		held: comparable(forum.held.get(7)), states: records.map(({ state, scope }) => [state, scope]),
		open: openOnes.length, told: [...new Set(told)].sort(),
		isHeld: (await store.read((await firstOf(store.held(), 10)).map(Number))).map(({ scope }) => scope),
		due: (await allOf(store.due(9e15))).length,
	};
}

/** What a process does when it has started, and in the minute after. */
export const started = async (ground: AccessGround, host: AccessGround['host']) => {
	const { lifecycle, book } = ground.process(host);
	await lifecycle.dropUnstarted();
	await book.finishOpen();
	ground.time.at += 61_000;
	await lifecycle.work();
};
