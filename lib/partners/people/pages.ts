import { uidOf } from '../../kernel/host/member';
import { languageToken } from '../../kernel/refusals/message';
import type { Fact } from '../../kernel/refusals/phrase';
import type { Page, PageCall } from '../../kernel/slice/routes';
import type { Host } from '../../kernel/host/ports';
import type { PartnerRole } from '../company/account';
import { companySearch } from './company-search';
import type { Invitations } from './invitations';
import { joinPath } from '../../kernel/refusals/message-kind';
import type { PartnerSettings } from '../company/settings';
import type { PeopleViews } from './view';
import type { PartnerStore } from '../accounts/store';
import type { Soon } from '../../kernel/host/soon';

const roleWord = (role: PartnerRole) => ({ key: `forum-terms:partner.role.${role}` });
const says = (name: string, ...facts: Fact[]) => languageToken(`forum-terms:people.${name}`, facts);
const iso = (time: number) => new Date(time).toISOString();

/** What the page says about these, with names as they were typed. */
function saying({ membership, offer, byDomain, requests }: Awaited<ReturnType<PeopleViews['ofMember']>>) {
	return {
		membership: membership && { ...membership, says: says('speaks', membership.company, roleWord(membership.role)) },
		offer: offer && {
			...offer, says: says('offer-lead', offer.company),
			owed: offer.owed.map(one => ({ ...one, says: says('offer-accept', one.title, offer.company) })),
		},
		byDomain: byDomain && {
			...byDomain, says: says('domain', byDomain.company),
			button: says(byDomain.joins ? 'domain-join' : 'domain-ask', byDomain.company),
		},
		requests: requests.map(one => ({ ...one, atISO: iso(one.at), says: says('asked-since', one.company) })),
	};
}

interface Parts {
	store: PartnerStore;
	settings: () => Soon<Pick<PartnerSettings, 'partnerDomainJoin'>>;
	invitations: Invitations;
	views: PeopleViews;
	host: Pick<Host, 'cache'>;
}

/** Where everybody sees and changes whom they speak for (clause 4.12). */
export function peoplePages({ invitations, store, settings, views, host }: Parts): Page[] {
	const search = companySearch({ store, host });

	/** The page of an invitation or, without one, of the reader's own company. */
	async function join({ actor, params, query, language }: PageCall, title: string) {
		const uid = uidOf(actor);
		const code = params.code ?? '';
		const mine = await views.ofMember(uid, language);
		const invitation = code ? await invitations.find(code, uid) : null;
		const invited = invitation && await store.account(invitation.partner);
		const { partner = '', company = '' } = mine.membership ? {} : query;
		const wantedId = partner || (company ? await search(company) : '');
		const wanted = wantedId ? await store.account(wantedId) : null;
		return {
			template: 'forum-terms/partner-join',
			data: {
				title, code, isUnknown: code !== '' && !invited,
				invitation: invited && invitation ? {
					company: invited.company, role: invitation.role, code,
					says: says('invited-to', invited.company, roleWord(invitation.role)),
				} : null,
				...mine, ...saying(mine),
				// An invitation shown above is not listed again.
				invitations: mine.invitations.filter(one => one.code !== code).map(one => ({
					...one, expiresISO: iso(one.expiresAt), says: says('invited-by', one.by, one.company, roleWord(one.role)),
				})),
				wanted: wanted ? { partner: wanted.id, company: wanted.company, says: says('ask', wanted.company) } : null,
				asked: company, isNotFound: company !== '' && !wanted, notFound: says('company-unknown', company),
				isByDomain: (await settings()).partnerDomainJoin !== 'off',
			},
		};
	}
	const joinTitle = '[[forum-terms:people.join-page]]';
	const joining = (path: string): Page => ({
		path, access: 'member', kind: 'public', title: joinTitle, render: call => join(call, joinTitle),
	});

	return [joining(joinPath), joining(`${joinPath}/:code`)];
}
