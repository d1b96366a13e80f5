import type { Lease } from '../../kernel/lease';
import type { Host } from '../../kernel/ports';
import { textOf } from '../../kernel/text';
import { allOf, sortedSet } from '../../platform/paged-index';
import type { PartnerDirectory } from '../directory';
import type { PartnerEvent } from '../event';
import type { PartnerGroups } from '../partner-groups';
import type { PendingStore } from '../pending-store';
import type { PartnerStore } from '../store';
import type { AccountChange } from './account-change';

const keys = {
	/** Sorted set: accounts whose change may be unfinished, by its time; noted before, so that none is forgotten. */
	changing: 'forum-terms:partners-changing',
	/** Hash: what is being done to an account, as JSON, until it is done. */
	change: (id: string) => `forum-terms:partner-change:${id}`,
} as const;

/** Changes of accounts, each of which is done whole or not at all: what a dead process has begun is finished. */
export interface AccountJournal {
	/** Under the account's lease. */
	carryOut(change: AccountChange, lease: Lease): Promise<void>;
	/** Finishes what a dead process has begun there, and answers it; under the account's lease. */
	finish(id: string, lease: Lease): Promise<AccountChange | null>;
	/** The same everywhere. */
	resume(): Promise<void>;
}

interface Parts {
	store: PartnerStore;
	pending: Pick<PendingStore, 'follow'>;
	directory: PartnerDirectory;
	groups: PartnerGroups;
	host: Pick<Host, 'database' | 'leases' | 'messenger'>;
}

export function accountJournal({ store, pending, directory, groups, host }: Parts): AccountJournal {
	const { database, leases, messenger } = host;

	async function follow(change: Omit<AccountChange, 'events'> & { events: readonly PartnerEvent[] }): Promise<void> {
		const { account, events, joined, gone, only, announcement, told = [] } = change;
		await store.writeEvents(events);
		await pending.follow(change.pending ?? []);
		await store.leave(account.id, gone);
		await store.join(joined);
		await store.save(account, announcement);
		directory.forget(account.id, [...gone, ...joined.map(({ uid }) => uid)]);
		await groups.step(account, gone, only);
		for (const { uids, message } of told) {
			await messenger.send(uids, message);
		}
	}
	async function close(id: string): Promise<void> {
		await database.delete(keys.change(id));
		await database.sortedSetRemove(keys.changing, id);
	}
	async function finish(id: string, { check }: Lease): Promise<AccountChange | null> {
		const json = textOf((await database.getObject(keys.change(id)))?.json);
		if (json === '') {
			return null;
		}
		check();
		const change = JSON.parse(json) as Parameters<typeof follow>[0];
		await follow(change);
		await close(id);
		return change;
	}

	return {
		async carryOut(change, { check }) {
			const { account: { id, updatedAt } } = change;
			const numbered = { ...change, events: await store.numbered(change.events) };
			check();
			// What is listed and has nothing to finish does no harm.
			await database.sortedSetAdd(keys.changing, updatedAt, id);
			await database.setObject(keys.change(id), { json: JSON.stringify(numbered) });
			await follow(numbered);
			await close(id);
		},
		finish,
		async resume() {
			for (const id of await allOf(sortedSet(database, keys.changing))) {
				await leases.withLease(`partner:${id}`, async (lease) => {
					await finish(id, lease);
					await close(id);
				}, () => undefined);
			}
		},
	};
}
