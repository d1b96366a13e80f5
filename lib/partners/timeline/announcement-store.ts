import * as v from 'valibot';
import type { Database, StoredHash } from '../../kernel/host/ports';
import { allOf, sortedSet } from '../../platform/paged-index';
import { json, number, storedMap, storedRow } from '../../platform/stored-row';

const keys = {
	/** Sorted set: accounts with something to announce, by the time of it; noted before, so that none is forgotten. */
	announcing: 'forum-terms:partners-announcing',
	progress: (id: string, revision: number) => `forum-terms:partner-announcement:${id}:${revision}`,
} as const;

/** What an account's people have to hear, as long as not all of them did. */
export interface Announcement {
	kind: 'partner-suspended' | 'partner-lifted';
	/** Of the account that it is about: there is one for each. */
	revision: number;
	/** Milliseconds since 1970. */
	at: number;
	facts: readonly string[];
}

export const announcementSchema: v.GenericSchema<unknown, Announcement> = v.object({
	kind: v.picklist(['partner-suspended', 'partner-lifted']), revision: v.number(), at: v.number(),
	facts: v.array(v.string()),
});
const progressRow = storedRow<AnnouncementProgress>({ owner: number, staff: number });
const fields = (database: Database) => storedMap(database, json(announcementSchema), 'announcement');

/** How far an announcement is: everybody up to these uids was told, in the order of uids; 0 for nobody. */
export interface AnnouncementProgress { owner: number; staff: number }

/** Announcements are fields of the account: the write that suspends it is the one that owes them. */
export interface AnnouncementStore {
	/** Accounts that may have something to announce, since a moment or before it. */
	announcing(until: number): Promise<string[]>;
	/** Oldest first. */
	owed(id: string): Promise<Announcement[]>;
	progress(id: string, announcement: Announcement): Promise<AnnouncementProgress>;
	advance(id: string, announcement: Announcement, progress: AnnouncementProgress): Promise<void>;
	/** Everybody was told. */
	finish(id: string, announcement: Announcement): Promise<void>;
	/** The account has nothing to announce any more. */
	rest(id: string): Promise<void>;
}

/** The fields with which an announcement is owed, for the write that makes it due. */
export function announcementFields(database: Database, announcement: Announcement): StoredHash {
	return fields(database).encode({ [announcement.revision]: announcement });
}

/** Has to come before that write: what is listed and owes nothing does no harm. */
export async function expectAnnouncement(database: Database, id: string, at: number): Promise<void> {
	await database.sortedSetAdd(keys.announcing, at, id);
}

export function announcementStore(database: Database, accountKey: (id: string) => string): AnnouncementStore {
	const progress = progressRow.in(database);
	return {
		announcing: until => allOf(sortedSet(database, keys.announcing, { max: until })),
		async owed(id) {
			return (await fields(database).get(accountKey(id))).map(([, announcement]) => announcement);
		},
		async progress(id, { revision }) {
			return await progress.get(keys.progress(id, revision)) ?? { owner: 0, staff: 0 };
		},
		advance: (id, { revision }, told) => progress.set(keys.progress(id, revision), told),
		async finish(id, { revision }) {
			await database.deleteObjectField(accountKey(id), `announcement${revision}`);
			await database.delete(keys.progress(id, revision));
		},
		rest: id => database.sortedSetRemove(keys.announcing, id),
	};
}
