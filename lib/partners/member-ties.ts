import type { MemberTiesLookup } from '../kernel/offers/member-ties';
import type { LicenceLookup } from '../kernel/offers/licence-history';
import type { Host } from '../kernel/host/ports';
import type { PartnerDirectory } from './accounts/directory';
import { strikesPathOf } from './strikes/paths';
import type { PartnerStore } from './accounts/store';

/**
 * A member's company and licences, for staff who decide about their access. If an owner loses access, people are asked
 * to decide: nothing happens to the account automatically (clauses 4.12 and 6).
 */
export function memberTies({ store, directory, licences, host }: {
	store: PartnerStore; directory: PartnerDirectory;
	licences: LicenceLookup; host: Pick<Host, 'clock' | 'messenger'>;
}): MemberTiesLookup {
	return {
		async ties(uid) {
			const membership = await directory.membership(uid);
			const [account, people, own] = await Promise.all([
				membership && directory.account(membership.partner),
				membership ? store.peopleCount(membership.partner) : 0, licences(uid),
			]);
			return {
				partner: membership && account ?
					{ id: account.id, company: account.company, role: membership.role, people } : null,
				licences: own.filter(({ state }) => state === 'verified').length,
			};
		},
		async ask(partner, uid, restriction) {
			const account = await store.account(partner);
			// A retry comes within minutes; older events are about another restriction.
			const acts = await store.lastEvents(partner, 500);
			const isAsked = acts.some(event => event.kind === 'owner-ended' && event.restriction === restriction);
			if (!account || isAsked) {
				return;
			}
			await store.append([{ partner, at: host.clock.now(), by: 0, kind: 'owner-ended', uid, restriction }]);
			await host.messenger.toAdministrators({
				kind: 'partner-owner-ended', about: `${partner}:${restriction}`, facts: [account.company],
				// Where they can refer it to the partner team (clause 1).
				path: `${strikesPathOf(partner)}&restriction=${restriction}`,
			});
		},
		async isDomainEnded(domain) {
			return (await store.claiming(domain)).some(({ suspension }) => suspension !== null);
		},
	};
}
