import * as v from 'valibot';
import { emptyBody } from '../kernel/body';
import { refusalMessage } from '../kernel/message';
import type { CategorySuggestions } from '../kernel/category-suggestion';
import type { ChecklistLookup } from '../kernel/checklist-form';
import type { OwedLookup, WritingPlace } from '../kernel/owed';
import { done, refused, type Outcome } from '../kernel/outcome';
import type { Places } from '../kernel/ports';
import { refuse, type Refusal } from '../kernel/refusal';
import type { Act } from '../kernel/review';
import { route, type Route, type RouteCall } from '../kernel/routes';
import { forumTermsField } from '../kernel/wire';
import type { Door } from './door';
import { draftOf } from './draft';

const id = v.union([v.pipe(v.number(), v.integer(), v.minValue(1)), v.pipe(v.string(), v.maxLength(300))]);

const checkBody = v.strictObject({
	act: v.optional(v.picklist(['topic', 'reply', 'edit'])),
	cid: v.optional(id),
	tid: v.optional(id),
	pid: v.optional(id),
	title: v.optional(v.pipe(v.string(), v.maxLength(2000))),
	content: v.pipe(v.string(), v.maxLength(200_000)),
	tags: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(100))),
	forumTerms: v.optional(forumTermsField, {}),
});

interface Parts {
	door: Door;
	owedTo: OwedLookup;
	checklistOf: ChecklistLookup;
	/** Why a member may not write there; null when he may (clause 6). */
	barredAt: (uid: number, act: Act, place: WritingPlace) => Promise<Refusal | null>;
	places: Places;
	suggestionFor: CategorySuggestions;
	translate: (token: string, language: string) => Promise<string>;
}

function placeIn(query: Record<string, unknown>) {
	const place: { cid?: string; tid?: string; pid?: string } = {};
	for (const key of ['cid', 'tid', 'pid'] as const) {
		const value = query[key];
		if (typeof value === 'string' || typeof value === 'number') {
			place[key] = String(value);
		}
	}
	return place;
}

/** The ask-first routes: what a place demands of this member, and what the live door would say. */
export function postingRoutes(parts: Parts): Route[] {
	const { door, owedTo, checklistOf, barredAt, places, translate, suggestionFor } = parts;

	async function readable(call: RouteCall<unknown>, place: ReturnType<typeof placeIn>): Promise<Outcome<number>> {
		const uid = call.actor.kind === 'member' ? call.actor.uid : 0;
		const isNamed = Object.keys(place).length > 0;
		return !isNamed || await places.canRead(place, uid) ? done(uid) : refused(refuse('permission-missing'));
	}

	async function said(refusal: Refusal, language: string) {
		return {
			code: refusal.code, clause: refusal.clause, message: await translate(refusalMessage(refusal), language),
		};
	}

	/** Told before anything is typed: what a place does not take from this member. */
	async function accessOf(uid: number, place: ReturnType<typeof placeIn>, language: string) {
		const act = place.pid ? 'edit' : place.tid ? 'reply' : 'topic';
		const refusal = uid > 0 ? await barredAt(uid, act, place) : null;
		return { allowed: refusal === null, reasons: refusal ? [await said(refusal, language)] : [] };
	}

	return [
		route({
			method: 'get', path: '/posting', access: 'member', body: emptyBody,
			async handle(call) {
				const place = placeIn(call.query);
				const uid = await readable(call, place);
				return uid.ok ? done({
					terms: { owed: await owedTo(uid.value, call.language, place) },
					checklist: Object.keys(place).length > 0 ?
						await checklistOf(place, uid.value, call.language) : null,
					access: await accessOf(uid.value, place, call.language),
				}) : uid;
			},
		}),
		route({
			method: 'post', path: '/posting/check', access: 'member', body: checkBody, rate: 'unlimited',
			async handle(call) {
				const place = placeIn(call.body);
				const uid = await readable(call, place);
				if (!uid.ok) {
					return uid;
				}
				const act = call.body.act ?? (place.pid ? 'edit' : place.tid ? 'reply' : 'topic');
				const draft = draftOf(act, { ...call.body, uid: uid.value }, call.body.forumTerms, 'check');
				const verdict = await door.judge(draft, { dryRun: true });
				const cid = act === 'topic' ? Number(place.cid) : NaN;
				return done({
					outcome: verdict.outcome,
					// A word to the author, never a reason against his text.
					suggestion: Number.isInteger(cid) ? await suggestionFor(call.body, cid, uid.value) : null,
					...verdict.outcome === 'allow' ? { token: await door.promise(draft) } : {},
					reasons: await Promise.all(verdict.reasons.map(async ({ refusal }) => ({
						...await said(refusal, call.language),
						...(refusal.field ? { field: refusal.field } : {}),
						...(refusal.termsVersion ? { termsVersion: refusal.termsVersion } : {}),
					}))),
				});
			},
		}),
	];
}
