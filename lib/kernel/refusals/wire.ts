import * as v from 'valibot';

/** A version id on the wire: `<document>-<n>`, for example `forum-3`. */
export const versionIdSchema = v.pipe(v.string(), v.maxLength(72), v.regex(/^[a-z][a-z0-9-]{0,59}-[1-9]\d{0,8}$/),
	v.examples(['forum-3']));

const jsonValue = v.unknown();

/**
 * The `forumTerms` field of a topic, reply or edit: what the author accepts, answers and confirms in the same request.
 * Unknown keys are refused, so that a client notices a misspelling.
 */
export const forumTermsField = v.pipe(v.custom<object>(value =>
	typeof value === 'object' && value !== null && !Array.isArray(value), 'Object'), v.strictObject({
	accept: v.optional(v.pipe(v.array(versionIdSchema), v.maxLength(20))),
	language: v.optional(v.pipe(v.string(), v.maxLength(20))),
	checklist: v.optional(jsonValue),
	confirm: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(200))),
	mask: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(200))),
	token: v.optional(v.pipe(v.string(), v.maxLength(2000))),
}));

/** The decoded `forumTerms` field. */
export type ForumTermsField = v.InferOutput<typeof forumTermsField>;
