import * as v from 'valibot';
import { decodeBody } from '../../kernel/slice/body';
import { done, type Outcome } from '../../kernel/refusals/outcome';
import { visibleText } from '../../kernel/formats/text';
import { longestText } from './typed-text';

// Longer than any answer may be, so that its item can say how much too long one is. Browsers send CR LF.
const text = v.pipe(v.string(), v.maxLength(200_000), v.transform(typed => typed.replace(/\r\n?/g, '\n').trim()));
const short = v.pipe(v.string(), v.maxLength(200));

const vendorAnswer = v.strictObject({ vendor: short, reference: v.optional(v.pipe(text, v.maxLength(longestText)), '') });
const trunkAnswer = v.strictObject({ provider: short, country: v.pipe(v.string(), v.maxLength(2)) });

// Most answers are texts, and each wrong guess costs more than the right one.
const answerSchema = v.union([
	text, v.boolean(), v.pipe(v.array(short), v.maxLength(50)), vendorAnswer, trunkAnswer,
], 'boolean | string | string[] | { vendor, reference } | { provider, country }');

/** One answer; its shape depends on the item's kind. */
export type Answer = v.InferOutput<typeof answerSchema>;
export type Answers = Readonly<Record<string, Answer>>;

export const answersSchema = v.pipe(v.record(v.pipe(v.string(), v.maxLength(60)), answerSchema),
	v.maxEntries(50));

/** What an author sends: the checklist version they saw, an answer per item, their visit, their choice of category. */
export const checklistField = v.strictObject({
	version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
	answers: v.optional(answersSchema, {}),
	visit: v.optional(v.pipe(v.string(), v.maxLength(60))),
	/** A suggested category, and what the author did about it (CK-11). */
	suggested: v.optional(v.strictObject({
		cid: v.pipe(v.number(), v.integer(), v.minValue(1)), choice: v.picklist(['changed', 'kept']),
	})),
});

export type ChecklistField = v.InferOutput<typeof checklistField>;

const fieldOfPost = v.object({ forumTerms: v.object({ checklist: checklistField }) });

/** The `checklist` part of the `forumTerms` field; a wrong shape is refused by field name. */
export function decodeChecklist(value: unknown): Outcome<ChecklistField> {
	if (value === undefined || value === null) {
		return done({ answers: {} });
	}
	const decoded = decodeBody(fieldOfPost, { forumTerms: { checklist: value } });
	return decoded.ok ? { ok: true, value: decoded.value.forumTerms.checklist } : decoded;
}

export function isVendor(answer: Answer | undefined): answer is v.InferOutput<typeof vendorAnswer> {
	return typeof answer === 'object' && 'vendor' in answer;
}

export function isTrunk(answer: Answer | undefined): answer is v.InferOutput<typeof trunkAnswer> {
	return typeof answer === 'object' && 'provider' in answer;
}

/** Whether nothing is ticked, typed or chosen. */
export function isEmpty(answer: Answer | undefined): boolean {
	if (answer === undefined || typeof answer === 'boolean') {
		return answer !== true;
	}
	if (typeof answer === 'string') {
		return visibleText(answer) === '';
	}
	return Array.isArray(answer) ? answer.length === 0 :
		visibleText(isVendor(answer) ? answer.vendor : answer.provider) === '';
}
