import { difference, isPlainObject, sortBy } from 'lodash';
import * as v from 'valibot';
import { expectationOf, type Expectation } from '../refusals/expectation';
import { fieldLabel } from '../refusals/field';
import { done, refused, type Outcome } from '../refusals/outcome';
import { refuse, type Refusal } from '../refusals/refusal';

/** Any synchronous schema that decodes outside input. */
export type BodySchema<T> = v.GenericSchema<unknown, T>;

/** Refuses a field and says what was expected, in the words of the form. */
export function misshapen(field: string, { kind, fact }: Expectation): Refusal {
	const facts = [fieldLabel(field), ...fact === undefined ? [] : [fact]];
	return refuse('body-invalid', facts, { field, sentence: kind });
}

const refusalOf = (issue: v.BaseIssue<unknown>): Refusal =>
	misshapen(v.getDotPath(issue) ?? 'body', expectationOf(issue));

/** Whether any text or field name has U+0000. Iterative: the nesting of a body is bounded only by its length. */
function hasNullCharacter(value: unknown): boolean {
	const open = [value];
	while (open.length > 0) {
		const next = open.pop();
		if (typeof next === 'string' && next.includes('\0')) {
			return true;
		}
		for (const [key, inner] of typeof next === 'object' && next !== null ? Object.entries(next) : []) {
			if (key.includes('\0')) {
				return true;
			}
			open.push(inner);
		}
	}
	return false;
}

/** Path of the first text or field name with U+0000, which PostgreSQL cannot store. */
function nullCharacterIn(value: unknown): string | null {
	const open: { value: unknown; path: readonly string[] }[] = [{ value, path: [] }];
	for (let next = open.pop(); next; next = open.pop()) {
		const { value: inner, path } = next;
		if (typeof inner === 'string' && inner.includes('\0')) {
			return path.join('.') || 'body';
		}
		for (const [key, below] of typeof inner === 'object' && inner !== null ? Object.entries(inner).reverse() : []) {
			// A longer path helps nobody; the outermost field name is enough.
			const place = path.length < 20 ? [...path, key.replaceAll('\0', '')] : path;
			open.push({ value: key.includes('\0') ? key : below, path: place });
		}
	}
	return null;
}

/** Path of the first list where an object was expected; a schema of optional fields would accept it. */
function listAsObjectIn(given: unknown, read: unknown, path: readonly string[] = []): string | null {
	if (typeof given !== 'object' || given === null || typeof read !== 'object' || given === read) {
		return null;
	}
	if (Array.isArray(given) && isPlainObject(read)) {
		return path.join('.') || 'body';
	}
	for (const [key, inner] of Object.entries(given)) {
		const found = typeof inner !== 'object' ? null :
			listAsObjectIn(inner, (read as Record<string, unknown> | null)?.[key], [...path, key]);
		if (found !== null) {
			return found;
		}
	}
	return null;
}

/** Refuses text that not every database of NodeBB can store; null if all can. */
export function unstorable(value: unknown): Refusal | null {
	const field = hasNullCharacter(value) ? nullCharacterIn(value) : null;
	return field === null ? null : misshapen(field, { kind: 'character', fact: 'U+0000' });
}

/**
 * Picks the schema that a union most likely meant: the one that knows most of the given fields and has the fewest
 * issues. The refusal can then name a field instead of rejecting every alternative.
 */
function closestSchema<T>(schema: BodySchema<T>, body: unknown): BodySchema<T> {
	if (schema.type !== 'union' || !isPlainObject(body)) {
		return schema;
	}
	const { options } = schema as unknown as { options: (BodySchema<T> & { entries?: object })[] };
	const given = Object.keys(body as object);
	const unknownFields = ({ entries = {} }: typeof options[number]) => difference(given, Object.keys(entries)).length;
	return sortBy(options, unknownFields, option => v.safeParse(option, body).issues?.length ?? 0)[0] ?? schema;
}

/** Decodes a request body; the first issue becomes a refusal with field and expectation. */
export function decodeBody<T>(schema: BodySchema<T>, body: unknown): Outcome<T> {
	const wrong = Array.isArray(body) ? misshapen('body', { kind: 'fields' }) : unstorable(body);
	if (wrong) {
		return refused(wrong);
	}
	const result = v.safeParse(closestSchema(schema, body), body, { abortEarly: true });
	if (!result.success) {
		return refused(refusalOf(result.issues[0]));
	}
	const list = listAsObjectIn(body, result.output);
	return list === null ? done(result.output) : refused(misshapen(list, { kind: 'fields' }));
}

/** Every issue of a value, each as a refusal of its field. */
export function issuesOf(schema: BodySchema<unknown>, value: unknown): Refusal[] {
	const wrong = unstorable(value);
	return [...wrong ? [wrong] : [], ...(v.safeParse(closestSchema(schema, value), value).issues ?? []).map(refusalOf)];
}

/** Body of a call without parameters; extra keys are an error, so that a misspelt field is noticed. */
export const emptyBody = v.optional(v.strictObject({}), {});
