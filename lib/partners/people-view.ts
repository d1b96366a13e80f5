import { chunk } from 'lodash';
import type { MemberProfile } from '../kernel/ports';
import type { Membership, PartnerAccount } from './account';
import type { AccountAcceptances } from './account-acceptance';
import type { PeopleStanding } from './people-access';
import { confirmationDue } from './confirmation';
import type { PeopleParts } from './people-parts';
import type { Requests } from './requests';

const pageSize = 25;
const batch = 500;

/** Everything about who belongs to an account, for its owners; and for a member, where he belongs himself. */
export function peopleViews(
	parts: PeopleParts, { acceptances, requests }: { acceptances: AccountAcceptances; requests: Requests },
) {
	const { store, pending, settings, host } = parts;

	async function named(uids: readonly number[]): Promise<Map<number, MemberProfile>> {
		const found = new Map<number, MemberProfile>();
		for (const some of chunk([...new Set(uids)].filter(uid => uid > 0), batch)) {
			(await host.members.profiles(some)).forEach(profile => profile && found.set(profile.uid, profile));
		}
		return found;
	}
	const person = (names: Map<number, MemberProfile>, uid: number) =>
		({ uid, username: names.get(uid)?.username ?? '', userslug: names.get(uid)?.userslug ?? '' });

	/** Owners first, then by the day of joining; a search reads everybody's name. */
	async function page(id: string, after: number, words: string) {
		const isOwner = ({ role }: Membership) => (role === 'owner' ? 0 : 1);
		const people = (await store.people(id)).sort((a, b) => isOwner(a) - isOwner(b));
		const names = words === '' ? null : await named(people.map(({ uid }) => uid));
		const wanted = words.toLowerCase();
		const found = people.filter(({ uid }) => !names || names.get(uid)?.username.toLowerCase().includes(wanted));
		const shown = found.slice(after, after + pageSize);
		const known = names ?? await named(shown.map(({ uid }) => uid));
		return {
			total: people.length, found: found.length, next: found.length > after + pageSize ? after + pageSize : 0,
			people: shown.map(({ uid, role, since, isHalted }) => ({ ...person(known, uid), role, since, isHalted })),
		};
	}

	async function waiting({ id, owners }: PartnerAccount) {
		const now = host.clock.now();
		const [invitations, asked, offers] = await Promise.all([
			pending.invitationsOf(id, now), pending.requestsOf(id), pending.offersOf(id),
		]);
		const memberships = await store.memberships(asked.map(({ uid }) => uid));
		const open = asked.filter((_request, index) => !memberships[index]);
		const names = await named([...invitations, ...open, ...offers].map(({ uid }) => uid));
		return {
			invitations: invitations.map(({ uid, email, role, at, expiresAt, id: number, by }) =>
				({ id: number, ...person(names, uid), email, role, at, expiresAt, by })),
			requests: open.map(({ uid, role, words, at, isByDomain }) =>
				({ ...person(names, uid), role, words, at, isByDomain })),
			offers: offers.filter(({ by }) => owners.includes(by))
				.map(({ uid, leaves, at, by }) => ({ ...person(names, uid), leaves, at, by })),
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
		async ofAccount(account: PartnerAccount, who: PeopleStanding, after: number, words: string) {
			return {
				partner: account.id, company: account.company, revision: account.revision,
				mayChange: who === 'owner' || who === 'administrator', isOwner: who === 'owner',
				...await page(account.id, after, words), ...await waiting(account),
				confirmation: await confirmation(account), ...await acceptances.state(account),
			};
		},
		async ofMember(uid: number) {
			const now = host.clock.now();
			const [[membership = null], asked, invited, byDomain, { partnerDomainJoin }] = await Promise.all([
				store.memberships([uid]), pending.requestsBy(uid), pending.invitationsFor(uid, now),
				requests.companyOf(uid), settings(),
			]);
			const offer = membership ? await pending.offered(membership.partner, uid) : null;
			const account = membership ? await store.account(membership.partner) : null;
			const names = await companies([...asked, ...invited].map(({ partner }) => partner));
			const inviters = await named(invited.map(({ by }) => by));
			const isGood = offer !== null && account?.owners.includes(offer.by) === true;
			return {
				membership: membership && account ? {
					partner: account.id, company: account.company, role: membership.role, since: membership.since,
					isHalted: membership.isHalted, isLastOwner: membership.role === 'owner' && account.owners.length === 1,
				} : null,
				requests: asked.map(({ partner, role, at }) => ({ partner, company: names.get(partner) ?? '', role, at })),
				invitations: invited.map(({ id, partner, role, by, expiresAt }) => ({
					code: `m${id}`, partner, company: names.get(partner) ?? '', role, expiresAt,
					by: inviters.get(by)?.username ?? '',
				})),
				byDomain: !membership && byDomain && partnerDomainJoin !== 'off' ?
					{ partner: byDomain.id, company: byDomain.company, joins: partnerDomainJoin === 'join' } : null,
				offer: isGood && account ? {
					partner: account.id, company: account.company, leaves: offer.leaves,
					owed: await acceptances.owedBySuccessor(uid),
				} : null,
			};
		},
	};
}

export type PeopleViews = ReturnType<typeof peopleViews>;
