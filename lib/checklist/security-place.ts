import type { SecurityPlaceLookup } from '../kernel/security-place';
import type { ChecklistParts } from './parts';
import type { Asked } from './place-map';

/**
 * Whether a place asks the security checklist. Where topics are asked it, neither a topic nor a reply waits; where only
 * replies are, a new topic may.
 */
export function securityPlace({ store, host }: Pick<ChecklistParts, 'store' | 'host'>): SecurityPlaceLookup {
	return async (place) => {
		const isReply = place.tid !== undefined || place.pid !== undefined;
		const askedBy: readonly Asked[] = isReply ? ['topics', 'replies'] : ['topics'];
		const isAsked = await Promise.all(askedBy.map(asked => store.asksAnything(asked)));
		const cid = isAsked.includes(true) ? await host.places.categoryOf(place) : null;
		const profiles = cid === null ? [] : await Promise.all(askedBy.map(asked => store.profileOf(cid, asked)));
		return profiles.some(profile => profile?.kind === 'security');
	};
}
