import * as v from 'valibot';
import { done, refused, type Outcome } from './outcome';
import { refuse } from './refusal';

/** Any schema that decodes outside text in one synchronous go. */
export type BodySchema<T> = v.GenericSchema<unknown, T>;

/** Decodes a request body; the first thing wrong becomes a refusal that names the field and what was expected. */
export function decodeBody<T>(schema: BodySchema<T>, body: unknown): Outcome<T> {
	const result = v.safeParse(schema, body, { abortEarly: true });
	if (result.success) {
		return done(result.output);
	}
	const issue = result.issues[0];
	const field = v.getDotPath(issue) ?? 'body';
	return refused(refuse('body-invalid', [field, issue.expected ?? issue.message], { field }));
}

/** Body of a call that takes nothing; extra keys are an error, so that a typing mistake is not swallowed. */
export const emptyBody = v.optional(v.strictObject({}), {});
