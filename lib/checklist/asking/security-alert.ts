import type { Host } from '../../kernel/host/ports';
import { atOnce, now } from '../../kernel/host/soon';
import type { ChecklistStore } from '../profiles/store';

/**
 * Notifies the staff of a category of a security report. In 2023 a true report waited a week because it read like a
 * complaint; now a person sees each report at once, whatever its tone.
 */
export function securityAlert({ store, host }: { store: ChecklistStore; host: Pick<Host, 'messenger' | 'places'> }) {
	return atOnce(function* (cid: number, title: string, path: string, id: string) {
		if (cid > 0 && (yield* now(store.takesReports(cid)))) {
			const staff = yield* now(host.places.staffOf(cid));
			yield* now(host.messenger.send(staff, { kind: 'security-alert', about: id, path, facts: [title] }));
		}
	});
}
