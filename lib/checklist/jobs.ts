import type { Host } from '../kernel/host/ports';
import type { Job } from '../kernel/slice/slice';
import type { KnowledgeStore } from './profiles/knowledge';
import { isStale, latestRelease } from './profiles/latest-version';
import type { EvidenceStore } from './evidence/store';
import type { Visits } from './effect/visits';

const weekMs = 604_800_000;

/** Reminds administrators weekly while nobody has confirmed the latest version for too long (R3.7). */
export async function remindOfLatest(
	{ knowledge, host }: { knowledge: KnowledgeStore; host: Pick<Host, 'clock' | 'messenger'> },
): Promise<boolean> {
	const { releases, reviewedAt, staleDays } = await knowledge.stored();
	const now = host.clock.now();
	if (!isStale(reviewedAt, releases, staleDays, now)) {
		return false;
	}
	const days = Math.floor((now - reviewedAt) / 86_400_000);
	// One notification a week: NodeBB shows notifications with the same id once.
	await host.messenger.toAdministrators({
		kind: 'latest-stale', about: Math.floor(now / weekMs), facts: [latestRelease(releases, now)?.version ?? '', String(days)],
	});
	return true;
}

type Parts = Parameters<typeof remindOfLatest>[0] & {
	visits: Pick<Visits, 'fold'>; evidence: Pick<EvidenceStore, 'settle'>;
};

export function checklistJobs(parts: Parts): Job[] {
	return [
		{
			name: 'latest-version', cron: '41 6 * * 1',
			async run() {
				await remindOfLatest(parts);
				return null;
			},
		},
		{
			name: 'checklist-effect', cron: '17 * * * *',
			async run() {
				await parts.visits.fold();
				return null;
			},
		},
		{
			name: 'checklist-evidence', cron: '* * * * *',
			async run() {
				await parts.evidence.settle();
				return null;
			},
		},
	];
}
