import { uniq } from 'lodash';
import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { uidOf, type Actor } from '../../kernel/host/member';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route, type RouteCall } from '../../kernel/slice/routes';
import { targetSchema } from '../../platform/decisions/spoken-against';
import { cursorField, cursorOf, positionIn } from '../../platform/cursor';
import type { Appeals } from '../appeals/appeals';
import type { Statements } from '../appeals/statements';
import type { FactFinder } from '../termination/facts';
import type { ReferralOffers } from './referral-offer';
import { filterNamed, listFilters } from '../restriction/list-filter';
import { clauseSchema, decisionSchema, evidenceSchema, type Restriction } from '../restriction/restriction';
import type { Forecast } from '../termination/decided';
import type { NewEnds } from '../termination/new-end';
import type { Restrictions } from '../termination/restrictions';
import type { RestrictionStore } from '../restriction/store';
import { effectViews, eventViews, restrictionViews } from '../restriction/view';

const pageSize = 20;
const words = (least: number, most: number) =>
	v.pipe(v.string(), v.trim(), v.minLength(least), v.maxLength(most));

const causeBody = v.strictObject({
	clause: v.optional(clauseSchema),
	withoutCause: v.optional(v.boolean(), false),
	target: targetSchema,
	reason: v.optional(words(0, 2000), ''),
	evidence: evidenceSchema,
});

/** Keys of `toConfirm`: groups and tokens, whose later removal the forum does not report. */
const giveBack = v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(300))), v.maxLength(500)), []);

const liftBody = v.strictObject({
	reason: words(1, 2000), content: v.optional(v.picklist(['restore', 'keep']), 'restore'), giveBack,
});

/** `until`: milliseconds since 1970; 0: permanently. */
const endBody = v.strictObject({
	until: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)), reason: words(1, 2000),
});

const answerBody = v.strictObject({
	decision: v.picklist(['granted', 'declined']), answer: words(1, 4000), giveBack,
});

export interface AccessParts {
	restrictions: Restrictions;
	newEnds: NewEnds;
	appeals: Appeals;
	statements: Pick<Statements, 'sentence' | 'preview'>;
	facts: Pick<FactFinder, 'rights'>;
	store: Pick<RestrictionStore, 'events'>;
	referralOf: ReferralOffers;
	host: Pick<Host, 'members' | 'translate'>;
}

/** Whether somebody may restrict others, at least in one category. */
export async function mayRestrict(facts: Pick<FactFinder, 'rights'>, actor: Actor): Promise<boolean> {
	const uid = uidOf(actor);
	const { isGlobalStaff, mayBan, mayMute, moderates } = await facts.rights(uid);
	return uid > 0 && (isGlobalStaff || mayBan || mayMute || moderates === 'all' || moderates.length > 0);
}

const number = (text: string | undefined): number => (/^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : 0);

