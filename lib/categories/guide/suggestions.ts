import type { CategorySuggestions, SuggestionNote } from '../../kernel/offers/category-suggestion';
import { languageToken } from '../../kernel/refusals/message';
import type { Host, Places } from '../../kernel/host/ports';
import type { SecurityPlaceLookup } from '../../kernel/offers/security-place';
import type { CategoryMaps } from './category-map';
import type { CategorySettings } from './settings';
import { soundsLike } from './suggestion-rules';
import type { Soon } from '../../kernel/host/soon';

// The best ones may be closed to this author.
const mostLookedAt = 5;

const sentences = {
	changed: 'forum-terms:suggestion.noted-changed', kept: 'forum-terms:suggestion.noted-kept',
} as const;

interface Parts {
	maps: CategoryMaps;
	places: Pick<Places, 'allowedIn'>;
	settings: () => Soon<CategorySettings>;
	isSecurityPlace: SecurityPlaceLookup;
}

/** Whether an author may read and start topics there. */
const openTo = (places: Pick<Places, 'allowedIn'>, cids: readonly number[], uid: number) =>
	places.allowedIn(['read', 'topics:read', 'topics:create'], cids, uid);

/** Suggests a better category for a text (clause 4). */
export function suggestions({ maps, places, settings, isSecurityPlace }: Parts): CategorySuggestions {
	return async (text, cid, uid) => {
		const { byCid, words } = await maps.read();
		const here = byCid.get(cid);
		const likely = here ? soundsLike(words, text, here).slice(0, mostLookedAt) : [];
		// Security reports get no suggestion, not even a friendly one.
		if (likely.length === 0 || !(await settings()).categorySuggestions ||
			await isSecurityPlace({ cid: String(cid) })) {
			return null;
		}
		const allowed = await openTo(places, likely.map(one => one.cid), uid);
		const [first, second] = likely.filter(one => allowed.includes(one.cid));
		// Two equally good categories suggest neither.
		return first && first.score !== second?.score ?
			{ cid: first.cid, name: byCid.get(first.cid)?.name ?? '', words: first.words } : null;
	};
}

/** Describes what the author did with a suggestion. */
export function suggestionNotes(
	{ maps, places, translate }: Pick<Parts, 'maps' | 'places'> & { translate: Host['translate'] },
): SuggestionNote {
	return async ({ cid, choice }, uid, language) => {
		const { byCid } = await maps.read();
		const name = byCid.get(cid)?.name;
		return name === undefined || !(await openTo(places, [cid], uid)).includes(cid) ? null :
			translate(languageToken(sentences[choice], [name]), language);
	};
}
