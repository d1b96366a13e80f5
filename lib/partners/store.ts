import { chunk } from 'lodash';
import * as v from 'valibot';
import type { Database } from '../kernel/ports';
import { textOf } from '../kernel/text';
import { partnerRoles, type Membership, type PartnerAccount, type Suspension } from './account';
import type { PartnerEvent } from './event';

const keys = {
	/** Sorted set: ids of accounts by time of creation. */
	accounts: 'forum-terms:partners',
	account: (id: string) => `forum-terms:partner:${id}`,
	/** Sorted set: uids of an account's people by time of joining. */
	people: (id: string) => `forum-terms:partner-people:${id}`,
	member: (uid: number) => `forum-terms:partner-member:${uid}`,
	/** Hash: number of the last event. */
	counter: 'forum-terms:partner-events',
	event: (id: number) => `forum-terms:partner-event:${id}`,
	/** Sorted set: events of an account by number. */
	events: (id: string) => `forum-terms:partner-events-of:${id}`,
	/** Sorted set: posts of an account's people by time. */
	posts: (id: string) => `forum-terms:partner-posts:${id}`,
} as const;

const batch = 500;
const most = Number.MAX_SAFE_INTEGER;
const list = (json: unknown): unknown => JSON.parse(textOf(json) || '[]');

const suspensionSchema = v.object({
	clause: v.string(), reason: v.string(), notice: v.string(), by: v.number(), at: v.number(),
});

function suspensionIn(json: unknown): Suspension | null {
	const read = v.safeParse(suspensionSchema, JSON.parse(textOf(json) || 'null'));
	return read.success ? read.output : null;
}

function accountFrom(row: Record<string, unknown>): PartnerAccount {
	const number = (name: string) => Number(row[name] ?? 0);
	return {
		id: textOf(row.id), company: textOf(row.company), contact: textOf(row.contact), email: textOf(row.email),
		level: textOf(row.level), levelValidUntil: number('levelValidUntil'),
		domains: v.parse(v.array(v.string()), list(row.domains)),
		owners: v.parse(v.array(v.number()), list(row.owners)),
		suspension: suspensionIn(row.suspension), revision: number('revision'), createdAt: number('createdAt'),
		updatedAt: number('updatedAt'),
	};
}

function membershipFrom(uid: number, row: Record<string, unknown> | null): Membership | null {
	const role = partnerRoles.find(known => known === row?.role);
	return row && role && textOf(row.partner) !== '' ? {
		uid, partner: textOf(row.partner), role, since: Number(row.since ?? 0), isHalted: Number(row.halted ?? 0) === 1,
	} : null;
}

/** An event without the number and the time that it gets when it is written. */
export type NewEvent = PartnerEvent extends infer E ? E extends PartnerEvent ? Omit<E, 'id'> : never : never;

/** Accounts, whom each member speaks for, and everything that ever changed about it. */
export interface PartnerStore {
	ids(): Promise<string[]>;
	account(id: string): Promise<PartnerAccount | null>;
	accounts(ids: readonly string[]): Promise<(PartnerAccount | null)[]>;
	save(account: PartnerAccount): Promise<void>;
	/** Null where a member speaks for nobody. */
	memberships(uids: readonly number[]): Promise<(Membership | null)[]>;
	people(id: string): Promise<Membership[]>;
	/** How many people the index of an account has, without reading them. */
	peopleCount(id: string): Promise<number>;
	join(memberships: readonly Membership[]): Promise<void>;
	leave(id: string, uids: readonly number[]): Promise<void>;
	append(events: readonly NewEvent[]): Promise<void>;
	events(id: string): Promise<PartnerEvent[]>;
	notePost(id: string, pid: string, at: number): Promise<void>;
	dropPost(id: string, pid: string): Promise<void>;
	/** Newest first, `count` at most, from `before` (milliseconds) down. */
	posts(id: string, count: number, before: number): Promise<string[]>;
	postCount(id: string): Promise<number>;
}

export function partnerStore(database: Database): PartnerStore {
	async function memberships(uids: readonly number[]): Promise<(Membership | null)[]> {
		const rows = await database.getObjects(uids.map(uid => keys.member(uid)));
		return uids.map((uid, index) => membershipFrom(uid, rows[index] ?? null));
	}
	async function accounts(ids: readonly string[]): Promise<(PartnerAccount | null)[]> {
		const rows = await database.getObjects(ids.map(id => keys.account(id)));
		return rows.map(row => row && accountFrom(row));
	}
	/** Every value of a sorted set, however long, in order of its score. */
	async function walk(key: string): Promise<string[]> {
		return database.getSortedSetRangeByScore(key, 1_000_000, 0, most);
	}

	return {
		ids: () => walk(keys.accounts),
		account: async id => (await accounts([id]))[0] ?? null,
		accounts,
		async save({ domains, owners, suspension, ...rest }) {
			await database.setObject(keys.account(rest.id), {
				...rest, domains: JSON.stringify(domains), owners: JSON.stringify(owners),
				suspension: suspension ? JSON.stringify(suspension) : '',
			});
			await database.sortedSetAdd(keys.accounts, rest.createdAt, rest.id);
		},
		memberships,
		async people(id) {
			const found: Membership[] = [];
			for (const uids of chunk((await walk(keys.people(id))).map(Number), batch)) {
				// The member's own record is the truth; the index may still name somebody who left while a node died.
				found.push(...(await memberships(uids)).filter(row => row?.partner === id).filter(row => row !== null));
			}
			return found;
		},
		peopleCount: id => database.sortedSetCard(keys.people(id)),
		async join(rows) {
			for (const some of chunk([...rows], batch)) {
				await Promise.all(some.map(({ uid, partner, role, since, isHalted }) =>
					database.setObject(keys.member(uid), { partner, role, since, halted: isHalted ? 1 : 0 })));
				await database.sortedSetAddBulk(some.map(({ uid, partner, since }) =>
					[keys.people(partner), since, String(uid)]));
			}
		},
		async leave(id, uids) {
			for (const uid of uids) {
				await database.delete(keys.member(uid));
				await database.sortedSetRemove(keys.people(id), String(uid));
			}
		},
		async append(events) {
			for (const some of chunk([...events], batch)) {
				const last = await database.incrObjectFieldBy(keys.counter, 'lastId', some.length);
				const numbered = some.map((event, index) => ({ ...event, id: last - some.length + 1 + index }));
				await Promise.all(numbered.map(event =>
					database.setObject(keys.event(event.id), { json: JSON.stringify(event) })));
				await database.sortedSetAddBulk(numbered.map(({ id, partner }) =>
					[keys.events(partner), id, String(id)]));
			}
		},
		async events(id) {
			const rows = await Promise.all(chunk((await walk(keys.events(id))).map(Number), batch)
				.map(ids => database.getObjects(ids.map(event => keys.event(event)))));
			return rows.flat().flatMap(row => (row ? [JSON.parse(textOf(row.json)) as PartnerEvent] : []));
		},
		notePost: (id, pid, at) => database.sortedSetAdd(keys.posts(id), at, pid),
		dropPost: (id, pid) => database.sortedSetRemove(keys.posts(id), pid),
		posts: (id, count, before) => database.getSortedSetRevRangeByScore(keys.posts(id), count, before),
		postCount: id => database.sortedSetCard(keys.posts(id)),
	};
}
