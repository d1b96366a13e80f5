import type { Host } from '../../kernel/host/ports';
import type { ChecklistStore } from '../profiles/store';

/**
 * Notifies the staff of a category of a security report. In 2023 a true report waited a week because it read like a
 * complaint; now a person sees each report at once, whatever its tone.
 */
export function securityAlert({ store, host }: { store: ChecklistStore; host: Pick<Host, 'messenger' | 'places'> }) {
	return async (cid: number, title: string, path: string, id: string): Promise<void> => {
		const profile = cid > 0 ? await store.profileOf(cid, 'topics') : null;
		if (profile?.kind !== 'security') {
			return;
		}
		await host.messenger.send(await host.places.staffOf(cid), {
			kind: 'security-alert', about: id, path, facts: [title],
		});
	};
}
