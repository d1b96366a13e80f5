import * as v from 'valibot';
import { done, refused, type Outcome } from './outcome';
import { refuse, type Refusal } from './refusal';

/** Any schema that decodes outside text in one synchronous go. */
export type BodySchema<T> = v.GenericSchema<unknown, T>;

/** What a reader should send instead, in the schema's own words: `string`, `("a" | "b")`, `<=200`. */
function expectation(schema: unknown, issue: v.BaseIssue<unknown>): string {
	// A missing or unknown key is reported by the object, which only knows the key's own name.
	const isAboutKey = issue.kind === 'schema' && issue.type === 'strict_object' && issue.path !== undefined;
	const key = issue.path?.at(-1)?.key;
	if (!isAboutKey || typeof key !== 'string') {
		return (issue.expected ?? issue.message).replaceAll('"', '');
	}
	const entries = (schema as { entries?: Record<string, { expects?: string } | undefined> }).entries ?? {};
	return issue.expected === 'never' ? '–' : (entries[key]?.expects ?? key).replaceAll('"', '');
}

/** Decodes a request body; the first thing wrong becomes a refusal that names the field and what was expected. */
export function decodeBody<T>(schema: BodySchema<T>, body: unknown): Outcome<T> {
	// A list passes for an object with numbered keys where the schema has only optional ones.
	if (Array.isArray(body)) {
		return refused(refuse('body-invalid', ['body', 'Object'], { field: 'body' }));
	}
	const result = v.safeParse(schema, body, { abortEarly: true });
	if (result.success) {
		return done(result.output);
	}
	const issue = result.issues[0];
	const field = v.getDotPath(issue) ?? 'body';
	return refused(refuse('body-invalid', [field, expectation(schema, issue)], { field }));
}

/** Everything wrong with a value, each as a refusal of its field. */
export function issuesOf(schema: BodySchema<unknown>, value: unknown): Refusal[] {
	return (v.safeParse(schema, value).issues ?? []).map((issue) => {
		const field = v.getDotPath(issue) ?? 'body';
		return refuse('body-invalid', [field, expectation(schema, issue)], { field });
	});
}

/** Body of a call that takes nothing; extra keys are an error, so that a typing mistake is not swallowed. */
export const emptyBody = v.optional(v.strictObject({}), {});
