import type { Cache } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';
import type { Membership, PartnerAccount } from '../company/account';
import type { PartnerStore } from './store';

interface Kept<T> { value: T | null }

/**
 * Who speaks for whom, at every post and on every page; cached, and invalidated everywhere on change. A suspension is
 * one record of the account, so it applies to ten thousand people at their next request.
 */
export interface PartnerDirectory {
	membership(uid: number): Promise<Membership | null>;
	account(id: string): Promise<PartnerAccount | null>;
	/** Each account once; one read for those that are not cached. */
	accounts(ids: readonly string[]): Promise<Map<string, PartnerAccount>>;
	forget(id: string, uids: readonly number[]): void;
}

export function partnerDirectory(store: PartnerStore, caches: { members: Cache; accounts: Cache }): PartnerDirectory {
	const memberships = readThrough<Kept<Membership>>(caches.members, async uid =>
		({ value: (await store.memberships([Number(uid)]))[0] ?? null }));
	const accounts = readThrough<Kept<PartnerAccount>>(caches.accounts, async id =>
		({ value: await store.account(id) }));
	return {
		membership: async uid => (await memberships.get(String(uid))).value,
		account: async id => (await accounts.get(id)).value,
		async accounts(ids) {
			const found = await Promise.all([...new Set(ids)].map(id => accounts.get(id)));
			return new Map(found.flatMap(({ value }) => (value ? [[value.id, value] as const] : [])));
		},
		forget(id, uids) {
			accounts.forget(id);
			uids.forEach(uid => memberships.forget(String(uid)));
		},
	};
}
