import type { Lease } from '../../kernel/host/lease';
import type { Host } from '../../kernel/host/ports';
import { journal, openList } from '../../platform/journal';
import type { PartnerDirectory } from './directory';
import type { PartnerGroups } from './groups';
import type { PendingStore } from './pending-store';
import type { PartnerStore } from './store';
import { changeSchema, type AccountChange, type NumberedChange } from './account-change';

/** Changes of accounts, each done completely or not at all: interrupted ones are finished. */
export interface AccountJournal {
	/** Under the account's lease. */
	perform(change: AccountChange, lease: Lease): Promise<void>;
	/** Finishes an interrupted change and answers it; under the account's lease. */
	finish(id: string, lease: Lease): Promise<AccountChange | null>;
	/** The same for all accounts. */
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
	const entries = journal(database, 'partner-change', changeSchema);
	/** Accounts with a possibly unfinished change, by time. */
	const changing = openList({
		database, leases, key: 'forum-terms:partners-changing', leaseOf: id => `partner:${id}`,
	});

	async function follow(change: NumberedChange): Promise<void> {
		const { account, events, joined, gone, only, announcement, messages = [] } = change;
		await store.writeEvents(events);
		await pending.follow(change.pending ?? []);
		await store.leave(account.id, gone);
		await store.join(joined);
		await store.save(account, announcement);
		directory.forget(account.id, [...gone, ...joined.map(({ uid }) => uid)]);
		await groups.step(account, gone, only);
		for (const { uids, message } of messages) {
			await messenger.send(uids, message);
		}
	}
	async function finish(id: string, lease: Lease): Promise<AccountChange | null> {
		const [change = null] = (await entries.read(id))?.steps ?? [];
		if (change) {
			await entries.run(id, lease, follow);
			await close(id);
		}
		return change;
	}
	async function close(id: string): Promise<void> {
		await entries.drop(id);
		await changing.remove(id);
	}

	return {
		async perform(change, lease) {
			const { id, updatedAt } = change.account;
			const numbered = { ...change, events: await store.numbered(change.events) };
			lease.check();
			await changing.add(id, updatedAt);
			await entries.write(id, [numbered]);
			await entries.run(id, lease, follow);
			await close(id);
		},
		finish,
		resume: () => changing.each(Number.MAX_SAFE_INTEGER, async (id, lease) => {
			await finish(id, lease);
			await close(id);
		}),
	};
}
