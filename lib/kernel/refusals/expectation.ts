import type * as v from 'valibot';

/**
 * What a value should have been. Each kind has a sentence, `forum-terms:refusal.body-invalid.<kind>`: `%1` is the
 * field, `%2` the number, words or example.
 */
export const expectations = [
	'missing', 'unknown', 'text', 'number', 'whole-number', 'true-or-false', 'list', 'fields', 'one-of', 'empty', 'too-short',
	'too-long', 'too-few', 'too-many', 'at-least', 'at-most', 'email', 'https', 'time', 'shape', 'character', 'other',
] as const;

/** A kind of expectation with its number, words or example. */
export interface Expectation { kind: typeof expectations[number]; fact?: string | number }

type Issue = v.BaseIssue<unknown>;
const bySchema: Partial<Record<string, Expectation['kind']>> = {
	string: 'text', number: 'number', boolean: 'true-or-false', array: 'list', object: 'fields', strict_object: 'fields',
	loose_object: 'fields', record: 'fields',
};
const byValidation: Partial<Record<string, Expectation['kind']>> = {
	integer: 'whole-number', safe_integer: 'whole-number', min_value: 'at-least', max_value: 'at-most', email: 'email',
	url: 'https', starts_with: 'https', iso_timestamp: 'time', max_entries: 'too-many',
};

/** The words of `("a" | "b")`; empty if any part is not a word. */
function wordsIn(expected: string | null): string[] {
	const parts = (expected ?? '').replace(/^\(|\)$/g, '').split(' | ');
	return parts.every(part => /^("[^"]*"|\d+|true|false)$/.test(part)) ? parts.map(part => part.replaceAll('"', '')) : [];
}

/** Our own hint, if the schema has one; valibot's default messages are English for programmers. */
const hintOf = ({ message }: Issue) => (/^Invalid [\w ]+:/.test(message) ? '' : message);

function ofLength({ type, input, requirement }: Issue & { requirement?: unknown }): Expectation | null {
	const [fact, isList] = [Number(requirement), Array.isArray(input)];
	switch (type) {
		case 'min_length': return isList ? { kind: 'too-few', fact } : fact === 1 ? { kind: 'empty' } : { kind: 'too-short', fact };
		case 'max_length': return { kind: isList ? 'too-many' : 'too-long', fact };
		default: return null;
	}
}

/** What the schema expected at an issue, for people. */
export function expectationOf(issue: Issue): Expectation {
	const hint = hintOf(issue);
	const isAboutKey = issue.kind === 'schema' && /_?object$/.test(issue.type) &&
		issue.expected !== 'Object' && issue.expected !== 'Array';
	if (isAboutKey) {
		return { kind: issue.expected === 'never' ? 'unknown' : 'missing' };
	}
	const words = issue.kind === 'schema' ? wordsIn(issue.expected) : [];
	if (words.length > 0 && hint === '') {
		return { kind: 'one-of', fact: words.join(', ') };
	}
	const known = ofLength(issue);
	if (known) {
		return known;
	}
	const kind = issue.kind === 'schema' ? bySchema[issue.type] : byValidation[issue.type];
	if (hint !== '' && hint !== 'Object') {
		return { kind: 'shape', fact: hint };
	}
	const { requirement } = issue as { requirement?: unknown };
	return kind ? { kind, ...typeof requirement === 'number' ? { fact: requirement } : {} } :
		{ kind: hint === 'Object' ? 'fields' : 'other' };
}
