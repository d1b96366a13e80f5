import type { Cache, Database } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';
import { allOf, sortedSet, walk, type Index } from '../../platform/paged-index';
import { json, storedRow, type RowsIn } from '../../platform/stored-row';
import {
	strikeEventSchema, strikeHistory, strikeSchema, type Strike, type StrikeCase, type StrikeEvent, type StrikeHistory,
} from './strike';
import type { Soon } from '../../kernel/host/soon';

const keys = {
	/** Hash: numbers of the latest strike and event. */
	counter: 'forum-terms:partner-strikes',
	strike: (id: number) => `forum-terms:partner-strike:${id}`,
	/** Sorted set: strikes of an account by number. */
	strikes: (partner: string) => `forum-terms:partner-strikes-of:${partner}`,
	event: (id: number) => `forum-terms:partner-strike-event:${id}`,
	/** Sorted set: events of an account's strikes by number. */
	events: (partner: string) => `forum-terms:partner-strike-events-of:${partner}`,
	/** Sorted set: accounts that ever got a strike, by time of the latest. */
	struck: 'forum-terms:partners-struck',
	/** Sorted set: `strike <n>` and `event <n>` of rows that name a member, by number; `mark <n>` in erasure. */
	naming: (uid: number) => `forum-terms:partner-strikes-naming:${uid}`,
	/** Sorted set: accounts with an answer that nobody has decided about, by the time of the latest. */
	answered: 'forum-terms:partner-strikes-answered',
} as const;

/** An owner answered, and nobody has decided since. */
const isUndecided = ({ answer, decisions }: StrikeCase) => answer !== null && decisions.length === 0;
const batch = 500;
/** What happened, without what anybody said about it. */
const withoutWords = <T extends object>(row: T): T =>
	({ ...row, ...'reason' in row ? { reason: '' } : {}, ...'text' in row ? { text: '' } : {} });

export type NewStrikeEvent = StrikeEvent extends infer E ? E extends StrikeEvent ? Omit<E, 'id'> : never : never;

/**
 * Strikes and their events, append-only. An account's history is needed at every post of its people: cached, and
 * invalidated everywhere on change.
 */
export interface StrikeStore {
	history(partner: string): Soon<StrikeHistory>;
	/** Answers the strike with its number. */
	give(strike: Omit<Strike, 'id'>): Promise<Strike>;
	/** Answers the number of the event. */
	append(event: NewStrikeEvent): Promise<number>;
	/** Accounts with an answer that nobody has decided about, oldest first; a few without one. */
	answered(): Index;
	/** Nothing waits any more, because the strike is over. */
	dropAnswered(partner: string): Promise<void>;
	/** Accounts that ever got a strike, in batches. */
	struck(): AsyncGenerator<string[]>;
	/**
	 * Takes a member out of all rows; safe to repeat. As an author they stay one person: a negative number that belongs
	 * to nobody, because a standing counts people.
	 */
	forget(uid: number): Promise<void>;
	/** Takes the words out of those of an account's strikes and events that fit; safe to repeat. */
	dropWords(partner: string, fits: (row: Strike | StrikeEvent) => boolean): Promise<void>;
}

export function strikeStore(database: Database, cache: Cache): StrikeStore {
	const strikes = storedRow({ json: json(strikeSchema) }).in(database);
	const events = storedRow({ json: json(strikeEventSchema) }).in(database);
	async function all<T>(index: string, rows: RowsIn<{ json: T }>, key: (id: number) => string): Promise<T[]> {
		const found: T[] = [];
		for await (const ids of walk(sortedSet(database, index), batch)) {
			found.push(...(await rows.found(ids.map(id => key(Number(id))))).map(row => row.json));
		}
		return found;
	}
	const histories = readThrough<StrikeHistory>(cache, async partner => strikeHistory(
		await all(keys.strikes(partner), strikes, keys.strike), await all(keys.events(partner), events, keys.event)));

	/** Listing a row too early does no harm. */
	async function name(value: string, score: number, uids: readonly number[]): Promise<void> {
		const rows = [...new Set(uids)].filter(uid => uid > 0).map(uid => [keys.naming(uid), score, value] as const);
		await (rows.length > 0 ? database.sortedSetAddBulk(rows) : undefined);
	}
	async function erase<T extends { partner: string }>(
		rows: RowsIn<{ json: T }>, key: string, change: (row: T) => T,
	): Promise<void> {
		const row = await rows.get(key);
		if (row) {
			await rows.set(key, { json: change(row.json) });
			histories.forget(row.json.partner);
		}
	}

	async function dropWords<T extends { id: number }>(
		index: string, rows: RowsIn<{ json: T }>, key: (id: number) => string, fits: (row: T) => boolean,
	): Promise<void> {
		for (const row of (await all(index, rows, key)).filter(fits)) {
			await rows.set(key(row.id), { json: withoutWords(row) });
		}
	}

	return {
		history: partner => histories.get(partner),
		async give(parts) {
			const id = await database.incrObjectField(keys.counter, 'lastStrike');
			const strike: Strike = { id, ...parts };
			await name(`strike ${id}`, id, [strike.uid, strike.by, ...strike.reporters]);
			await strikes.set(keys.strike(id), { json: strike });
			// In one write, because the hourly job needs both.
			await database.sortedSetAddBulk([
				[keys.strikes(strike.partner), id, String(id)], [keys.struck, strike.at, strike.partner],
			]);
			histories.forget(strike.partner);
			return strike;
		},
		async append(parts) {
			if (parts.kind === 'answered') {
				// Listing it too early does no harm.
				await database.sortedSetAdd(keys.answered, parts.at, parts.partner);
			}
			const id = await database.incrObjectField(keys.counter, 'lastEvent');
			await name(`event ${id}`, id, [parts.by]);
			await events.set(keys.event(id), { json: { ...parts, id } });
			await database.sortedSetAdd(keys.events(parts.partner), id, String(id));
			histories.forget(parts.partner);
			if (parts.kind === 'decided' && !(await histories.get(parts.partner)).strikes.some(isUndecided)) {
				await database.sortedSetRemove(keys.answered, parts.partner);
			}
			return id;
		},
		answered: () => sortedSet(database, keys.answered),
		dropAnswered: partner => database.sortedSetRemove(keys.answered, partner),
		struck: () => walk(sortedSet(database, keys.struck), batch),
		async forget(uid) {
			const named = (await allOf(sortedSet(database, keys.naming(uid)))).map(value => value.split(' '));
			const known = named.find(([kind]) => kind === 'mark')?.[1];
			const mark = named.length === 0 ? 0 : Number(known ?? await database.incrObjectField(keys.counter, 'lastErased'));
			await (known || mark === 0 ? undefined : database.sortedSetAdd(keys.naming(uid), 0, `mark ${mark}`));
			for (const [kind, id] of named) {
				await (kind === 'strike' ? erase(strikes, keys.strike(Number(id)), strike => ({
					...strike, uid: strike.uid === uid ? -mark : strike.uid, by: strike.by === uid ? 0 : strike.by,
					reporters: strike.reporters.filter(reporter => reporter !== uid),
				})) : kind === 'event' ? erase(events, keys.event(Number(id)), event => ({ ...event, by: 0 })) : undefined);
			}
			await database.delete(keys.naming(uid));
		},
		async dropWords(partner, fits) {
			await dropWords(keys.strikes(partner), strikes, keys.strike, fits);
			await dropWords(keys.events(partner), events, keys.event, fits);
			histories.forget(partner);
		},
	};
}
