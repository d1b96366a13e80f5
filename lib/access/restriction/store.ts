import { chunk, range } from 'lodash';
import type { Database } from '../../kernel/host/ports';
import { journal, type Journal } from '../../platform/journal';
import { allOf, pageOf, sortedSet, type Index, type Page, type PageSize, type Position } from '../../platform/paged-index';
import { json, storedMap } from '../../platform/stored-row';
import { stepSchema, type Step } from './effect';
import { eventSchema, isOpen, restrictionRow, type Restriction, type RestrictionEvent } from './restriction';

const keys = {
	/** Hash: number of the latest restriction, and the number up to which unlisted ones were checked. */
	counter: 'forum-terms:restrictions',
	/** Hash: the record, its events as JSON in fields of their own, and the number of the latest one (`lastEvent`). */
	restriction: (id: number) => `forum-terms:restriction:${id}`,
	/** Sorted set: all by number. */
	all: 'forum-terms:restrictions-all',
	/** Sorted sets: a member's restrictions by number; those that are open. */
	of: (uid: number) => `forum-terms:restrictions-of:${uid}`,
	open: (uid: number) => `forum-terms:restrictions-open:${uid}`,
	/** Sorted set: numbers by the time of their next scheduled action. */
	due: 'forum-terms:restrictions-due',
	/** Sorted set: by number, those with an open appeal; after a crash some without one. */
	appealed: 'forum-terms:restrictions-appealed',
	/** Sorted set: by number, those in force by NodeBB's ban or mute. */
	held: 'forum-terms:restrictions-held',
	/** Hash: the time up to which NodeBB's bans and mutes were checked. */
	looked: 'forum-terms:restrictions-looked',
	/** Sorted set: pids that this restriction hid, by the time of the post. */
	hidden: (id: number) => `forum-terms:restriction-hidden:${id}`,
	/** Hash: when a NodeBB ban removed a global moderator's group. */
	lost: (uid: number) => `forum-terms:restriction-lost:${uid}`,
	/** Hash: events from before they were fields of the record, as JSON; only read. */
	earlier: (id: number) => `forum-terms:restriction-events:${id}`,
} as const;


const isByHost = ({ scope }: Restriction): boolean => scope === 'forum' || scope === 'writing';

/** The fields of a restriction that can change. */
export type RestrictionChange = Partial<Pick<Restriction,
	'state' | 'until' | 'clause' | 'cause' | 'target' | 'termsVersion' | 'decisions' | 'reason' | 'note' | 'evidence' | 'noticedAt' | 'isUnreached' | 'ended' | 'appeal' | 'by' | 'from'>>;

/** Restrictions, the journals of their steps, and their events. */
export interface RestrictionStore {
	/** The number of the next one. */
	nextId(): Promise<number>;
	/** Writes the record, then in one write its indexes and the next action; 0: none. */
	add(restriction: Restriction, event: RestrictionEvent, dueAt: number): Promise<Restriction>;
	/** Records that a crash left unlisted: nothing was started. */
	unlisted(): Promise<Restriction[]>;
	/** Removes an unlisted record. */
	drop(id: number): Promise<void>;
	read(ids: readonly number[]): Promise<Restriction[]>;
	/** Null for an unlisted one, too. */
	listed(id: number): Promise<Restriction | null>;
	/** A member's restrictions, or everybody's for 0, newest first, that match the filter. */
	list(
		uid: number, size: PageSize, from?: Position | null, fits?: (one: Restriction) => boolean,
	): Promise<Page<Restriction>>;
	/** The same for open appeals alone. */
	appealed(
		size: PageSize, from?: Position | null, fits?: (one: Restriction) => boolean,
	): Promise<Page<Restriction>>;
	/** All numbers of a member's restrictions. */
	of(uid: number): Index;
	/** The open ones of a member; one read if there are none. */
	openOf(uid: number): Promise<Restriction[]>;
	change(restriction: Restriction, change: RestrictionChange, event?: RestrictionEvent): Promise<Restriction>;
	/** Records an event that does not change the restriction. */
	note(id: number, event: RestrictionEvent): Promise<void>;
	/** Takes the words out of those of its events that fit. */
	dropWords(id: number, fits: (event: RestrictionEvent) => boolean): Promise<void>;
	/** Bans and mutes of the forum's own are no longer compared with it. */
	dropHeld(id: number): Promise<void>;
	/** Sets the time of the next action; 0: none. */
	setDue(id: number, at: number): Promise<void>;
	/** Numbers of due restrictions, oldest first. */
	due(now: number): Index;
	/** In force by NodeBB's ban or mute, by number. */
	held(): Index;
	/** The time up to which bans and mutes were checked, milliseconds since 1970; 0: never. */
	checkedAt(): Promise<number>;
	noteChecked(at: number): Promise<void>;
	events(id: number): Promise<RestrictionEvent[]>;
	/** A NodeBB ban removed the group of global moderators; 0: it was recorded with the ban. */
	noteLost(uid: number, at: number): Promise<void>;
	/** When it was removed, milliseconds since 1970; 0: it was not. */
	lostAt(uid: number): Promise<number>;
	/** The steps of each restriction; kept, because its end reverts them. */
	journal: Journal<Step>;
	noteHidden(id: number, posts: readonly { pid: string; at: number }[]): Promise<void>;
	/** Posts that a restriction hid, by their time. */
	hidden(id: number): Index;
	dropHidden(id: number, pid: string): Promise<void>;
}

