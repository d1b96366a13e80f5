import { chunk, range } from 'lodash';
import type { Database } from '../../kernel/host/ports';
import { journal, type Journal } from '../../platform/journal';
import { allOf, pageOf, sortedSet, type Index, type Page, type PageSize, type Position } from '../../platform/paged-index';
import { json, storedMap } from '../../platform/stored-row';
import { stepSchema, type Step } from './effect';
import { eventSchema, isOpen, restrictionRow, type Restriction, type RestrictionEvent } from './restriction';

const keys = {
	/** Hash: number of the last restriction, and up to which one it was looked whether each is listed. */
	counter: 'forum-terms:restrictions',
	restriction: (id: number) => `forum-terms:restriction:${id}`,
	/** Sorted set: all by number. */
	all: 'forum-terms:restrictions-all',
	/** Sorted set: a member's, by number; those of them that are not over. */
	of: (uid: number) => `forum-terms:restrictions-of:${uid}`,
	open: (uid: number) => `forum-terms:restrictions-open:${uid}`,
	/** Sorted set: numbers by the moment at which the forum has to do something by itself. */
	due: 'forum-terms:restrictions-due',
	/** Sorted set: by number, those in force that the forum's own ban or mute carries out. */
	held: 'forum-terms:restrictions-held',
	/** Hash: until when the forum's own bans and mutes have been looked through. */
	looked: 'forum-terms:restrictions-looked',
	/** Sorted set: pids this restriction took out of sight, by time of writing. */
	hidden: (id: number) => `forum-terms:restriction-hidden:${id}`,
	/** Hash: when a ban of the forum's own took a global moderator's group. */
	lost: (uid: number) => `forum-terms:restriction-lost:${uid}`,
	/** Hash: number of the last event, then each event as JSON. */
	events: (id: number) => `forum-terms:restriction-events:${id}`,
} as const;


const isByHost = ({ scope }: Restriction): boolean => scope === 'forum' || scope === 'writing';

/** What of a restriction changes after the decision. */
export type RestrictionChange = Partial<Pick<Restriction,
	'state' | 'until' | 'clause' | 'cause' | 'reason' | 'evidence' | 'noticedAt' | 'isUnreached' | 'ended' | 'appeal' | 'by' | 'from'>>;

/** Restrictions, the journals of their effects, and what happened to each. */
export interface RestrictionStore {
	/** The record, then in one write all that finds it again, and when the forum has to look at it; 0: never. */
	add(restriction: Omit<Restriction, 'id'>, event: RestrictionEvent, dueAt: number): Promise<Restriction>;
	/** Records that a dead process left unlisted: nothing of them has begun. */
	unlisted(): Promise<Restriction[]>;
	/** Takes a record away that is not listed yet. */
	drop(id: number): Promise<void>;
	read(ids: readonly number[]): Promise<Restriction[]>;
	/** A member's, newest first, or everybody's for 0; those that fit. */
	list(
		uid: number, size: PageSize, from?: Position | null, fits?: (one: Restriction) => boolean,
	): Promise<Page<Restriction>>;
	/** Not over yet; in one read where there is none. */
	openOf(uid: number): Promise<Restriction[]>;
	change(restriction: Restriction, change: RestrictionChange, event?: RestrictionEvent): Promise<Restriction>;
	/** What happened, where nothing of the restriction itself changes. */
	note(id: number, event: RestrictionEvent): Promise<void>;
	/** When the forum has to look at it next; 0: never. */
	setDue(id: number, at: number): Promise<void>;
	/** Numbers of those whose time has come, the longest ago first. */
	due(now: number): Index;
	/** In force by a ban or a mute of the forum, by number. */
	held(): Index;
	/** Until when bans and mutes have been looked through, milliseconds since 1970; 0: never. */
	lookedAt(): Promise<number>;
	noteLooked(at: number): Promise<void>;
	events(id: number): Promise<RestrictionEvent[]>;
	/** A ban of the forum's own took the group of global moderators; 0: it has been noted with the ban. */
	noteLost(uid: number, at: number): Promise<void>;
	/** When it did, milliseconds since 1970; 0: it did not. */
	lostAt(uid: number): Promise<number>;
	/** What each does when it begins; kept, for its end takes it back. */
	journal: Journal<Step>;
	noteHidden(id: number, posts: readonly { pid: string; at: number }[]): Promise<void>;
	/** pids that a restriction took out of sight, by the time of writing. */
	hidden(id: number): Index;
	dropHidden(id: number, pid: string): Promise<void>;
}

