import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { done } from '../../kernel/refusals/outcome';
import { route, type Route } from '../../kernel/slice/routes';
import type { AccountAcceptances } from '../accounts/acceptance';
import type { Confirmations } from './confirmation';
import type { Invitations } from './invitations';
import type { Ownership } from './ownership';
import { keepers, viewers, type AccountFor } from './access';
import { partnerRoles } from '../company/account';
import { seldom } from './joining-routes';
import { staffRoles } from '../accounts/pending';
import type { PeopleViews } from './view';
import type { Requests } from './requests';

const reason = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(1000));
const role = v.picklist(staffRoles);
const version = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const uidIn = (text: string | undefined) => (/^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : 0);

const invitationBody = v.union([
	v.strictObject({ username: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)), role }),
	v.strictObject({ email: v.pipe(v.string(), v.trim(), v.maxLength(254), v.email()), role }),
]);
const decisionBody = v.variant('accept', [
	v.strictObject({ accept: v.literal(true), role: v.optional(role), reason: v.optional(v.pipe(v.string(), v.maxLength(1000)), '') }),
	v.strictObject({ accept: v.literal(false), reason }),
]);

interface Parts {
	invitations: Invitations;
	requests: Requests;
	ownership: Ownership;
	confirmations: Confirmations;
	acceptances: AccountAcceptances;
	views: PeopleViews;
}

/** What owners do with the people of their account (clause 4.12). */
export function peopleRoutes(
	{ invitations, requests, ownership, confirmations, acceptances, views }: Parts, accountFor: AccountFor,
): Route[] {
	return [
		route({
			method: 'get', path: '/partners/:id/people', access: 'member', body: emptyBody,
			query: { after: v.optional(v.pipe(v.string(), v.examples(['20']))), q: v.optional(v.string()) },
			async handle(call) {
				const found = await accountFor(call, viewers, 'people');
				const after = Math.max(0, Math.trunc(Number(call.query.after)) || 0);
				return found.ok ? done(await views.ofAccount(
					found.value.account, found.value.who, after, (call.query.q ?? '').trim().slice(0, 100),
					call.language)) : found;
			},
		}),
		route({
			method: 'post', path: '/partners/:id/invitations', access: 'member', body: invitationBody,
			rate: { most: 250, minutes: 1440 },
			async handle(call) {
				const found = await accountFor(call, keepers, 'invitations');
				return found.ok ? invitations.invite(
					found.value.account.id, call.body, call.body.role, found.value.acting.uid) : found;
			},
		}),
		route({
			method: 'delete', path: '/partners/:id/invitations/:invitation', access: 'member', body: emptyBody,
			async handle(call) {
				const found = await accountFor(call, keepers, 'invitations');
				return found.ok ? invitations.withdraw(
					found.value.account.id, uidIn(call.params.invitation), found.value.acting.uid) : found;
			},
		}),
		route({
			method: 'post', path: '/partners/:id/requests/:uid/decision', access: 'member', body: decisionBody,
			async handle(call) {
				const found = await accountFor(call, keepers, 'requests');
				return found.ok ? requests.decide(
					found.value.account.id, uidIn(call.params.uid), call.body, found.value.acting.uid) : found;
			},
		}),
		route({
			method: 'put', path: '/partners/:id/staff/:uid', access: 'member',
			body: v.strictObject({ role: v.picklist(partnerRoles) }),
			async handle(call) {
				const found = await accountFor(call, keepers, 'staff');
				return found.ok ? ownership.assign(
					found.value.account.id, uidIn(call.params.uid), call.body.role, found.value.acting) : found;
			},
		}),
		route({
			method: 'delete', path: '/partners/:id/staff/:uid', access: 'member', body: v.strictObject({ reason }),
			async handle(call) {
				const found = await accountFor(call, keepers, 'staff');
				return found.ok ? ownership.remove(
					found.value.account.id, uidIn(call.params.uid), call.body.reason, found.value.acting) : found;
			},
		}),
		route({
			method: 'post', path: '/partners/:id/confirmation', access: 'member',
			body: v.strictObject({ people: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
			async handle(call) {
				const found = await accountFor(call, ['owner'], 'confirmation');
				const saved = found.ok ? await confirmations.confirm(
					found.value.account.id, found.value.acting.uid, call.body.people) : found;
				return saved.ok ? done({ confirmation: await views.confirmation(saved.value) }) : saved;
			},
		}),
		route({
			method: 'post', path: '/partners/:id/acceptance', access: 'member', body: v.strictObject({ version }), rate: seldom,
			async handle(call) {
				const found = await accountFor(call, ['owner'], 'acceptance');
				return found.ok ? acceptances.accept(
					found.value.account, found.value.acting.uid, call.body.version, call.language) : found;
			},
		}),
	];
}
