import type { SecurityPlaceLookup } from '../kernel/security-place';
import type { ChecklistParts } from './parts';

/** Whether topics of a place are asked the security checklist, so that neither a topic nor a reply waits there. */
export function securityPlace({ store, host }: Pick<ChecklistParts, 'store' | 'host'>): SecurityPlaceLookup {
	return async (place) => {
		const cid = await store.asksAnything('topics') ? await host.places.categoryOf(place) : null;
		return cid !== null && (await store.profileOf(cid, 'topics'))?.kind === 'security';
	};
}
