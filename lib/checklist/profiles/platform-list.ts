import * as v from 'valibot';
import { oncePerObject } from '../../kernel/host/once-per-object';
import { listName, listNote, listStatus, folded, type ListStatus } from './status-list';

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
const isWordCharacter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** The position of a name in a text, as whole words; -1 if it is not there. */
function placeOf(text: string, name: string): number {
	for (let at = text.indexOf(name); at >= 0 && name !== ''; at = text.indexOf(name, at + 1)) {
		if (!isWordCharacter(text[at - 1]) && !isWordCharacter(text[at + name.length])) {
			return at;
		}
	}
	return -1;
}

const longestFirst = oncePerObject((rows: readonly PlatformRow[]) =>
	rows.map(row => ({ row, name: folded(row.name) })).sort((a, b) => b.name.length - a.name.length));

/** The rows whose names occur in a text; of names that overlap, the longest: `Debian 12` is not `Debian`. */
export function platformsIn(rows: readonly PlatformRow[], text: string): PlatformRow[] {
	let left = folded(text);
	return longestFirst(rows).flatMap(({ row, name }) => {
		const at = placeOf(left, name);
		if (at < 0) {
			return [];
		}
		left = left.replaceAll(name, ' '.repeat(name.length));
		return [row];
	});
}

/** The worst status of some rows; null for none. */
export function worstStatus(rows: readonly PlatformRow[]): ListStatus | null {
	return worstFirst.find(status => rows.some(row => row.status === status)) ?? null;
}
