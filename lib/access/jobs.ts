import type { Job } from '../kernel/slice';
import type { RestrictionLifecycle } from './termination/restriction-lifecycle';
import type { HostBanSync } from './termination/host-ban-sync';

/**
 * Begins what waited, tells what was withheld, ends what has had its time, goes on with what was interrupted; every
 * hour, records what the forum did meanwhile that nobody told.
 */
export function accessJobs({ lifecycle, hostBans }: {
	lifecycle: Pick<RestrictionLifecycle, 'work' | 'look'>; hostBans: Pick<HostBanSync, 'reconcile'>;
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
				await lifecycle.look();
				await hostBans.reconcile();
				return null;
			},
		},
	];
}
