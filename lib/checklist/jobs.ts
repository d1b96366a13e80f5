import type { Host } from '../kernel/ports';
import { isStale, latestVersion } from './latest-version';
import type { ChecklistParts } from './parts';

const weekMs = 604_800_000;

/** Reminds administrators, once a week, when nobody has looked at the latest version for long (R3.7). */
export async function remindOfLatest(
	{ knowledge, host }: Pick<ChecklistParts, 'knowledge'> & { host: Pick<Host, 'clock' | 'messenger' | 'members'> },
): Promise<boolean> {
	const { releases, reviewedAt, staleDays } = await knowledge.stored();
	const now = host.clock.now();
	if (!isStale(reviewedAt, releases, staleDays, now)) {
		return false;
	}
	const days = Math.floor((now - reviewedAt) / 86_400_000);
	// One notification a week: NodeBB shows a notification of the same id once, however often it is made.
	await host.messenger.send(await host.members.inGroups(['administrators']), {
		id: `forum-terms:latest-stale:${Math.floor(now / weekMs)}`, kind: 'latest-stale',
		path: '/admin/plugins/forum-terms', facts: [latestVersion(releases, now), String(days)],
	});
	return true;
}

export async function scheduleChecklistJobs(host: Host, parts: ChecklistParts): Promise<void> {
	await host.jobs.schedule('forum-terms-latest-version', '41 6 * * 1', async () => {
		await remindOfLatest(parts);
	});
	await host.jobs.schedule('forum-terms-checklist-effect', '17 * * * *', async () => {
		await parts.visits.fold();
	});
}
