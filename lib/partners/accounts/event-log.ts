import { chunk } from 'lodash';
import type { Database } from '../../kernel/ports';
import { textOf } from '../../kernel/text';
import type { PartnerEvent } from '../event';

export const eventKey = (id: number) => `forum-terms:partner-event:${id}`;

const keys = {
	/** Hash: number of the last event. */
	counter: 'forum-terms:partner-events',
	event: eventKey,
	/** Sorted set: events of an account by number. */
	events: (id: string) => `forum-terms:partner-events-of:${id}`,
	/** Sorted set: events of an account about single posts, by number. */
	acts: (id: string) => `forum-terms:partner-acts:${id}`,
	/** Sorted set: events in which a member joined or left an account, by number. */
	changes: (uid: number) => `forum-terms:partner-changes:${uid}`,
} as const;

const batch = 500;
const most = Number.MAX_SAFE_INTEGER;

function eventFrom(row: Record<string, unknown>): PartnerEvent {
	const event = JSON.parse(textOf(row.json)) as PartnerEvent;
	return event.kind === 'peeked' ? { ...event, times: 1 + (Number(row.again) || 0) } : event;
}

/** An event without the number and the time that it gets when it is written. */
export type NewEvent = PartnerEvent extends infer E ? E extends PartnerEvent ? Omit<E, 'id'> : never : never;

/** An event about a single post. */
export type PostAct = Extract<PartnerEvent, { pid: string }>;

/** What an act tells of itself; account, time and who did it are the same for all its events. */
export type ToldEvent = NewEvent extends infer E ? E extends NewEvent ? Omit<E, 'partner' | 'at' | 'by'> : never : never;

/** Everything that ever happened to accounts, each event once. */
export interface EventLog {
	/** Answers the numbers that the events got. */
	append(events: readonly NewEvent[]): Promise<number[]>;
	/** Gives events their numbers; nothing is written yet. */
	numbered(events: readonly NewEvent[]): Promise<PartnerEvent[]>;
	/** Safe to repeat, as the numbers are given. */
	writeEvents(events: readonly PartnerEvent[]): Promise<void>;
	events(id: string): Promise<PartnerEvent[]>;
	/** The newest ones, oldest first. */
	lastEvents(id: string, count: number): Promise<PartnerEvent[]>;
	/** Events about single posts, newest first, `count` at most, from event number `before` down. */
	acts(id: string, count: number, before: number): Promise<PostAct[]>;
	/** When a member joined and left which account, oldest first. */
	changes(uid: number): Promise<PartnerEvent[]>;
}

export function eventLog(database: Database): EventLog {
	const all = (key: string) => database.getSortedSetRangeByScore(key, 1_000_000, 0, most);
	async function eventsOf(numbers: readonly string[]): Promise<PartnerEvent[]> {
		const rows = await Promise.all(chunk([...numbers], batch)
			.map(some => database.getObjects(some.map(event => keys.event(Number(event))))));
		return rows.flat().flatMap(row => (row ? [eventFrom(row)] : []));
	}
	/** The lists in which an event is found again; each can be made anew out of the events. */
	function listsOf(event: PartnerEvent): string[] {
		return [
			keys.events(event.partner), ...'pid' in event ? [keys.acts(event.partner)] : [],
			...event.kind === 'joined' || event.kind === 'left' ? [keys.changes(event.uid)] : [],
		];
	}

	async function numbered(events: readonly NewEvent[]): Promise<PartnerEvent[]> {
		const last = events.length > 0 ? await database.incrObjectFieldBy(keys.counter, 'lastId', events.length) : 0;
		return events.map((event, index) => ({ ...event, id: last - events.length + 1 + index }));
	}
	async function writeEvents(events: readonly PartnerEvent[]): Promise<void> {
		for (const some of chunk([...events], batch)) {
			await Promise.all(some.map(event =>
				database.setObject(keys.event(event.id), { json: JSON.stringify(event) })));
			await database.sortedSetAddBulk(some.flatMap(event =>
				listsOf(event).map(list => [list, event.id, String(event.id)] as const)));
		}
	}

	return {
		async append(events) {
			const made = await numbered(events);
			await writeEvents(made);
			return made.map(({ id }) => id);
		},
		numbered, writeEvents,
		events: async id => eventsOf(await all(keys.events(id))),
		lastEvents: async (id, count) =>
			eventsOf((await database.getSortedSetRevRangeByScore(keys.events(id), count, most)).reverse()),
		async acts(id, count, before) {
			const found = await eventsOf(await database.getSortedSetRevRangeByScore(keys.acts(id), count, before));
			return found.filter(event => 'pid' in event);
		},
		changes: async uid => eventsOf(await all(keys.changes(uid))),
	};
}
