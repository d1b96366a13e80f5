import { refused, done, type Outcome } from './outcome';
import { refuse } from './refusal';

/** What names a place: a category, a topic, a post, or a post that waits for staff. */
export type PlaceKey = 'cid' | 'tid' | 'pid' | 'queued';

const whole = '[1-9]\\d{0,14}';
const uri = 'https?:\\/\\/[^\\s/]+(?:\\/\\S*)?';

/**
 * The forms in which the forum itself writes an id. HOST: src/activitypub: a federated topic has a UUID, a federated
 * category or post its URI, and `-1` is the category of what has none (`/world`); src/posts/queue.js `addToQueue`.
 */
const forms: Record<PlaceKey, RegExp> = {
	cid: new RegExp(`^(?:${whole}|-1|${uri})$`),
	tid: new RegExp(`^(?:${whole}|[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12})$`),
	pid: new RegExp(`^(?:${whole}|${uri})$`),
	queued: /^(?:topic|reply|crosspost)-\d{1,16}$/,
};
const longest = 1000;

/** An id as text, or null for what is none: lists, objects, blanks, `0` and numbers written in any other way. */
export function placeId(key: PlaceKey, value: unknown): string | null {
	const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
	return text.length <= longest && forms[key].test(text) ? text : null;
}

/** The ids that are there, each decoded; the first that is none is refused by the name of its field. */
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

/** What is said to an id that is none, or that has no business there. */
export function notAnId(key: PlaceKey, expected = '1 – 999999999999999') {
	return refuse('body-invalid', [key, expected], { field: key });
}
