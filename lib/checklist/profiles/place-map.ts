import * as v from 'valibot';

/** Ask nothing in this category, whatever its parents ask. */
export const nothingHere = 'none';

const choice = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z][a-z0-9-]*$/));
const cids = v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))), v.maxLength(5000)), []);
const recorded = v.strictObject({ topics: cids, replies: cids });
const choices = v.pipe(v.record(v.pipe(v.string(), v.regex(/^[1-9]\d{0,9}$/)), choice), v.maxEntries(5000));

/** The profile that each category asks for new topics and for replies, by category id; subcategories inherit it. */
export const placeMapSchema = v.strictObject({
	topics: choices, replies: v.optional(choices, {}),
	/** Categories whose checklist stops nobody: what is missing is only recorded. Inherited with the profile. */
	recordOnly: v.optional(recorded, {}),
});
/** Without `recordOnly` those categories stay as they are. */
export const placeMapChangeSchema = v.strictObject({ ...placeMapSchema.entries, recordOnly: v.optional(recorded) });

export type PlaceMap = v.InferOutput<typeof placeMapSchema>;

/** What a checklist is chosen for. */
export type Asked = 'topics' | 'replies';

/** What a category asks, by its own choice or that of the nearest parent, and whether that stops anybody. */
export interface Placed { profile: string; stops: boolean }

/** Null if nothing is asked in a category; `path`: the category and its parents, nearest first. */
export function placedIn(map: PlaceMap, asked: Asked, path: readonly number[]): Placed | null {
	const at = path.find(cid => map[asked][String(cid)] !== undefined);
	const profile = at === undefined ? undefined : map[asked][String(at)];
	return at === undefined || profile === undefined || profile === nothingHere ? null :
		{ profile, stops: !map.recordOnly[asked].includes(at) };
}