export function restrictionStore(database: Database): RestrictionStore {
	const restrictions = restrictionRow.in(database);
	const eventRows = storedMap(database, json(eventSchema), 'event');
	const each = (ids: readonly number[]) => restrictions.getAll(ids.map(keys.restriction));
	const read = (ids: readonly number[]) => restrictions.found(ids.map(keys.restriction));
	const numbers = (values: readonly string[]) => values.map(Number);

	async function append(id: number, event: RestrictionEvent): Promise<void> {
		const number = await database.incrObjectField(keys.events(id), 'last');
		await eventRows.set(keys.events(id), { [number]: event });
	}

	return {
		async add(restriction, event, dueAt) {
			const id = await database.incrObjectField(keys.counter, 'last');
			const added = { ...restriction, id };
			await restrictions.set(keys.restriction(id), added);
			await append(id, event);
			await database.sortedSetAddBulk([
				[keys.all, id, String(id)], [keys.of(added.uid), id, String(id)],
				[keys.open(added.uid), id, String(id)], ...dueAt > 0 ? [[keys.due, dueAt, String(id)] as const] : [],
			]);
			return added;
		},
		async unlisted() {
			const row = await database.getObject(keys.counter) ?? {};
			const [last, looked, seen] = [row.last, row.looked, row.seen].map(value => Number(value ?? 0));
			const found: Restriction[] = [];
			for (const ids of chunk(range((looked ?? 0) + 1, (last ?? 0) + 1), 500)) {
				const listed = await database.sortedSetScores(keys.all, ids.map(String));
				found.push(...await read(ids.filter((_id, index) => listed[index] === null)));
			}
			// Twice each: what was on its way the last time has arrived by now, or never will.
			await database.setObject(keys.counter, { looked: seen ?? 0, seen: last ?? 0 });
			return found;
		},
		async drop(id) {
			const [isListed] = await database.sortedSetScores(keys.all, [String(id)]);
			if (isListed === null) {
				await database.delete(keys.events(id));
				await database.delete(keys.restriction(id));
			}
		},
		read,
		list: (uid, size, from = null, fits = () => true) =>
			pageOf(sortedSet(database, uid > 0 ? keys.of(uid) : keys.all, { order: 'newest' }), from, size, async ids =>
				(await each(numbers(ids))).map(one => (one && fits(one) ? one : null))),
		async openOf(uid) {
			const found = await each(numbers(await allOf(sortedSet(database, keys.open(uid)))));
			if (found.includes(null)) {
				// Nobody knows how much it ends: whoever asks fails, and fails closed.
				throw new Error(`an open restriction of member ${uid} cannot be read`);
			}
			return found.filter(row => row !== null).filter(isOpen);
		},
		async change(restriction, change, event) {
			const changed = { ...restriction, ...change };
			if (change.state === 'active' && isByHost(changed)) {
				// Before the state that it follows from: what is listed too early does no harm.
				await database.sortedSetAdd(keys.held, changed.id, String(changed.id));
			}
			// Only what changes: somebody else may change the rest of it meanwhile.
			await restrictions.set(keys.restriction(restriction.id), change);
			if (event) {
				await append(restriction.id, event);
			}
			if (!isOpen(changed)) {
				await database.sortedSetRemove(keys.open(changed.uid), String(changed.id));
				await database.sortedSetRemove(keys.held, String(changed.id));
			}
			return changed;
		},
		note: append,
		setDue: (id, at) => (at > 0 ? database.sortedSetAdd(keys.due, at, String(id)) :
			database.sortedSetRemove(keys.due, String(id))),
		due: now => sortedSet(database, keys.due, { max: now }),
		held: () => sortedSet(database, keys.held),
		lookedAt: async () => Number((await database.getObject(keys.looked))?.at ?? 0),
		noteLooked: at => database.setObject(keys.looked, { at }),
		events: async id => (await eventRows.get(keys.events(id))).map(([, event]) => event),
		noteLost: (uid, at) => (at > 0 ? database.setObject(keys.lost(uid), { at }) :
			database.delete(keys.lost(uid))),
		lostAt: async uid => Number((await database.getObject(keys.lost(uid)))?.at ?? 0),
		journal: journal(database, 'restriction-journal', stepSchema),
		noteHidden: (id, posts) => database.sortedSetAddBulk(posts.map(({ pid, at }) => [keys.hidden(id), at, pid])),
		hidden: id => sortedSet(database, keys.hidden(id)),
		dropHidden: (id, pid) => database.sortedSetRemove(keys.hidden(id), pid),
	};
}
