import * as v from 'valibot';
import { refuse } from '../../kernel/refusal';
import { issuesOf } from '../../kernel/edge/body';
import { importFields, misfit, problemAt, validUntil, type ImportEntry, type ImportProblem } from './entry';

const person = v.union([v.pipe(v.number(), v.integer(), v.minValue(1)), v.pipe(v.string(), v.trim(), v.minLength(1))]);
const entrySchema = v.strictObject({
	id: v.optional(v.string(), ''), company: v.optional(v.string()), contact: v.optional(v.string()),
	email: v.optional(v.string()), level: v.optional(v.string()),
	levelValidUntil: v.optional(v.union([v.number(), v.string()])), domains: v.optional(v.array(v.string())),
	owners: v.optional(v.array(person)),
	staff: v.optional(v.array(v.strictObject({ uid: person, role: v.picklist(['sales', 'support', 'purchase']) }))),
});
const noColumns: ReadonlyMap<string, number> = new Map(importFields.map(field => [field, 0]));

/** The line in which each element of a JSON array begins. */
function* elementLines(text: string): Generator<number> {
	let [depth, line, isText, isNew] = [0, 1, false, false];
	for (let at = 0; at < text.length; at += 1) {
		const sign = text[at] ?? '';
		line += sign === '\n' ? 1 : 0;
		if (isText) {
			at += sign === '\\' ? 1 : 0;
			isText = sign !== '"';
			continue;
		}
		if (isNew && sign.trim() !== '' && sign !== ']') {
			yield line;
			isNew = false;
		}
		isText = sign === '"';
		depth += sign === '[' || sign === '{' ? 1 : sign === ']' || sign === '}' ? -1 : 0;
		isNew ||= depth === 1 && (sign === '[' || sign === ',');
	}
}

/** The line that the engine complains of. */
function lineOf(text: string, error: unknown): number {
	const message = error instanceof Error ? error.message : '';
	const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
	return text.slice(0, position).split('\n').length;
}

function* entryOf(element: unknown, line: number): Generator<ImportEntry | ImportProblem> {
	const blank: ImportEntry = { line, id: '', fields: {}, columns: noColumns };
	const read = v.safeParse(entrySchema, element);
	if (!read.success) {
		for (const refusal of issuesOf(entrySchema, element)) {
			yield problemAt(blank, { ...refusal, clause: '4.12' });
		}
		return;
	}
	const { id, owners, staff, levelValidUntil: until, ...rest } = read.output;
	const given = Object.entries(rest).filter(([, value]) => value !== undefined);
	const fields: Record<string, unknown> = Object.fromEntries(given);
	if (until !== undefined) {
		const at = typeof until === 'number' ? until : validUntil(until);
		fields.levelValidUntil = at ?? 0;
		if (at === null) {
			yield problemAt(blank, misfit('levelValidUntil', '2027-12-31'));
		}
	}
	yield {
		...blank, id: id.trim(), fields, owners: owners?.map(String),
		staff: staff?.map(one => ({ person: String(one.uid), role: one.role })),
	};
}

/** Accounts and problems of a JSON array of PUT bodies with `id`; people may be named as well. */
export function* jsonEntries(text: string): Generator<ImportEntry | ImportProblem> {
	const bare = text.replace(/^\uFEFF/, '');
	let values: unknown;
	try {
		values = JSON.parse(bare);
	} catch (error) {
		yield { line: lineOf(bare, error), column: 0, refusal: refuse('partner-import-json', [], { field: 'text' }) };
		return;
	}
	if (!Array.isArray(values)) {
		yield { line: 1, column: 0, refusal: refuse('partner-import-json', [], { field: 'text' }) };
		return;
	}
	const lines = elementLines(bare);
	for (const value of values as unknown[]) {
		yield* entryOf(value, Number(lines.next().value ?? 1));
	}
}
