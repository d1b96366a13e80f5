import { chunk, pick, range } from 'lodash';
import * as v from 'valibot';
import { clauses, type ClauseId } from '../kernel/clause';
import type { Database } from '../kernel/ports';
import { textOf } from '../kernel/text';
import { allOf, pageOf, sortedSet, type Index, type Page, type PageSize, type Position } from '../platform/paged-index';
import type { Step } from './effect';
import { contentSchema, isOpen, type Appeal, type Restriction, type RestrictionEvent, type RestrictionState } from './restriction';
import { storedScopeSchema } from './scope';

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
	/** Hash: the journal, one field per step, and how many are done. */
	journal: (id: number) => `forum-terms:restriction-journal:${id}`,
	/** Sorted set: pids this restriction took out of sight, by time of writing. */
	hidden: (id: number) => `forum-terms:restriction-hidden:${id}`,
	/** Hash: when a ban of the forum's own took a global moderator's group. */
	lost: (uid: number) => `forum-terms:restriction-lost:${uid}`,
	/** Hash: number of the last event, then each event as JSON. */
	events: (id: number) => `forum-terms:restriction-events:${id}`,
} as const;


const parsed = (value: unknown): unknown => JSON.parse(textOf(value) || 'null');
const states: readonly RestrictionState[] = ['waiting', 'starting', 'active', 'ending', 'ended'];
const evidenceSchema = v.fallback(v.array(v.string()), []);
const saySchema = v.fallback(v.union([v.literal('all'), v.array(v.number())]), []);

function restrictionFrom(row: Record<string, unknown>): Restriction {
	const [number, text] = [(name: string) => Number(row[name] ?? 0), (name: string) => textOf(row[name])];
	const clause = text('clause');
	return {
		id: number('id'), uid: number('uid'), scope: v.parse(storedScopeSchema, parsed(row.scope)),
		moderated: v.parse(saySchema, parsed(row.moderated)),
		origin: text('origin') as Restriction['origin'], by: number('by'), at: number('at'), from: number('from'),
		until: number('until'), clause: Object.hasOwn(clauses, clause) ? clause as ClauseId : null,
		cause: text('cause') as Restriction['cause'], evidence: v.parse(evidenceSchema, parsed(row.evidence)),
		reason: text('reason'), note: text('note'), notice: text('notice') === 'none' ? 'none' : 'sent',
		noticeAt: number('noticeAt'), noticedAt: number('noticedAt'), isUnreached: number('isUnreached') === 1,
		content: v.parse(contentSchema, parsed(row.content)), blockReturn: number('blockReturn') === 1,
		state: states.find(state => state === row.state) ?? 'ended',
		ended: parsed(row.ended) as Restriction['ended'], appeal: parsed(row.appeal) as Appeal | null,
	};
}

/** As it is stored: numbers as numbers, what has parts as JSON. */
function rowOf({
	scope, moderated, evidence, content, ended, appeal, clause, blockReturn, isUnreached, ...plain
}: Restriction) {
	return {
		...plain, clause: clause ?? '', blockReturn: blockReturn ? 1 : 0, isUnreached: isUnreached ? 1 : 0, scope: JSON.stringify(scope),
		moderated: JSON.stringify(moderated),
		evidence: JSON.stringify(evidence), content: JSON.stringify(content), ended: JSON.stringify(ended),
		appeal: JSON.stringify(appeal),
	};
}

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
	/** `done`: how many of the first steps have happened already. */
	keepJournal(id: number, steps: readonly Step[], done: number): Promise<void>;
	journal(id: number): Promise<{ steps: Step[]; done: number } | null>;
	noteDone(id: number, done: number): Promise<void>;
	noteHidden(id: number, posts: readonly { pid: string; at: number }[]): Promise<void>;
	/** pids that a restriction took out of sight, by the time of writing. */
	hidden(id: number): Index;
	dropHidden(id: number, pid: string): Promise<void>;
}

export function restrictionStore(database: Database): RestrictionStore {
	async function each(ids: readonly number[]): Promise<(Restriction | null)[]> {
		const rows = ids.length > 0 ? await database.getObjects(ids.map(keys.restriction)) : [];
		return rows.map(row => row && restrictionFrom(row));
	}
	const read = async (ids: readonly number[]) => (await each(ids)).filter(row => row !== null);
	const numbers = (values: readonly string[]) => values.map(Number);

	async function append(id: number, event: RestrictionEvent): Promise<void> {
		const number = await database.incrObjectField(keys.events(id), 'last');
		await database.setObject(keys.events(id), { [`event${number}`]: JSON.stringify(event) });
	}

	return {
		async add(restriction, event, dueAt) {
			const id = await database.incrObjectField(keys.counter, 'last');
			const added = { ...restriction, id };
			await database.setObject(keys.restriction(id), rowOf(added));
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
			return (await read(numbers(await allOf(sortedSet(database, keys.open(uid)))))).filter(isOpen);
		},
		async change(restriction, change, event) {
			const changed = { ...restriction, ...change };
			if (change.state === 'active' && isByHost(changed)) {
				// Before the state that it follows from: what is listed too early does no harm.
				await database.sortedSetAdd(keys.held, changed.id, String(changed.id));
			}
			// Only what changes: somebody else may change the rest of it meanwhile.
			await database.setObject(keys.restriction(restriction.id), pick(rowOf(changed), Object.keys(change)));
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
		async events(id) {
			const row = await database.getObject(keys.events(id)) ?? {};
			const found = Object.entries(row).filter(([name]) => name.startsWith('event'))
				.sort(([a], [b]) => Number(a.slice(5)) - Number(b.slice(5)));
			return found.map(([, json]) => parsed(json) as RestrictionEvent);
		},
		noteLost: (uid, at) => (at > 0 ? database.setObject(keys.lost(uid), { at }) :
			database.delete(keys.lost(uid))),
		lostAt: async uid => Number((await database.getObject(keys.lost(uid)))?.at ?? 0),
		async keepJournal(id, steps, doneSteps) {
			await database.setObject(keys.journal(id), {
				done: doneSteps, length: steps.length,
				...Object.fromEntries(steps.map((step, index) => [`step${index}`, JSON.stringify(step)])),
			});
		},
		async journal(id) {
			const row = await database.getObject(keys.journal(id));
			const length = Number(row?.length ?? 0);
			return row && {
				done: Number(row.done ?? 0),
				steps: Array.from({ length }, (_, index) => parsed(row[`step${index}`]) as Step),
			};
		},
		noteDone: (id, doneSteps) => database.setObject(keys.journal(id), { done: doneSteps }),
		noteHidden: (id, posts) => database.sortedSetAddBulk(posts.map(({ pid, at }) => [keys.hidden(id), at, pid])),
		hidden: id => sortedSet(database, keys.hidden(id)),
		dropHidden: (id, pid) => database.sortedSetRemove(keys.hidden(id), pid),
	};
}
