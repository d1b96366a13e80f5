import { chunk } from 'lodash';
import type { Database } from '../../kernel/host/ports';
import { allOf, pageOf, sortedSet, walk, type Page, type Position } from '../../platform/paged-index';
import { json, number, storedRow, type RowOf } from '../../platform/stored-row';
import { decisionOf, partnerEventSchema, withoutWords, type PartnerEvent } from './event';

export const eventKey = (id: number) => `forum-terms:partner-event:${id}`;

const keys = {
	/** Hash: number of the latest event. */
	counter: 'forum-terms:partner-events',
	event: eventKey,
	/** Sorted set: events of an account by time. */
	events: (id: string) => `forum-terms:partner-events-of:${id}`,
	/** Sorted set: events that change the account itself, by number. */
	states: (id: string) => `forum-terms:partner-states:${id}`,
	/** Sorted set: events that changed a post's author, by number. */
	reowned: (id: string, pid: string) => `forum-terms:partner-reowned:${id}:${pid}`,
	/** Sorted set: events of an account about single posts, by number. */
	acts: (id: string) => `forum-terms:partner-acts:${id}`,
	/** Sorted set: events in which a member joined or left an account, by number. */
	changes: (uid: number) => `forum-terms:partner-changes:${uid}`,
	/** Sorted set: events of an account that belong to a decision on record, by its number. */
	decided: (id: string) => `forum-terms:partner-decided:${id}`,
} as const;

const batch = 500;
/** Kinds used by `stateAt`, the end of a level, and what owners do about their people and a suspension. */
const stateKinds: ReadonlySet<string> = new Set<PartnerEvent['kind']>([
	'joined', 'left', 'described', 'suspended', 'lifted', 'level-ended', 'invited', 'removed', 'suspension-answered',
]);

/** `again`: how often it was repeated. */
const eventRow = storedRow({ json: json(partnerEventSchema), again: number });

function eventOf({ json: event, again }: RowOf<typeof eventRow>): PartnerEvent {
	return event.kind === 'peeked' ? { ...event, times: 1 + again } : event;
}

/** An event without number and time, which are assigned on writing. */
export type NewEvent = PartnerEvent extends infer E ? E extends PartnerEvent ? Omit<E, 'id'> : never : never;

/** An event about a single post. */
export type PostAct = Extract<PartnerEvent, { pid: string }>;

/** The specific part of an event; account, time and actor are shared by all events of an act. */
export type ToldEvent = NewEvent extends infer E ? E extends NewEvent ? Omit<E, 'partner' | 'at' | 'by'> : never : never;

/** The complete history of accounts, each event once. */
export interface EventLog {
	/** Answers the numbers of the events. */
	append(events: readonly NewEvent[]): Promise<number[]>;
	/** Assigns numbers without writing. */
	numbered(events: readonly NewEvent[]): Promise<PartnerEvent[]>;
	/** Safe to repeat, because the numbers are fixed. */
	writeEvents(events: readonly PartnerEvent[]): Promise<void>;
	/** Events of the account itself and its people, without those about single posts. Oldest first. */
	states(id: string): Promise<PartnerEvent[]>;
	/** Changes of a post's author, oldest first. */
	reowned(id: string, pid: string): Promise<PartnerEvent[]>;
	/** A page of events until a moment (milliseconds): the newest ones, oldest first; `next` leads further back. */
	eventsUntil(id: string, at: number, count: number, from: Position | null): Promise<Page<PartnerEvent>>;
	/** The newest ones, oldest first. */
	lastEvents(id: string, count: number): Promise<PartnerEvent[]>;
	/** A page of the events about single posts, newest first. */
	acts(id: string, count: number, from: Position | null): Promise<Page<PostAct>>;
	/** All of them since a moment, newest first, in batches. */
	actsSince(id: string, since: number): AsyncGenerator<PostAct[]>;
	/** When a member joined and left accounts, oldest first. */
	changes(uid: number): Promise<PartnerEvent[]>;
	/** Takes the words out of the events of a decision that fit; safe to repeat. */
	dropWords(id: string, decision: number, fits: (event: PartnerEvent) => boolean): Promise<void>;
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
	/** The indexes of an event; all can be rebuilt from the events. */
	function listsOf(event: PartnerEvent): (readonly [key: string, score: number])[] {
		const { id, at, partner, kind } = event;
		const byNumber = [
			...stateKinds.has(kind) ? [keys.states(partner)] : [], ...'pid' in event ? [keys.acts(partner)] : [],
			...kind === 'post-reowned' ? [keys.reowned(partner, event.pid)] : [],
			...kind === 'joined' || kind === 'left' ? [keys.changes(event.uid)] : [],
		];
		const decision = decisionOf(event);
		return [
			[keys.events(partner), at], ...byNumber.map(key => [key, id] as const),
			...decision > 0 ? [[keys.decided(partner), decision] as const] : [],
		];
	}
	async function until(id: string, at: number | undefined, count: number, from: Position | null) {
		const index = sortedSet(database, keys.events(id), { order: 'newest', max: at });
		const { rows, next } = await pageOf(index, from, { count, window: batch }, read);
		// The database does not order equal times; numbers do.
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
				// Numbers are in order of time.
				if (acts.some(({ at }) => at <= since)) {
					return;
				}
			}
		},
		changes: uid => all(keys.changes(uid)),
		async dropWords(id, decision, fits) {
			const numbers = await allOf(sortedSet(database, keys.decided(id), { min: decision, max: decision }));
			for (const event of (await read(numbers)).filter(one => one !== null).filter(fits)) {
				await stored.set(keys.event(event.id), { json: withoutWords(event) });
			}
		},
	};
}
