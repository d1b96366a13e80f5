import * as v from 'valibot';

/** In a category: ask nothing here, whatever the categories above ask. */
export const nothingHere = 'none';

const choice = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9-]*$/));
const choices = v.pipe(v.record(v.pipe(v.string(), v.regex(/^[1-9]\d{0,9}$/)), choice), v.maxEntries(5000));

/** Which profile each category asks before a new topic and before a reply, by category id; children inherit. */
export const placeMapSchema = v.strictObject({ topics: choices, replies: v.optional(choices, {}) });

export type PlaceMap = v.InferOutput<typeof placeMapSchema>;

/** What is about to be written, as far as checklists are chosen by it. */
export type Asked = 'topics' | 'replies';

/** The id of the profile of a category, its own or the nearest above it; null when nothing is asked. */
export function profileIdIn(map: PlaceMap, asked: Asked, path: readonly number[]): string | null {
	const chosen = path.map(cid => map[asked][String(cid)]).find(id => id !== undefined);
	return chosen === undefined || chosen === nothingHere ? null : chosen;
}
