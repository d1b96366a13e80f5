import { groupBy } from 'lodash';
import * as v from 'valibot';
import { oncePerObject } from '../../kernel/host/once-per-object';
import { folded, longestFirst, namedIn } from './listed-name';
import { listName, listNote, listStatus, type ListStatus } from './status-list';

/** What a phone system runs on or beside. */
export const platformParts = ['system', 'hypervisor', 'cloud', 'container', 'software'] as const;

/** Something that a phone system runs on or beside, its status, and the day of that (`2026-04-23`, or empty). */
export const platformRowSchema = v.strictObject({
	name: listName, part: v.picklist(platformParts), status: listStatus,
	asOf: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.isoDate())], '2026-04-23'), ''), note: listNote,
});
export type PlatformRow = v.InferOutput<typeof platformRowSchema>;

/** The list comes from a cache, the same for every answer. */
const rowsByParts = oncePerObject<readonly PlatformRow[], Map<string, readonly PlatformRow[]>>(() => new Map());

function rowsOf(rows: readonly PlatformRow[], parts: readonly PlatformRow['part'][]): readonly PlatformRow[] {
	const own = rows.filter(({ part }) => parts.includes(part));
	const names = new Set(own.map(({ name }) => folded(name)));
	return [...own, ...rows.filter(row => row.status === 'unsupported' && !own.includes(row) && !names.has(folded(row.name)))];
}

/**
 * The rows that an item about some parts of the list is checked against. What is not supported counts wherever it is
 * named, unless those parts know the same name.
 */
export function rowsFor(
	rows: readonly PlatformRow[], parts: readonly PlatformRow['part'][] = platformParts,
): readonly PlatformRow[] {
	const [known, name] = [rowsByParts(rows), parts.join(' ')];
	const found = known.get(name) ?? rowsOf(rows, parts);
	known.set(name, found);
	return found;
}

const worstFirst = ['unsupported', 'legacy', 'unknown', 'supported', 'preferred'] as const;

const byName = oncePerObject((rows: readonly PlatformRow[]) => {
	const rowsOf = new Map(Object.entries(groupBy(rows, ({ name }) => folded(name))));
	return { rowsOf, names: longestFirst(rowsOf.keys()) };
});

/** The rows whose names occur in a text. */
export function platformsIn(rows: readonly PlatformRow[], text: string): PlatformRow[] {
	const { rowsOf, names } = byName(rows);
	return namedIn(names, text).flatMap(name => rowsOf.get(name) ?? []);
}

/** The worst status of some rows; null for none. */
export function worstStatus(rows: readonly PlatformRow[]): ListStatus | null {
	return worstFirst.find(status => rows.some(row => row.status === status)) ?? null;
}
