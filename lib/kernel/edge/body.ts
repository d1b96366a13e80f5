import { difference, isPlainObject, sortBy } from 'lodash';
import * as v from 'valibot';
import { expectationOf, type Expectation } from './expectation';
import { fieldLabel } from './field';
import { done, refused, type Outcome } from '../outcome';
import { refuse, type Refusal } from '../refusal';

/** Any schema that decodes outside text in one synchronous go. */
export type BodySchema<T> = v.GenericSchema<unknown, T>;

/** The refusal of a field: what it should have been, in the words of whoever filled it in. */
export function misshapen(field: string, { kind, fact }: Expectation): Refusal {
	const facts = [fieldLabel(field), ...fact === undefined ? [] : [fact]];
	return refuse('body-invalid', facts, { field, sentence: kind });
}

const refusalOf = (issue: v.BaseIssue<unknown>): Refusal =>
	misshapen(v.getDotPath(issue) ?? 'body', expectationOf(issue));

/** Path of the first text with U+0000, which PostgreSQL cannot store; names of fields count as well. */
function nullCharacterIn(value: unknown): string | null {
	// Without recursion: a body may be nested as deep as it is long.
	const open: { value: unknown; path: readonly string[] }[] = [{ value, path: [] }];
	for (let next = open.pop(); next; next = open.pop()) {
		const { value: inner, path } = next;
		if (typeof inner === 'string' && inner.includes('\0')) {
			return path.join('.') || 'body';
		}
		for (const [key, below] of typeof inner === 'object' && inner !== null ? Object.entries(inner).reverse() : []) {
			// A path as long as this helps nobody; the name of the outermost field does.
			const place = path.length < 20 ? [...path, key.replaceAll('\0', '')] : path;
			open.push({ value: key.includes('\0') ? key : below, path: place });
		}
	}
	return null;
}

/** Path of the first list that was taken for an object: a schema of optional fields lets it pass. */
function listAsObjectIn(given: unknown, read: unknown, path: readonly string[] = []): string | null {
	if (typeof given !== 'object' || given === null || typeof read !== 'object' || given === read) {
		return null;
	}
	if (Array.isArray(given) && isPlainObject(read)) {
		return path.join('.') || 'body';
	}
	for (const [key, inner] of Object.entries(given)) {
		const found = listAsObjectIn(inner, (read as Record<string, unknown> | null)?.[key], [...path, key]);
		if (found !== null) {
			return found;
		}
	}
	return null;
}

/** The refusal of texts that no database of NodeBB stores alike; null where there is none. */
export function unstorable(value: unknown): Refusal | null {
	const field = nullCharacterIn(value);
	return field === null ? null : misshapen(field, { kind: 'character', fact: 'U+0000' });
}

/**
 * Of several bodies that a schema takes, the one that was meant: it knows most of the fields that came, and has the
 * least against them. A refusal can then name the field; of all together it could only say that none fits.
 */
function meant<T>(schema: BodySchema<T>, body: unknown): BodySchema<T> {
	if (schema.type !== 'union' || !isPlainObject(body)) {
		return schema;
	}
	const { options } = schema as unknown as { options: (BodySchema<T> & { entries?: object })[] };
	const given = Object.keys(body as object);
	const unknownFields = ({ entries = {} }: typeof options[number]) => difference(given, Object.keys(entries)).length;
	return sortBy(options, unknownFields, option => v.safeParse(option, body).issues?.length ?? 0)[0] ?? schema;
}

/** Decodes a request body; the first thing wrong becomes a refusal that names the field and what was expected. */
export function decodeBody<T>(schema: BodySchema<T>, body: unknown): Outcome<T> {
	const wrong = Array.isArray(body) ? misshapen('body', { kind: 'fields' }) : unstorable(body);
	if (wrong) {
		return refused(wrong);
	}
	const result = v.safeParse(meant(schema, body), body, { abortEarly: true });
	if (!result.success) {
		return refused(refusalOf(result.issues[0]));
	}
	const list = listAsObjectIn(body, result.output);
	return list === null ? done(result.output) : refused(misshapen(list, { kind: 'fields' }));
}

/** Everything wrong with a value, each as a refusal of its field. */
export function issuesOf(schema: BodySchema<unknown>, value: unknown): Refusal[] {
	const wrong = unstorable(value);
	return [...wrong ? [wrong] : [], ...(v.safeParse(meant(schema, value), value).issues ?? []).map(refusalOf)];
}

/** Body of a call that takes nothing; extra keys are an error, so that a typing mistake is not swallowed. */
export const emptyBody = v.optional(v.strictObject({}), {});
