import type { Host } from '../../kernel/host/ports';
import { after, type Soon } from '../../kernel/host/soon';
import type { ChecklistStore } from '../profiles/store';

/**
 * Notifies the staff of a category of a security report. In 2023 a true report waited a week because it read like a
 * complaint; now a person sees each report at once, whatever its tone.
 */
export function securityAlert({ store, host }: { store: ChecklistStore; host: Pick<Host, 'messenger' | 'places'> }) {
	async function send(cid: number, title: string, path: string, id: string): Promise<void> {
		const staff = await host.places.staffOf(cid);
		await host.messenger.send(staff, { kind: 'security-alert', about: id, path, facts: [title] });
	}
	return (cid: number, title: string, path: string, id: string): Soon<void> =>
		after(cid > 0 && store.takesReports(cid), takes => (takes ? send(cid, title, path, id) : undefined));
}
