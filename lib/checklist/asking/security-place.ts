import type { Host } from '../../kernel/host/ports';
import { all, atOnce, now } from '../../kernel/host/soon';
import type { SecurityPlaceLookup } from '../../kernel/offers/security-place';
import type { Asked } from '../profiles/place-map';
import type { ChecklistStore } from '../profiles/store';

/**
 * Whether a place asks the security checklist. If topics are asked it, neither topics nor replies are held; if only
 * replies are, new topics may be.
 */
export function securityPlace({ store, host }: { store: ChecklistStore; host: Pick<Host, 'categories' | 'places'> }): SecurityPlaceLookup {
	return atOnce(function* (place) {
		const isReply = place.tid !== undefined || place.pid !== undefined;
		const askedBy: readonly Asked[] = isReply ? ['topics', 'replies'] : ['topics'];
		const isAsked = yield* now(all(askedBy.map(asked => store.asksAnything(asked))));
		const cid = isAsked.includes(true) ? yield* now(host.places.categoryOf(place)) : null;
		const profiles = cid === null ? [] : yield* now(all(askedBy.map(asked => store.profileOf(cid, asked))));
		return profiles.some(profile => profile?.kind === 'security');
	});
}

/** Categories where new topics get the security checklist. */
export function securityCategories({ store, host }: {
	store: ChecklistStore; host: Pick<Host, 'categories'>;
}): () => Promise<readonly number[]> {
	return async () => {
		if (!await store.asksAnything('topics')) {
			return [];
		}
		const cids = (await host.categories.all()).map(({ cid }) => cid);
		const isOne = await all(cids.map(cid => store.takesReports(cid)));
		return cids.filter((_cid, index) => isOne[index]);
	};
}
