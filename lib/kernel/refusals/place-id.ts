import { refused, done, type Outcome } from './outcome';
import { refuse } from './refusal';

/** The kinds of ids that name a place: category, topic, post, queued post. */
export type PlaceKey = 'cid' | 'tid' | 'pid' | 'queued';

const whole = '[1-9]\\d{0,14}';
const uri = 'https?:\\/\\/[^\\s/]+(?:\\/\\S*)?';

/**
 * The forms in which the forum writes an id. HOST: src/activitypub: a federated topic has a UUID, a federated category
 * or post its URI, and `-1` is the category of uncategorised ones (`/world`); src/posts/queue.js `addToQueue`.
 */
const forms: Record<PlaceKey, RegExp> = {
	cid: new RegExp(`^(?:${whole}|-1|${uri})$`),
	tid: new RegExp(`^(?:${whole}|[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12})$`),
	pid: new RegExp(`^(?:${whole}|${uri})$`),
	queued: /^(?:topic|reply|crosspost)-\d{1,16}$/,
};
const longest = 1000;

/** An id as text; null for anything else: lists, objects, blanks, `0`, numbers in any other notation. */
export function placeId(key: PlaceKey, value: unknown): string | null {
	const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
	return text.length <= longest && forms[key].test(text) ? text : null;
}

/** The ids present in the input, decoded; the first invalid one is refused by the name of its field. */
export function placeIds<K extends PlaceKey>(
	given: Record<string, unknown>, keys: readonly K[],
): Outcome<{ [Key in K]?: string }> {
	const found: [K, string][] = [];
	for (const key of keys) {
		const id = given[key] === undefined ? undefined : placeId(key, given[key]);
		if (id === null) {
			return refused(notAnId(key));
		}
		if (id !== undefined) {
			found.push([key, id]);
		}
	}
	return done(Object.fromEntries(found) as { [Key in K]?: string });
}

/** The refusal of an invalid id, or of one that does not belong here. */
export function notAnId(key: PlaceKey, expected = '1 – 999999999999999') {
	return refuse('body-invalid', [key, expected], { field: key });
}
