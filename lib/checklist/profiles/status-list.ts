import { groupBy } from 'lodash';
import * as v from 'valibot';
import { oncePerObject } from '../../kernel/host/once-per-object';
import { folded } from './listed-name';

/** Support status of a provider or a device in 3CX's lists; `unknown` if not listed. */
export const listStatuses = ['preferred', 'supported', 'legacy', 'unsupported', 'unknown'] as const;
export type ListStatus = typeof listStatuses[number];

export const listName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120));
export const listNote = v.optional(v.pipe(v.string(), v.maxLength(300)), '');
export const listStatus = v.picklist(listStatuses);

/** A SIP trunk provider in a country (ISO 3166, two letters) or everywhere (`*`); the status belongs to the pair. */
export const trunkRowSchema = v.strictObject({
	provider: listName,
	country: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^(\*|[A-Z]{2})$/)), status: listStatus, note: listNote,
});
/** A phone model of a vendor; `*` at the end matches everything that begins like this. */
export const phoneRowSchema = v.strictObject({
	vendor: listName, model: listName, status: listStatus, note: listNote,
});

export type TrunkRow = v.InferOutput<typeof trunkRowSchema>;
export type PhoneRow = v.InferOutput<typeof phoneRowSchema>;

// The lists come from a cache, the same for every answer.
const byProvider = oncePerObject((rows: readonly TrunkRow[]) =>
	new Map(Object.entries(groupBy(rows, row => folded(row.provider)))));
const byVendor = oncePerObject((rows: readonly PhoneRow[]) =>
	new Map(Object.entries(groupBy(rows, row => folded(row.vendor)))));

/** The status of a provider in a country; the country's own row beats `*`. */
export function trunkStatus(rows: readonly TrunkRow[], provider: string, country: string): ListStatus {
	const named = byProvider(rows).get(folded(provider)) ?? [];
	const found = named.find(row => row.country === country.trim().toUpperCase()) ?? named.find(row => row.country === '*');
	return found?.status ?? 'unknown';
}

/** How well a row matches a model: -1 for no match, otherwise the number of matching characters. */
function fit(pattern: string, model: string): number {
	const isOpen = pattern.endsWith('*');
	const stem = folded(isOpen ? pattern.slice(0, -1) : pattern);
	// A firmware or a word may follow the model after a space.
	const isSame = model === stem || model.startsWith(`${stem} `);
	return isSame ? stem.length + 1 : isOpen && model.startsWith(stem) ? stem.length : -1;
}

/** The status of a phone; the closest row wins. */
export function phoneStatus(rows: readonly PhoneRow[], vendor: string, model: string): ListStatus {
	const fits = (byVendor(rows).get(folded(vendor)) ?? [])
		.map(row => ({ row, length: fit(row.model, folded(model)) })).filter(({ length }) => length >= 0);
	return fits.sort((a, b) => b.length - a.length)[0]?.row.status ?? 'unknown';
}
