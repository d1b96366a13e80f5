import type { PartnerLookup } from '../kernel/partner-lookup';
import type { Host } from '../kernel/ports';
import { isPartner } from './account';
import type { PartnerParts } from './parts';

/** For whom a member speaks, for his own record. */
export function partnerLookup({ store, directory, host }: Pick<PartnerParts, 'store' | 'directory'> & {
	host: Pick<Host, 'clock'>;
}): PartnerLookup {
	return {
		async now(uid) {
			const membership = await directory.membership(uid);
			const account = membership && await directory.account(membership.partner);
			return membership && account ? {
				id: account.id, company: account.company, role: membership.role,
				level: isPartner(account, host.clock.now()) ? account.level : '',
			} : null;
		},
		async changes(uid) {
			return (await store.changes(uid)).flatMap(event => (event.kind === 'joined' || event.kind === 'left' ?
				[{ partner: event.partner, change: event.kind, role: event.role, at: event.at }] : []));
		},
	};
}
