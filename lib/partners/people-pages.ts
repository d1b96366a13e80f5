import { uidOf } from '../kernel/member';
import type { Page, PageCall } from '../kernel/routes';
import { lookers, type AccountFor } from './people-access';
import { joinPath, peoplePath } from './people-notices';
import type { People } from './people-slice';
import { staffRoles } from './pending';

const iso = (time: number) => new Date(time).toISOString();

/** The pages about who belongs to a company: of its owners, and of everybody about himself (clause 4.12). */
export function peoplePages({ invitations, store, views }: People, accountFor: AccountFor): Page[] {
	/** The page behind an invitation, or without one about one's own company. */
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
				invitation: invited && invitation ? { company: invited.company, role: invitation.role, code } : null,
				// An invitation that is shown above is not listed once more.
				...mine, invitations: mine.invitations.filter(one => one.code !== code)
					.map(one => ({ ...one, expiresISO: iso(one.expiresAt) })),
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

	return [
		joining(joinPath), joining(`${joinPath}/:code`),
		{
			path: peoplePath, access: 'member', kind: 'public', title: '[[forum-terms:people.page]]',
			async render({ actor, query }) {
				const [membership] = await store.memberships([uidOf(actor)]);
				const id = query.id ?? membership?.partner ?? '';
				const found = await accountFor({ actor, params: { id } }, lookers, 'people');
				if (!found.ok) {
					return found.refusal.code === 'partner-unknown' ? { redirect: joinPath } : { notAllowed: true };
				}
				const { account } = found.value;
				return {
					template: 'forum-terms/partner-people',
					data: { title: '[[forum-terms:people.page]]', partner: account.id, company: account.company },
				};
			},
		},
	];
}
