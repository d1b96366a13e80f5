import { countingJob, quietJob, type Job } from '../kernel/slice/slice';
import type { RestrictionLifecycle } from './termination/restriction-lifecycle';
import type { HostBanSync } from './termination/host-ban-sync';

/**
 * Starts, notifies, ends and resumes restrictions that are due; hourly, records bans and mutes that no hook reported.
 */
export function accessJobs({ lifecycle, hostBans }: {
	lifecycle: Pick<RestrictionLifecycle, 'work' | 'dropUnstarted'>; hostBans: Pick<HostBanSync, 'reconcile'>;
}): Job[] {
	return [
		countingJob('restrictions', '* * * * *', () => lifecycle.work(), 'restrictions had their moment'),
		quietJob('restrictions-look', '17 * * * *', async () => {
			await lifecycle.dropUnstarted();
			await hostBans.reconcile();
		}),
	];
}