export function restrictionStore(database: Database): RestrictionStore {
	const restrictions = restrictionRow.in(database);
	const eventRows = storedMap(database, json(eventSchema), 'event');
	const each = (ids: readonly number[]) => restrictions.getAll(ids.map(keys.restriction));
	const read = (ids: readonly number[]) => restrictions.found(ids.map(keys.restriction));
	const numbers = (values: readonly string[]) => values.map(Number);

	/** One write for a change and its event, so that no crash leaves one without the other. */
	async function write(id: number, change: RestrictionChange, event?: RestrictionEvent): Promise<void> {
		const number = event ? await database.incrObjectField(keys.restriction(id), 'lastEvent') : 0;
		await database.setObject(keys.restriction(id), {
			...restrictionRow.encode(change), ...event ? eventRows.encode({ [number]: event }) : {},
		});
	}

	/** Where the events of a restriction are, the earliest first. */
	const eventKeys = (id: number) => [keys.earlier(id), keys.restriction(id)];
	async function dropWordsIn(key: string, fits: (event: RestrictionEvent) => boolean): Promise<void> {
		const worded = (await eventRows.get(key)).filter(([, event]) => event.words !== '' && fits(event));
		await (worded.length > 0 ? eventRows.set(key, Object.fromEntries(
			worded.map(([name, event]) => [name, { ...event, words: '' }]))) : undefined);
	}

	return {
		nextId: () => database.incrObjectField(keys.counter, 'last'),
		async add(added, event, dueAt) {
			const { id } = added;
			await database.setObject(keys.restriction(id), {
				...restrictionRow.encode(added), ...eventRows.encode({ 1: event }), lastEvent: 1,
			});
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
			// Checked twice: a write in flight at the first check has arrived by the second, or never will.
			await database.setObject(keys.counter, { looked: seen ?? 0, seen: last ?? 0 });
			return found;
		},
		async drop(id) {
			const [isListed] = await database.sortedSetScores(keys.all, [String(id)]);
			if (isListed === null) {
				await database.delete(keys.earlier(id));
				await database.delete(keys.restriction(id));
			}
		},
		read,
		async listed(id) {
			const [score] = await database.sortedSetScores(keys.all, [String(id)]);
			return score === null ? null : (await read([id]))[0] ?? null;
		},
		list: (uid, size, from = null, fits = () => true) =>
			pageOf(sortedSet(database, uid > 0 ? keys.of(uid) : keys.all, { order: 'newest' }), from, size, async ids =>
				(await each(numbers(ids))).map(one => (one && fits(one) ? one : null))),
		appealed: (size, from = null, fits = () => true) => pageOf(
			sortedSet(database, keys.appealed, { order: 'newest' }), from, size, async ids =>
				(await each(numbers(ids))).map(one => (one?.appeal?.state === 'open' && fits(one) ? one : null))),
		of: uid => sortedSet(database, keys.of(uid)),
		async openOf(uid) {
			const found = await each(numbers(await allOf(sortedSet(database, keys.open(uid)))));
			if (found.includes(null)) {
				// Unknown extent: callers fail, and fail closed.
				throw new Error(`an open restriction of member ${uid} cannot be read`);
			}
			return found.filter(row => row !== null).filter(isOpen);
		},
		async change(restriction, change, event) {
			const changed = { ...restriction, ...change };
			if (change.state === 'active' && isByHost(changed)) {
				// Before the state that requires it: listing too early does no harm.
				await database.sortedSetAdd(keys.held, changed.id, String(changed.id));
			}
			if (change.appeal?.state === 'open') {
				await database.sortedSetAdd(keys.appealed, changed.id, String(changed.id));
			}
			// Only the changes: other fields may change concurrently.
			await write(restriction.id, change, event);
			if (change.appeal !== undefined && change.appeal?.state !== 'open') {
				await database.sortedSetRemove(keys.appealed, String(changed.id));
			}
			if (!isOpen(changed)) {
				await database.sortedSetRemove(keys.open(changed.uid), String(changed.id));
				await database.sortedSetRemove(keys.held, String(changed.id));
			}
			return changed;
		},
		note: (id, event) => write(id, {}, event),
		async dropWords(id, fits) {
			await Promise.all(eventKeys(id).map(key => dropWordsIn(key, fits)));
		},
		dropHeld: id => database.sortedSetRemove(keys.held, String(id)),
		setDue: (id, at) => (at > 0 ? database.sortedSetAdd(keys.due, at, String(id)) :
			database.sortedSetRemove(keys.due, String(id))),
		due: now => sortedSet(database, keys.due, { max: now }),
		held: () => sortedSet(database, keys.held),
		checkedAt: async () => Number((await database.getObject(keys.looked))?.at ?? 0),
		noteChecked: at => database.setObject(keys.looked, { at }),
		events: async id => (await eventRows.getAll(eventKeys(id))).flatMap(rows => rows.map(([, event]) => event)),
		noteLost: (uid, at) => (at > 0 ? database.setObject(keys.lost(uid), { at }) :
			database.delete(keys.lost(uid))),
		lostAt: async uid => Number((await database.getObject(keys.lost(uid)))?.at ?? 0),
		journal: journal(database, 'restriction-journal', stepSchema),
		noteHidden: (id, posts) => database.sortedSetAddBulk(posts.map(({ pid, at }) => [keys.hidden(id), at, pid])),
		hidden: id => sortedSet(database, keys.hidden(id)),
		dropHidden: (id, pid) => database.sortedSetRemove(keys.hidden(id), pid),
	};
}
