import type { MemberTiesLookup } from '../kernel/offers/member-ties';
import type { LicenceLookup } from '../kernel/offers/licence-history';
import type { Host } from '../kernel/host/ports';
import type { PartnerDirectory } from './accounts/directory';
import { strikesPathOf } from './company/paths';
import type { Referrals } from './strikes/referrals';
import type { PartnerStore } from './accounts/store';

/**
 * A member's company and licences, for staff who decide about their access. If somebody of an account loses access,
 * people are asked to decide: nothing happens to the account automatically (clauses 1, 4.12 and 6).
 */
export function memberTies({ store, directory, referrals, licences, host }: {
	store: PartnerStore; directory: PartnerDirectory; referrals: Pick<Referrals, 'endings'>;
	licences: LicenceLookup; host: Pick<Host, 'clock' | 'members' | 'messenger'>;
}): MemberTiesLookup {
	/** Where an administrator refers an account to the partner team, with the restriction filled in (clause 1). */
	const referralPath = (partner: string, restriction: number) =>
		`${strikesPathOf(partner)}&restriction=${restriction}`;
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
		async areColleagues(one, other) {
			const [own, theirs] = await Promise.all([directory.membership(one), directory.membership(other)]);
			return own !== null && own.partner === theirs?.partner;
		},
		async ask(partner, { uid, isOwner }, restriction) {
			const account = await store.account(partner);
			// A retry comes within minutes; older events are about another restriction.
			const acts = await store.lastEvents(partner, 500);
			const isAsked = acts.some(event => 'restriction' in event && event.restriction === restriction);
			if (!account || isAsked) {
				return;
			}
			const kind = isOwner ? 'owner-ended' : 'staff-ended';
			await store.append([{ partner, at: host.clock.now(), by: 0, kind, uid, restriction }]);
			await host.messenger.toAdministrators({
				kind: `partner-${kind}`, about: `${partner}:${restriction}`, facts: [account.company],
				path: referralPath(partner, restriction),
			});
		},
		async restored(partner, uid, restriction) {
			const kinds = (await store.lastEvents(partner, 500)).flatMap(event =>
				('restriction' in event && event.restriction === restriction ? [event.kind] : []));
			if (kinds.length > 0 && !kinds.includes('access-restored')) {
				await store.append([{ partner, at: host.clock.now(), by: 0, kind: 'access-restored', uid, restriction }]);
			}
		},
		async referral(partner, restriction, by) {
			const [isAdmin, own] = await Promise.all([host.members.isAdministrator(by), directory.membership(by)]);
			const account = isAdmin && own?.partner !== partner ? await directory.account(partner) : null;
			const endings = account ? await referrals.endings(account) : [];
			return account && endings.some(ending => ending.restriction === restriction) ?
				{ partner, company: account.company, path: referralPath(partner, restriction) } : null;
		},
		async isDomainEnded(domain) {
			return (await store.claiming(domain)).some(({ suspension }) => suspension !== null);
		},
	};
}
