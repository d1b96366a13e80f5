import type { Host } from '../../kernel/host/ports';
import type { ChecklistStore } from '../profiles/store';

/**
 * Rings everybody on the staff of a category for a security alert. In 2023 a true alert waited a week because it
 * looked like a complaint: an alert is seen by a named human at once, whatever its tone.
 */
export function securityBell({ store, host }: { store: ChecklistStore; host: Pick<Host, 'messenger' | 'places'> }) {
	return async (cid: number, title: string, path: string, id: string): Promise<void> => {
		const profile = cid > 0 ? await store.profileOf(cid, 'topics') : null;
		if (profile?.kind !== 'security') {
			return;
		}
		await host.messenger.send(await host.places.staffOf(cid), {
			id: `forum-terms:security:${id}`, kind: 'security-alert', path, facts: [title],
		});
	};
}
