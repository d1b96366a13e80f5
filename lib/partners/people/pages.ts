import { uidOf } from '../../kernel/host/member';
import { languageToken } from '../../kernel/refusals/message';
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

const withWord = <T extends { role: PartnerRole }>(one: T) =>
	({ ...one, roleWord: languageToken(`forum-terms:partner.role.${one.role}`) });
const iso = (time: number) => new Date(time).toISOString();

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
	async function join({ actor, params, query }: PageCall, title: string) {
		const uid = uidOf(actor);
		const code = params.code ?? '';
		const mine = await views.ofMember(uid);
		const invitation = code ? await invitations.find(code, uid) : null;
		const invited = invitation && await store.account(invitation.partner);
		const { partner = '', company = '' } = mine.membership ? {} : query;
		const wantedId = partner || (company ? await search(company) : '');
		const wanted = wantedId ? await store.account(wantedId) : null;
		return {
			template: 'forum-terms/partner-join',
			data: {
				title, code, isUnknown: code !== '' && !invited,
				invitation: invited && invitation ?
					withWord({ company: invited.company, role: invitation.role, code }) : null,
				// An invitation shown above is not listed again.
				...mine, membership: mine.membership && withWord(mine.membership),
				invitations: mine.invitations.filter(one => one.code !== code)
					.map(one => ({ ...withWord(one), expiresISO: iso(one.expiresAt) })),
				requests: mine.requests.map(one => ({ ...one, atISO: iso(one.at) })),
				wanted: wanted ? { partner: wanted.id, company: wanted.company } : null,
				asked: company, isNotFound: company !== '' && !wanted,
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
