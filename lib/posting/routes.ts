import type { Soon } from '../kernel/host/soon';
import * as v from 'valibot';
import { emptyBody } from '../kernel/slice/body';
import { refusalMessage } from '../kernel/refusals/message';
import type { RulesLookup } from '../kernel/offers/category-rules';
import type { CategorySuggestions } from '../kernel/offers/category-suggestion';
import type { ChecklistLookup } from '../kernel/offers/checklist-form';
import type { OwedLookup, WritingPlace } from '../kernel/offers/owed';
import { uidOf } from '../kernel/host/member';
import { done, refused, type Outcome } from '../kernel/refusals/outcome';
import type { Places } from '../kernel/host/ports';
import { refuse, type Refusal } from '../kernel/refusals/refusal';
import type { Act } from '../kernel/slice/review';
import { route, type Route, type RouteCall } from '../kernel/slice/routes';
import { forumTermsField } from '../kernel/refusals/wire';
import type { Door } from './door';
import { submissionOf } from './submission';
import { actAt, askedPlace } from './place';

/** Its format is checked together with the act, which says which ids count. */
const id = v.union([v.pipe(v.number(), v.integer()), v.pipe(v.string(), v.maxLength(1000))]);

const checkedActs = ['topic', 'reply', 'edit'] as const;
type CheckedAct = typeof checkedActs[number];

const checkBody = v.pipe(v.strictObject({
	act: v.optional(v.picklist(checkedActs)),
	cid: v.optional(id),
	tid: v.optional(id),
	pid: v.optional(id),
	title: v.optional(v.pipe(v.string(), v.maxLength(2000))),
	content: v.pipe(v.string(), v.maxLength(200_000)),
	tags: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(100))),
	forumTerms: v.optional(forumTermsField, {}),
}), v.metadata({ examples: [
	{ act: 'topic', cid: 2, title: 'Phones restart', content: 'Since the last update they do.', tags: ['phones'] },
	{ content: 'The same here.', tid: 12, forumTerms: { accept: ['forum-3'], checklist: { version: 1, answers: { manual: true } } } },
	{ act: 'edit', content: 'Since yesterday.', pid: 40, forumTerms: { confirm: [], mask: [], token: '' } },
] }));

/** One of them at most; which form an id has is checked with the act. */
const placeId = v.optional(v.pipe(v.string(), v.maxLength(1000), v.examples(['3'])));

interface Parts {
	door: Door;
	owedTo: OwedLookup;
	checklistOf: ChecklistLookup;
	/** Why a member may not post there; null if they may (clause 6). */
	barredAt: (uid: number, act: Act, place: WritingPlace) => Soon<Refusal | null>;
	places: Places;
	suggestionFor: CategorySuggestions;
	rulesOf: RulesLookup;
	translate: (token: string, language: string) => Promise<string>;
}

/** The routes to ask before posting: what a place requires of this member, and what the door would say. */
export function postingRoutes(parts: Parts): Route[] {
	const { door, owedTo, checklistOf, barredAt, places, translate, suggestionFor, rulesOf } = parts;

	/** The one place that a request names, if its sender may read it; null if it names none. */
	async function placeFor(
		{ actor }: RouteCall<unknown>, named: Parameters<typeof askedPlace>[0], act?: CheckedAct,
	): Promise<Outcome<WritingPlace>> {
		const place = askedPlace(named, act);
		const isNamed = place.ok && Object.keys(place.value).length > 0;
		return !isNamed || await places.canRead(place.value, uidOf(actor)) ? place : refused(refuse('permission-missing'));
	}

	async function said(refusal: Refusal, language: string) {
		return {
			code: refusal.code, clause: refusal.clause, message: await translate(refusalMessage(refusal), language),
		};
	}

	/** Says in advance what this member may not post at a place. */
	async function accessOf(uid: number, place: WritingPlace, language: string) {
		const refusal = uid > 0 ? await barredAt(uid, actAt(place), place) : null;
		return { allowed: refusal === null, reasons: refusal ? [await said(refusal, language)] : [] };
	}

	return [
		route({
			method: 'get', path: '/posting', access: 'member', body: emptyBody, query: { cid: placeId, tid: placeId, pid: placeId },
			async handle(call) {
				const named = await placeFor(call, call.query);
				if (!named.ok) {
					return named;
				}
				const [place, uid] = [named.value, uidOf(call.actor)];
				return done({
					terms: { owed: await owedTo(uid, call.language, place) },
					checklist: Object.keys(place).length > 0 ? await checklistOf(place, uid, call.language) : null,
					rules: Object.keys(place).length > 0 ? await rulesOf(place, call.language) : null,
					access: await accessOf(uid, place, call.language),
				});
			},
		}),
		route({
			method: 'post', path: '/posting/check', access: 'member', body: checkBody, rate: 'unlimited',
			async handle(call) {
				const { body, language } = call;
				const act = body.act ?? actAt(body);
				const place = await placeFor(call, body, body.act);
				if (!place.ok) {
					return place;
				}
				const uid = uidOf(call.actor);
				const submission = submissionOf(act, { ...body, uid }, body.forumTerms, 'check');
				if (!submission.ok) {
					return submission;
				}
				const verdict = await door.judge(submission.value, { dryRun: true });
				const cid = act === 'topic' ? Number(place.value.cid) : NaN;
				return done({
					outcome: verdict.outcome,
					// A suggestion to the author, never a reason against the text.
					suggestion: Number.isInteger(cid) ? await suggestionFor(body, cid, uid) : null,
					...verdict.outcome === 'allow' ? { token: await door.promise(submission.value) } : {},
					reasons: await Promise.all(verdict.reasons.map(async ({ refusal }) => ({
						...await said(refusal, language),
						...(refusal.field ? { field: refusal.field } : {}),
						...(refusal.termsVersion ? { termsVersion: refusal.termsVersion } : {}),
					}))),
				});
			},
		}),
	];
}
