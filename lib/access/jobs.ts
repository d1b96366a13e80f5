import type { Job } from '../kernel/slice/slice';
import type { RestrictionLifecycle } from './termination/restriction-lifecycle';
import type { HostBanSync } from './termination/host-ban-sync';

/**
 * Starts, notifies, ends and resumes restrictions that are due; hourly, records bans and mutes that no hook reported.
 */
export function accessJobs({ lifecycle, hostBans }: {
	lifecycle: Pick<RestrictionLifecycle, 'work' | 'dropUnstarted'>; hostBans: Pick<HostBanSync, 'reconcile'>;
}): Job[] {
	return [
		{
			name: 'restrictions', cron: '* * * * *',
			async run() {
				const count = await lifecycle.work();
				return count > 0 ? `${count} restrictions had their moment` : null;
			},
		},
		{
			name: 'restrictions-look', cron: '17 * * * *',
			async run() {
				await lifecycle.dropUnstarted();
				await hostBans.reconcile();
				return null;
			},
		},
	];
}
