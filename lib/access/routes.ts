import * as v from 'valibot';
import { emptyBody } from '../kernel/body';
import type { ClauseId } from '../kernel/clause';
import { uidOf, type Actor } from '../kernel/member';
import { done, refused, type Outcome } from '../kernel/outcome';
import type { Host } from '../kernel/ports';
import { refuse, type Refusal } from '../kernel/refusal';
import { route, type Route, type RouteCall } from '../kernel/routes';
import type { Appeals } from './appeals';
import type { FactFinder } from './facts';
import { filterNamed, listFilters } from './list-filter';
import { clauseSchema, decisionSchema, type Restriction } from './restriction';
import type { Restrictions } from './restrictions';
import type { RestrictionStore } from './store';
import { effectViews, eventViews, restrictionViews } from './view';

const pageSize = 20;
const words = (least: number, most: number) =>
	v.pipe(v.string(), v.trim(), v.minLength(least), v.maxLength(most));

const causeBody = v.strictObject({
	clause: v.optional(clauseSchema),
	withoutCause: v.optional(v.boolean(), false),
	reason: v.optional(words(0, 2000), ''),
	evidence: v.optional(v.pipe(v.array(v.pipe(v.union([v.number(), v.string()]), v.transform(String),
		v.regex(/^[1-9]\d{0,15}$/))), v.maxLength(50)), []),
});

export interface AccessParts {
	restrictions: Restrictions;
	appeals: Appeals;
	facts: Pick<FactFinder, 'rights'>;
	store: Pick<RestrictionStore, 'events'>;
	host: Pick<Host, 'members' | 'translate'>;
}

/** Whether somebody has any say about others' access. */
export async function hasSay(facts: Pick<FactFinder, 'rights'>, actor: Actor): Promise<boolean> {
	const uid = uidOf(actor);
	const { isGlobalStaff, mayBan, mayMute, moderates } = await facts.rights(uid);
	return uid > 0 && (isGlobalStaff || mayBan || mayMute || moderates === 'all' || moderates.length > 0);
}

const number = (text: string | undefined): number => (/^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : 0);

/** Ending access and giving it back over the API (clause 6): whoever bans or moderates, as far as he does. */
export function restrictionRoutes({ restrictions, appeals, facts, store, host }: AccessParts): Route[] {
	const { members, translate } = host;

	const staffOnly = (record: { method: Route['method']; path: string }, body: Route['body'],
		handle: (call: RouteCall<never>, by: number) => Promise<Outcome<unknown>>): Route => route({
		...record, access: 'member', body: body as never,
		async handle(call: RouteCall<never>) {
			// Refusals of a decision name its own clauses; a stranger learns nothing at all.
			return await hasSay(facts, call.actor) ? handle(call, uidOf(call.actor)) :
				refused<unknown>(refuse('permission-missing', [], { clause: '6' }) satisfies Refusal);
		},
	});
	async function viewed(found: Outcome<Restriction>): Promise<Outcome<unknown>> {
		const [view] = found.ok ? await restrictionViews([found.value], members) : [];
		return found.ok ? done(view) : found;
	}

	return [
		staffOnly({ method: 'post', path: '/admin/restrictions/plan' }, decisionSchema, async (call, by) => {
			const { body, language } = call as unknown as RouteCall<v.InferOutput<typeof decisionSchema>>;
			const forecast = await restrictions.plan(body, by);
			return forecast.ok ? done({
				...forecast.value, effects: await effectViews(forecast.value.effects, language, translate),
			}) : forecast;
		}),
		staffOnly({ method: 'post', path: '/admin/restrictions' }, decisionSchema, async (call, by) => {
			const { body } = call as unknown as RouteCall<v.InferOutput<typeof decisionSchema>>;
			return viewed(await restrictions.restrict(body, by));
		}),
		staffOnly({ method: 'get', path: '/admin/restrictions' }, emptyBody, async ({ query }, by) => {
			const filter = filterNamed(query.state ?? 'all');
			if (!filter) {
				return refused<unknown>(refuse('body-invalid', ['state', listFilters.join(' | ')],
					{ field: 'state', clause: '6' }));
			}
			const { restrictions: found, next } = await restrictions.list(by, {
				count: pageSize, before: number(query.before) || Number.MAX_SAFE_INTEGER, uid: number(query.uid),
				filter,
			});
			return done({ restrictions: await restrictionViews(found, members), next });
		}),
		staffOnly({ method: 'get', path: '/admin/restrictions/:id' }, emptyBody, async ({ params, language }, by) => {
			const found = await restrictions.read(number(params.id), by);
			const [view] = found.ok ? await restrictionViews([found.value.restriction], members) : [];
			return found.ok ? done({
				...view, effects: await effectViews(found.value.effects, language, translate),
				events: await eventViews(await store.events(found.value.restriction.id), members),
			}) : found;
		}),
		staffOnly({ method: 'put', path: '/admin/restrictions/:id/cause' }, causeBody, async (call, by) => {
			const { body, params } = call as unknown as RouteCall<v.InferOutput<typeof causeBody>>;
			const { clause, ...cause } = body;
			return viewed(await restrictions.setCause(number(params.id), by, {
				...cause, ...clause === undefined ? {} : { clause: clause as ClauseId },
			}));
		}),
		staffOnly({ method: 'delete', path: '/admin/restrictions/:id' }, v.strictObject({
			reason: words(1, 2000), content: v.optional(v.picklist(['restore', 'keep']), 'restore'),
		}), async (call, by) => {
			const { body, params } = call as unknown as RouteCall<{ reason: string; content: 'restore' | 'keep' }>;
			const lifted = await restrictions.lift(number(params.id), by, body.reason, body.content === 'keep');
			const [view] = lifted.ok ? await restrictionViews([lifted.value.restriction], members) : [];
			return lifted.ok ? done({ ...view, lost: lifted.value.lost }) : lifted;
		}),
		staffOnly({ method: 'put', path: '/admin/restrictions/:id/appeal' }, v.strictObject({
			decision: v.picklist(['granted', 'declined']), answer: words(1, 4000),
		}), async (call, by) => {
			const { body, params } = call as unknown as RouteCall<{ decision: 'granted' | 'declined'; answer: string }>;
			return viewed(await appeals.answer(number(params.id), by, body.decision === 'granted', body.answer));
		}),
	];
}
