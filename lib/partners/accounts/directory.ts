import type { Cache } from '../../kernel/host/ports';
import { readThrough, type ReadThrough } from '../../kernel/host/read-through';
import { after, all, atOnce, now, type Soon } from '../../kernel/host/soon';
import type { Membership, PartnerAccount } from '../company/account';
import type { PartnerStore } from './store';

interface Kept<T> { value: T | null }

/**
 * Who speaks for whom, at every post and on every page; cached, and invalidated everywhere on change. A suspension is
 * one record of the account, so it applies to ten thousand people at their next request.
 */
export interface PartnerDirectory {
	membership(uid: number): Soon<Membership | null>;
	account(id: string): Soon<PartnerAccount | null>;
	/** Each account once; one read for those that are not cached. */
	accounts(ids: readonly string[]): Soon<Map<string, PartnerAccount>>;
	forget(id: string, uids: readonly number[]): void;
}

const valueOf = <T>(cache: ReadThrough<Kept<T>>, key: string): Soon<T | null> =>
	after(cache.get(key), ({ value }) => value);

export function partnerDirectory(store: PartnerStore, caches: { members: Cache; accounts: Cache }): PartnerDirectory {
	const memberships = readThrough<Kept<Membership>>(caches.members, async uid =>
		({ value: (await store.memberships([Number(uid)]))[0] ?? null }));
	const accounts = readThrough<Kept<PartnerAccount>>(caches.accounts, async id =>
		({ value: await store.account(id) }));
	return {
		membership: uid => valueOf(memberships, String(uid)),
		account: id => valueOf(accounts, id),
		accounts: atOnce(function* (ids) {
			const found = yield* now(all([...new Set(ids)].map(id => accounts.get(id))));
			return new Map(found.flatMap(({ value }) => (value ? [[value.id, value] as const] : [])));
		}),
		forget(id, uids) {
			accounts.forget(id);
			uids.forEach(uid => memberships.forget(String(uid)));
		},
	};
}
