import { nameKey } from '../../kernel/formats/text';
import type { Host } from '../../kernel/host/ports';
import { named, type Names } from '../../platform/people';
import type { Membership, PartnerAccount } from '../company/account';
import type { AccountAcceptances } from '../accounts/acceptance';
import type { PendingStore } from '../accounts/pending-store';
import type { PeopleStanding } from './access';
import { confirmationDue } from './confirmation';
import { peoplePage, peoplePerPage } from './page';
import type { Invitations } from './invitations';
import type { Requests } from './requests';
import type { PartnerSettings } from '../company/settings';
import type { PartnerStore } from '../accounts/store';
import type { Soon } from '../../kernel/host/soon';

interface Parts {
	store: PartnerStore;
	settings: () => Soon<PartnerSettings>;
	pending: PendingStore;
	host: Pick<Host, 'clock' | 'members'>;
}

/** Views of an account's people for its owners, and of a member's own membership. */
export function peopleViews(
	parts: Parts, { acceptances, requests, invitations: { standing } }: {
		acceptances: AccountAcceptances; requests: Requests; invitations: Pick<Invitations, 'standing'>;
	},
) {
	const { store, pending, settings, host } = parts;

	/** Owners first, then by day of joining; a search reads all names, and only the records it shows. */
	async function page(account: PartnerAccount, after: number, words: string) {
		const { id, owners } = account;
		const total = await store.peopleCount(id);
		const view = (people: readonly Membership[], names: Names) =>
			people.map(({ uid, role, since, isHalted }) => ({ ...names(uid), role, since, isHalted }));
		if (words === '') {
			const { people, next } = await peoplePage(store, account, after);
			const names = await named(host.members, people.map(({ uid }) => uid));
			return { total, found: total, next, people: view(people, names) };
		}
		const uids = [...new Set([...owners, ...await store.peopleUids(id)])];
		const names = await named(host.members, uids);
		const found = uids.filter(uid => nameKey(names(uid).username).includes(nameKey(words)));
		const shown = await store.memberships(found.slice(after, after + peoplePerPage));
		return {
			total, found: found.length, next: found.length > after + peoplePerPage ? after + peoplePerPage : 0,
			people: view(shown.filter(row => row?.partner === id).filter(row => row !== null), names),
		};
	}

	async function waiting({ id, owners }: PartnerAccount) {
		const now = host.clock.now();
		const [invitations, asked, offers] = await Promise.all([
			pending.invitationsOf(id, now).then(standing), pending.requestsOf(id), pending.offersOf(id),
		]);
		const memberships = await store.memberships(asked.map(({ uid }) => uid));
		const open = asked.filter((_request, index) => !memberships[index]);
		const names = await named(host.members, [...invitations, ...open, ...offers].map(({ uid }) => uid));
		return {
			invitations: invitations.map(({ uid, email, role, at, expiresAt, id: number, by }) =>
				({ id: number, ...names(uid), email, role, at, expiresAt, by })),
			requests: open.map(({ uid, role, words, at, isByDomain }) =>
				({ ...names(uid), role, words, at, isByDomain })),
			offers: offers.filter(({ by }) => owners.includes(by))
				.map(({ uid, leaves, at, by }) => ({ ...names(uid), leaves, at, by })),
		};
	}

	async function confirmation(account: PartnerAccount) {
		const due = confirmationDue(account, await settings());
		const now = host.clock.now();
		return {
			confirmedAt: Math.max(account.confirmedAt, account.createdAt), confirmedBy: account.confirmedBy,
			dueAt: due?.dueAt ?? 0, heldFrom: due?.heldFrom ?? 0,
			isDue: due !== null && now >= due.dueAt, isHeld: due !== null && now >= due.heldFrom,
		};
	}

	async function companies(ids: readonly string[]): Promise<Map<string, string>> {
		const found = await store.accounts([...new Set(ids)]);
		return new Map(found.flatMap(row => (row ? [[row.id, row.company] as const] : [])));
	}

	return {
		confirmation,
		async ofAccount(account: PartnerAccount, who: PeopleStanding, after: number, words: string, language: string) {
			return {
				partner: account.id, company: account.company, revision: account.revision,
				mayChange: who === 'owner' || who === 'administrator', isOwner: who === 'owner',
				...await page(account, after, words), ...await waiting(account),
				confirmation: await confirmation(account), ...await acceptances.state(account, language),
			};
		},
		async ofMember(uid: number, language: string) {
			const now = host.clock.now();
			const [[membership = null], asked, invited, byDomain, { partnerDomainJoin }] = await Promise.all([
				store.memberships([uid]), pending.requestsBy(uid), pending.invitationsFor(uid, now).then(standing),
				requests.companyOf(uid), settings(),
			]);
			const offer = membership ? await pending.offered(membership.partner, uid) : null;
			const account = membership ? await store.account(membership.partner) : null;
			const names = await companies([...asked, ...invited].map(({ partner }) => partner));
			const inviters = await named(host.members, invited.map(({ by }) => by));
			const isGood = offer !== null && account?.owners.includes(offer.by) === true;
			return {
				membership: membership && account ? {
					partner: account.id, company: account.company, role: membership.role, since: membership.since,
					isHalted: membership.isHalted, isLastOwner: membership.role === 'owner' && account.owners.length === 1,
				} : null,
				requests: asked.map(({ partner, role, at }) => ({ partner, company: names.get(partner) ?? '', role, at })),
				invitations: invited.map(({ id, partner, role, by, expiresAt }) => ({
					code: `m${id}`, partner, company: names.get(partner) ?? '', role, expiresAt,
					by: inviters(by).username,
				})),
				byDomain: !membership && byDomain && partnerDomainJoin !== 'off' ?
					{ partner: byDomain.id, company: byDomain.company, joins: partnerDomainJoin === 'join' } : null,
				offer: isGood && account ? {
					partner: account.id, company: account.company, leaves: offer.leaves,
					owed: await acceptances.owedBySuccessor(uid, language),
				} : null,
			};
		},
	};
}

export type PeopleViews = ReturnType<typeof peopleViews>;
