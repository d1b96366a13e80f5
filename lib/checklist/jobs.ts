import type { Host } from '../kernel/host/ports';
import { quietJob, type Job } from '../kernel/slice/slice';
import type { KnowledgeStore } from './profiles/knowledge';
import { isStale, latestRelease } from './profiles/latest-version';
import type { EvidenceStore } from './evidence/store';
import type { Visits } from './effect/visits';

const dayMs = 86_400_000;

interface Parts {
	knowledge: KnowledgeStore;
	visits: Pick<Visits, 'fold'>;
	evidence: Pick<EvidenceStore, 'settle'>;
	host: Pick<Host, 'clock' | 'messenger'>;
}

/** Reminds administrators weekly while nobody has confirmed the latest version for too long (R3.7). */
async function remindOfLatest({ knowledge, host }: Parts): Promise<void> {
	const { releases, reviewedAt, staleDays } = await knowledge.stored();
	const now = host.clock.now();
	if (!isStale(reviewedAt, releases, staleDays, now)) {
		return;
	}
	const days = Math.floor((now - reviewedAt) / dayMs);
	// Again on the same day, after a crash, it is the same notification.
	await host.messenger.toAdministrators({
		kind: 'latest-stale', about: Math.floor(now / dayMs), facts: [latestRelease(releases, now)?.version ?? '', String(days)],
	});
}

export function checklistJobs(parts: Parts): Job[] {
	return [
		{ ...quietJob('latest-version', '41 * * * *', () => remindOfLatest(parts)), due: { hour: 6, weekday: 1 } },
		quietJob('checklist-effect', '17 * * * *', () => parts.visits.fold()),
		quietJob('checklist-evidence', '* * * * *', () => parts.evidence.settle()),
	];
}