/** Restricting and lifting over the API (clause 6), for people who ban or moderate, within their permissions. */
export function restrictionRoutes(parts: AccessParts): Route[] {
	const { restrictions, newEnds, appeals, statements, facts, store, referralOf, host } = parts;
	const { members, translate } = host;

	/** A route for people who may restrict others; others learn nothing. */
	const staffRoute = <B>({ handle, ...record }: Pick<Route<B>, 'method' | 'path' | 'body' | 'query'> & {
		handle(call: RouteCall<B>, by: number): Promise<Outcome<unknown>>;
	}): Route => route<B>({
		...record, access: 'member',
		async handle(call) {
			return await mayRestrict(facts, call.actor) ? handle(call, uidOf(call.actor)) :
				refused(refuse('permission-missing', [], { clause: '6' }));
		},
	});
	/** In the member's language, and in that of the person who decides. */
	async function previewFor({ restriction, source }: Pick<Forecast, 'restriction' | 'source'>, by: number) {
		const languages = uniq([await members.language(restriction.uid), await members.language(by)]);
		return Promise.all(languages.map(async language =>
			({ language, lines: (await statements.preview(restriction, source, language)).lines })));
	}
	async function viewed(found: Outcome<Restriction>): Promise<Outcome<unknown>> {
		const [view] = found.ok ? await restrictionViews([found.value], members) : [];
		return found.ok ? done(view) : found;
	}

	return [
		staffRoute({
			method: 'post', path: '/admin/restrictions/plan', body: decisionSchema,
			async handle({ body, language }, by) {
				const found = await restrictions.plan(body, by);
				if (!found.ok) {
					return found;
				}
				const { restriction, source, ...forecast } = found.value;
				return done({
					...forecast, effects: await effectViews(forecast.effects, language, translate),
					statements: await previewFor({ restriction, source }, by),
				});
			},
		}),
		staffRoute({
			method: 'post', path: '/admin/restrictions', body: decisionSchema,
			async handle({ body }, by) {
				const found = await restrictions.restrict(body, by);
				const [view] = found.ok ? await restrictionViews([found.value], members) : [];
				return found.ok ? done({ ...view, referral: await referralOf(found.value, by) }) : found;
			},
		}),
		staffRoute({
			method: 'get', path: '/admin/restrictions', body: emptyBody,
			query: {
				uid: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/))), state: v.optional(v.picklist(listFilters)),
				before: cursorField,
			},
			async handle({ query }, by) {
				const filter = filterNamed(query.state ?? 'all');
				if (!filter) {
					return refused(refuse('body-invalid', ['state', listFilters.join(' | ')],
						{ field: 'state', clause: '6' }));
				}
				const from = positionIn(query, 'before');
				if (!from.ok) {
					return from;
				}
				const { rows, next } = await restrictions.list(by, {
					count: pageSize, from: from.value, uid: number(query.uid), filter,
				});
				return done({ restrictions: await restrictionViews(rows, members), next: cursorOf(next) ?? 0 });
			},
		}),
		staffRoute({
			method: 'get', path: '/admin/restrictions/:id', body: emptyBody,
			async handle({ params, language }, by) {
				const found = await restrictions.read(number(params.id), by);
				const [view] = found.ok ? await restrictionViews([found.value.restriction], members) : [];
				return found.ok ? done({
					...view, toConfirm: found.value.toConfirm,
					referral: await referralOf(found.value.restriction, by),
					sentence: await statements.sentence(found.value.restriction, language),
					effects: await effectViews(found.value.effects, language, translate),
					events: await eventViews(await store.events(found.value.restriction.id), members),
				}) : found;
			},
		}),
		staffRoute({
			method: 'put', path: '/admin/restrictions/:id/cause', body: causeBody,
			async handle({ body: { clause, ...cause }, params }, by) {
				return viewed(await restrictions.setCause(number(params.id), by, {
					...cause, ...clause ? { clause } : {},
				}));
			},
		}),
		staffRoute({
			method: 'put', path: '/admin/restrictions/:id/end', body: endBody,
			handle: async ({ body: { until, reason }, params }, by) =>
				viewed(await newEnds.set(number(params.id), by, until, reason)),
		}),
		staffRoute({
			method: 'delete', path: '/admin/restrictions/:id', body: liftBody,
			async handle({ body, params }, by) {
				const lifted = await restrictions.lift(
					number(params.id), by, body.reason, body.content === 'keep', body.giveBack);
				const [view] = lifted.ok ? await restrictionViews([lifted.value.restriction], members) : [];
				return lifted.ok ? done({ ...view, lost: lifted.value.lost }) : lifted;
			},
		}),
		staffRoute({
			method: 'put', path: '/admin/restrictions/:id/appeal', body: answerBody,
			handle: async ({ body, params }, by) =>
				viewed(await appeals.answer(
					number(params.id), by, body.decision === 'granted', body.answer, body.giveBack)),
		}),
	];
}
