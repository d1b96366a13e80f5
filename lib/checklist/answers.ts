import * as v from 'valibot';

/** What an author sends: the version of the checklist he saw and an answer per item. */
const answersSchema = v.strictObject({
	version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
	answers: v.record(v.pipe(v.string(), v.maxLength(60)), v.union([v.string(), v.boolean()])),
});

export type ChecklistAnswers = v.InferOutput<typeof answersSchema>;

/** The `checklist` part of the `forumTerms` field; null when it has another shape. */
export function decodeChecklist(value: unknown): ChecklistAnswers | null {
	const decoded = v.safeParse(answersSchema, value ?? { answers: {} });
	return decoded.success ? decoded.output : null;
}
