import * as v from 'valibot';
import { refuse } from '../../kernel/refusals/refusal';
import { issuesOf } from '../../kernel/slice/body';
import { jsonRows } from '../../platform/rows-file/json-reader';
import { flawed, importFields, unexpected, problemAt, validUntil, type ImportEntry, type ImportProblem } from './entry';

const person = v.union([v.pipe(v.number(), v.integer(), v.minValue(1)), v.pipe(v.string(), v.trim(), v.minLength(1))]);
const entrySchema = v.strictObject({
	id: v.optional(v.string(), ''), company: v.optional(v.string()), contact: v.optional(v.string()),
	email: v.optional(v.string()), level: v.optional(v.string()),
	levelValidUntil: v.optional(v.union([v.number(), v.string()])), domains: v.optional(v.array(v.string())),
	owners: v.optional(v.array(person)),
	staff: v.optional(v.array(v.strictObject({ uid: person, role: v.picklist(['sales', 'support', 'purchase']) }))),
});
const noColumns: ReadonlyMap<string, number> = new Map(importFields.map(field => [field, 0]));

/** Every text of an element with its path. */
function* textsOf(value: unknown, path: readonly string[] = []): Generator<[path: string, text: string]> {
	if (typeof value === 'string') {
		yield [path.join('.'), value];
	} else if (typeof value === 'object' && value !== null) {
		for (const [name, inner] of Object.entries(value)) {
			yield* textsOf(inner, [...path, name]);
		}
	}
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
	const flaws = [...textsOf(read.output)].map(([field, text]) => flawed(field, text))
		.filter(refusal => refusal !== null);
	if (flaws.length > 0) {
		yield* flaws.map(refusal => problemAt(blank, refusal));
		return;
	}
	const { id, owners, staff, levelValidUntil: until, ...rest } = read.output;
	const given = Object.entries(rest).filter(([, value]) => value !== undefined);
	const fields: Record<string, unknown> = Object.fromEntries(given);
	if (until !== undefined) {
		const at = typeof until === 'number' ? until : validUntil(until);
		fields.levelValidUntil = at ?? 0;
		if (at === null) {
			yield problemAt(blank, unexpected('levelValidUntil', '2027-12-31'));
		}
	}
	yield {
		...blank, id: id.trim(), fields, owners: owners?.map(String),
		staff: staff?.map(one => ({ person: String(one.uid), role: one.role })),
	};
}

/** Accounts and problems of a JSON array of PUT bodies with `id`; people may be given by name. */
export function* jsonEntries(text: string): Generator<ImportEntry | ImportProblem> {
	for (const { line, value, isBroken } of jsonRows(text)) {
		if (isBroken) {
			yield { line, column: 0, refusal: refuse('partner-import-json', [], { field: 'text' }) };
		} else {
			yield* entryOf(value, line);
		}
	}
}
