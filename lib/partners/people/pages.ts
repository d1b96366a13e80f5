import { uidOf } from '../../kernel/host/member';
import { languageToken } from '../../kernel/edge/message';
import type { Page, PageCall } from '../../kernel/edge/routes';
import type { PartnerRole } from '../company/account';
import type { Invitations } from './invitations';
import { joinPath } from '../../kernel/edge/message-kind';
import { staffRoles } from '../accounts/pending';
import type { PeopleViews } from './view';
import type { PartnerStore } from '../accounts/store';

const withWord = <T extends { role: PartnerRole }>(one: T) =>
	({ ...one, roleWord: languageToken(`forum-terms:partner.role.${one.role}`) });
const iso = (time: number) => new Date(time).toISOString();

interface Parts {
	store: PartnerStore;
	invitations: Invitations;
	views: PeopleViews;
}

/** Where everybody sees and changes whom they speak for (clause 4.12). */
export function peoplePages({ invitations, store, views }: Parts): Page[] {
	/** The page of an invitation, or without one, of one's own company. */
	async function join({ actor, params, query }: PageCall, title: string) {
		const uid = uidOf(actor);
		const code = params.code ?? '';
		const mine = await views.ofMember(uid);
		const invitation = code ? await invitations.find(code, uid) : null;
		const invited = invitation && await store.account(invitation.partner);
		const wanted = query.partner && !mine.membership ? await store.account(query.partner) : null;
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
				roles: staffRoles.map(role => ({ role })),
			},
		};
	}
	const joinTitle = '[[forum-terms:people.join-page]]';
	const joining = (path: string): Page => ({
		path, access: 'member', kind: 'public', title: joinTitle, render: call => join(call, joinTitle),
	});

	return [joining(joinPath), joining(`${joinPath}/:code`)];
}
