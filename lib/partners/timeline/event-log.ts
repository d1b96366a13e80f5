import { chunk } from 'lodash';
import type { Database } from '../../kernel/host/ports';
import { pageOf, sortedSet, walk, type Page, type Position } from '../../platform/paged-index';
import { json, number, storedRow, type RowOf } from '../../platform/stored-row';
import { partnerEventSchema, type PartnerEvent } from './event';

export const eventKey = (id: number) => `forum-terms:partner-event:${id}`;

const keys = {
	/** Hash: number of the last event. */
	counter: 'forum-terms:partner-events',
	event: eventKey,
	/** Sorted set: events of an account by time. */
	events: (id: string) => `forum-terms:partner-events-of:${id}`,
	/** Sorted set: those that change what the account is, by number. */
	states: (id: string) => `forum-terms:partner-states:${id}`,
	/** Sorted set: those that gave a post another author, by number. */
	reowned: (id: string, pid: string) => `forum-terms:partner-reowned:${id}:${pid}`,
	/** Sorted set: events of an account about single posts, by number. */
	acts: (id: string) => `forum-terms:partner-acts:${id}`,
	/** Sorted set: events in which a member joined or left an account, by number. */
	changes: (uid: number) => `forum-terms:partner-changes:${uid}`,
} as const;

const batch = 500;
/** Kinds that `stateAt` looks at, and the end of a level. */
const stateKinds: ReadonlySet<string> = new Set<PartnerEvent['kind']>(
	['joined', 'left', 'described', 'suspended', 'lifted', 'level-ended']);

/** `again`: how often the same happened after the first time. */
const eventRow = storedRow({ json: json(partnerEventSchema), again: number });

function eventOf({ json: event, again }: RowOf<typeof eventRow>): PartnerEvent {
	return event.kind === 'peeked' ? { ...event, times: 1 + again } : event;
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
	/** What `stateAt` needs of an account: nothing that happened to single posts. Oldest first. */
	states(id: string): Promise<PartnerEvent[]>;
	/** How a post of an account came to other authors, oldest first. */
	reowned(id: string, pid: string): Promise<PartnerEvent[]>;
	/** A page of what happened until a moment (milliseconds): the newest, oldest first; `next` goes further back. */
	eventsUntil(id: string, at: number, count: number, from: Position | null): Promise<Page<PartnerEvent>>;
	/** The newest ones, oldest first. */
	lastEvents(id: string, count: number): Promise<PartnerEvent[]>;
	/** A page of the events about single posts, newest first. */
	acts(id: string, count: number, from: Position | null): Promise<Page<PostAct>>;
	/** All of them since a moment, newest first, a batch at a time. */
	actsSince(id: string, since: number): AsyncGenerator<PostAct[]>;
	/** When a member joined and left which account, oldest first. */
	changes(uid: number): Promise<PartnerEvent[]>;
}

export function eventLog(database: Database): EventLog {
	const stored = eventRow.in(database);
	const newestOf = (key: string) => sortedSet(database, key, { order: 'newest' });
	async function read(numbers: readonly string[]): Promise<(PartnerEvent | null)[]> {
		const rows = await stored.getAll(numbers.map(event => keys.event(Number(event))));
		return rows.map(row => row && eventOf(row));
	}
	const readActs = async (numbers: readonly string[]) =>
		(await read(numbers)).map(event => (event && 'pid' in event ? event : null));
	async function all(key: string): Promise<PartnerEvent[]> {
		const found: PartnerEvent[] = [];
		for await (const numbers of walk(sortedSet(database, key), batch)) {
			found.push(...(await read(numbers)).filter(event => event !== null));
		}
		return found;
	}
	/** The lists in which an event is found again; each can be made anew out of the events. */
	function listsOf(event: PartnerEvent): (readonly [key: string, score: number])[] {
		const { id, at, partner, kind } = event;
		const byNumber = [
			...stateKinds.has(kind) ? [keys.states(partner)] : [], ...'pid' in event ? [keys.acts(partner)] : [],
			...kind === 'post-reowned' ? [keys.reowned(partner, event.pid)] : [],
			...kind === 'joined' || kind === 'left' ? [keys.changes(event.uid)] : [],
		];
		return [[keys.events(partner), at], ...byNumber.map(key => [key, id] as const)];
	}
	async function until(id: string, at: number | undefined, count: number, from: Position | null) {
		const index = sortedSet(database, keys.events(id), { order: 'newest', max: at });
		const { rows, next } = await pageOf(index, from, { count, window: batch }, read);
		// Of one moment, the database tells no order; numbers do.
		return { rows: rows.sort((a, b) => a.id - b.id), next };
	}

	async function numbered(events: readonly NewEvent[]): Promise<PartnerEvent[]> {
		const last = events.length > 0 ? await database.incrObjectFieldBy(keys.counter, 'lastId', events.length) : 0;
		return events.map((event, index) => ({ ...event, id: last - events.length + 1 + index }));
	}
	async function writeEvents(events: readonly PartnerEvent[]): Promise<void> {
		for (const some of chunk([...events], batch)) {
			await Promise.all(some.map(event =>
				stored.set(keys.event(event.id), { json: event })));
			await database.sortedSetAddBulk(some.flatMap(event =>
				listsOf(event).map(([list, score]) => [list, score, String(event.id)] as const)));
		}
	}

	return {
		async append(events) {
			const made = await numbered(events);
			await writeEvents(made);
			return made.map(({ id }) => id);
		},
		numbered, writeEvents,
		states: id => all(keys.states(id)),
		reowned: (id, pid) => all(keys.reowned(id, pid)),
		eventsUntil: until,
		lastEvents: async (id, count) => (await until(id, undefined, count, null)).rows,
		acts: (id, count, from) => pageOf(newestOf(keys.acts(id)), from, { count }, readActs),
		async* actsSince(id, since) {
			for await (const numbers of walk(newestOf(keys.acts(id)), batch)) {
				const acts = (await readActs(numbers)).filter(act => act !== null);
				yield acts.filter(({ at }) => at > since);
				// Numbers are given in the order of time.
				if (acts.some(({ at }) => at <= since)) {
					return;
				}
			}
		},
		changes: uid => all(keys.changes(uid)),
	};
}
