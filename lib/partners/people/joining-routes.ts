import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { uidOf } from '../../kernel/host/member';
import { done, refused } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route } from '../../kernel/slice/routes';
import type { Invitations } from './invitations';
import type { Ownership } from './ownership';
import type { AccountFor } from './access';
import { staffRoles } from '../accounts/pending';
import type { PeopleViews } from './view';
import type { Requests } from './requests';
import type { PartnerStore } from '../accounts/store';

/** For rare acts that notify others by e-mail. */
export const seldom = { most: 20, minutes: 60 };

const uid = v.pipe(v.number(), v.integer(), v.minValue(1));
const username = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

interface Parts {
	store: PartnerStore;
	host: Pick<Host, 'members'>;
	invitations: Invitations;
	requests: Requests;
	ownership: Ownership;
	views: PeopleViews;
}

/** What members do themselves: join, leave, take over (clause 4.12). */
export function joiningRoutes(
	{ invitations, requests, ownership, views, store, host }: Parts, accountFor: AccountFor,
): Route[] {
	return [
		route({
			method: 'get', path: '/me/partner', access: 'member', body: emptyBody,
			handle: async ({ actor, language }) => done(await views.ofMember(uidOf(actor), language)),
		}),
		route({
			method: 'post', path: '/partners/invitations/:code/acceptance', access: 'member', body: emptyBody,
			handle: ({ actor, params }) => invitations.accept((params.code ?? '').slice(0, 100), uidOf(actor)),
		}),
		route({
			method: 'post', path: '/partners/:id/requests', access: 'member', rate: seldom,
			body: v.optional(v.strictObject({
				role: v.optional(v.picklist(staffRoles), 'support'),
				words: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000)), ''),
			}), {}),
			async handle({ actor, params, body }) {
				const account = await store.account(params.id ?? '');
				return account ? requests.ask(account.id, uidOf(actor), body.role, body.words) :
					refused(refuse('partner-unknown', [params.id ?? ''], { field: 'id' }));
			},
		}),
		route({
			method: 'post', path: '/partners/:id/departure', access: 'member', rate: seldom,
			body: v.optional(v.strictObject({ successor: v.optional(v.union([uid, username], 'uid | username')) }), {}),
			async handle(call) {
				const found = await accountFor(call, ['owner', 'staff', 'moderator', 'administrator'], 'departure');
				const { successor = null } = call.body;
				const next = typeof successor === 'string' ? await host.members.uidOf(successor) : successor;
				return found.ok ? ownership.depart(found.value.account.id, found.value.acting.uid, next) : found;
			},
		}),
		route({
			method: 'post', path: '/partners/:id/handover', access: 'member', rate: seldom,
			body: v.strictObject({
				accept: v.boolean(),
				versions: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(20)), []),
			}),
			async handle(call) {
				const found = await accountFor(call, ['owner', 'staff', 'moderator', 'administrator'], 'handover');
				return found.ok ? ownership.answer(
					found.value.account.id, found.value.acting.uid, call.body, call.language) : found;
			},
		}),
	];
}
