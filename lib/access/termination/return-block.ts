import { uniq } from 'lodash';
import type { MemberAccess } from '../../kernel/host/member-access';
import type { MemberTiesLookup } from '../../kernel/offers/member-ties';
import type { Database } from '../../kernel/host/ports';
import { fingerprint } from '../../platform/fingerprint';
import { domainOf, mailboxOf } from './mail-address';
import type { Restriction } from '../restriction/restriction';
import type { AccessSettings } from '../restriction/settings';
import type { Soon } from '../../kernel/host/soon';

const keys = {
	/** Hash: the restrictions that block this address or IP; each removes itself when it ends. */
	kept: (hash: string) => `forum-terms:returns:${hash}`,
	/** Hash: the fingerprints that a restriction blocks. */
	of: (id: number) => `forum-terms:returns-of:${id}`,
} as const;

/** The number of latest IP addresses that are blocked. */
const mostAddresses = 5;

/**
 * Prevents a banned member from registering again (clause 6). Stores only fingerprints of addresses, until the
 * restriction ends.
 */
export interface ReturnBlock {
	block(restriction: Pick<Restriction, 'id' | 'uid'>): Promise<void>;
	free(restriction: Pick<Restriction, 'id'>): Promise<void>;
	/** Whether an account with this address or from this IP is blocked; either may be empty. */
	isBlocked(who: { email: string; ip: string }): Promise<boolean>;
}

interface Parts {
	database: Database;
	access: Pick<MemberAccess, 'emails' | 'addresses'>;
	ties: Pick<MemberTiesLookup, 'isDomainEnded'>;
	settings(): Soon<Pick<AccessSettings, 'blockReturnByIp'>>;
	secret(): Promise<string>;
}

export function returnBlock({ database, access, ties, settings, secret }: Parts): ReturnBlock {
	const hashOf = async (kind: 'mail' | 'ip', value: string) =>
		fingerprint(await secret(), 'return/v1', [kind, value]);

	async function isBlocked(kind: 'mail' | 'ip', value: string): Promise<boolean> {
		const row = value === '' ? null : await database.getObject(keys.kept(await hashOf(kind, value)));
		return Object.keys(row ?? {}).some(name => name.startsWith('by'));
	}

	return {
		async block({ id, uid }) {
			const boxes = uniq((await access.emails(uid)).map(mailboxOf)).filter(box => box !== '');
			const from = (await settings()).blockReturnByIp ? await access.addresses(uid, mostAddresses) : [];
			const hashes = await Promise.all([
				...boxes.map(box => hashOf('mail', box)), ...from.map(ip => hashOf('ip', ip)),
			]);
			if (hashes.length > 0) {
				// The list for removal first, so that no block is left over.
				await database.setObject(keys.of(id), Object.fromEntries(hashes.map((hash, index) => [`hash${index}`, hash])));
			}
			for (const hash of hashes) {
				await database.setObject(keys.kept(hash), { [`by${id}`]: 1 });
			}
		},
		async free({ id }) {
			const row = await database.getObject(keys.of(id)) ?? {};
			for (const [name, hash] of Object.entries(row).filter(([field]) => field.startsWith('hash'))) {
				await database.deleteObjectField(keys.kept(String(hash)), `by${id}`);
				await database.deleteObjectField(keys.of(id), name);
			}
		},
		async isBlocked({ email, ip }) {
			return await isBlocked('mail', mailboxOf(email)) ||
				((await settings()).blockReturnByIp && await isBlocked('ip', ip)) ||
				(domainOf(email) !== '' && await ties.isDomainEnded(domainOf(email)));
		},
	};
}
