import * as v from 'valibot';
import type { Database, StoredHash } from '../../kernel/host/ports';
import { allOf, sortedSet } from '../../platform/paged-index';
import { json, number, storedMap, storedRow } from '../../platform/stored-row';

const keys = {
	/** Sorted set: accounts with pending announcements, by time; written first, so that none is lost. */
	announcing: 'forum-terms:partners-announcing',
	progress: (id: string, revision: number) => `forum-terms:partner-announcement:${id}:${revision}`,
} as const;

/** A message for an account's people, until all have it. */
export interface Announcement {
	kind: 'partner-suspended' | 'partner-was-suspended' | 'partner-lifted';
	/** The account's revision it is about; one announcement per revision. */
	revision: number;
	/** When it is due, milliseconds since 1970. */
	at: number;
	facts: readonly string[];
	/** The decision on record that it announces. */
	decision: number;
}

export const announcementSchema: v.GenericSchema<unknown, Announcement> = v.object({
	kind: v.picklist(['partner-suspended', 'partner-was-suspended', 'partner-lifted']), revision: v.number(), at: v.number(),
	facts: v.array(v.string()), decision: v.number(),
});
const progressRow = storedRow<AnnouncementProgress>({ owner: number, staff: number });
const fields = (database: Database) => storedMap(database, json(announcementSchema), 'announcement');

/** Progress: everybody up to these uids was notified, in order of uids; 0 for nobody. */
export interface AnnouncementProgress { owner: number; staff: number }

/** Announcements are fields of the account: the write that suspends it also records its announcement. */
export interface AnnouncementStore {
	/** Accounts that may have pending announcements from before a moment. */
	announcing(until: number): Promise<string[]>;
	/** Oldest first. */
	owed(id: string): Promise<Announcement[]>;
	progress(id: string, announcement: Announcement): Promise<AnnouncementProgress>;
	advance(id: string, announcement: Announcement, progress: AnnouncementProgress): Promise<void>;
	/** Everybody was notified. */
	finish(id: string, announcement: Announcement): Promise<void>;
	/** The account has no pending announcements. */
	rest(id: string): Promise<void>;
}

/** The fields of a pending announcement, for the write that makes it due. */
export function announcementFields(database: Database, announcement: Announcement): StoredHash {
	return fields(database).encode({ [announcement.revision]: announcement });
}

/** Call before that write: an account without announcements on the list does no harm. */
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
