import * as v from 'valibot';

/** Ask nothing in this category, whatever its parents ask. */
export const nothingHere = 'none';

const choice = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9-]*$/));
const choices = v.pipe(v.record(v.pipe(v.string(), v.regex(/^[1-9]\d{0,9}$/)), choice), v.maxEntries(5000));

/** The profile that each category asks for new topics and for replies, by category id; subcategories inherit it. */
export const placeMapSchema = v.strictObject({ topics: choices, replies: v.optional(choices, {}) });

export type PlaceMap = v.InferOutput<typeof placeMapSchema>;

/** What a checklist is chosen for. */
export type Asked = 'topics' | 'replies';

/** The profile id of a category, its own or that of the nearest parent; null if nothing is asked. */
export function profileIdIn(map: PlaceMap, asked: Asked, path: readonly number[]): string | null {
	const chosen = path.map(cid => map[asked][String(cid)]).find(id => id !== undefined);
	return chosen === undefined || chosen === nothingHere ? null : chosen;
}
