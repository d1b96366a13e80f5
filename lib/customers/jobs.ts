import type { Clock } from '../kernel/host/ports';
import type { Job } from '../kernel/slice';
import type { CustomerGroup } from './claims/group';
import type { LicenceJournal } from './claims/journal';
import type { LicenceStore } from './claims/store';

/** A signed request counts for five minutes before and after its time; its nonce is kept longer than that. */
const nonceLifeMs = 1_800_000;

/** Licences end by themselves, groups are edited by hand, changes die in the middle; nonces live for minutes. */
export function customerJobs({ group, journal, store, host: { clock } }: {
	group: Pick<CustomerGroup, 'repair'>; journal: Pick<LicenceJournal, 'resume'>;
	store: Pick<LicenceStore, 'dropNonces'>; host: { clock: Clock };
}): Job[] {
	return [
		{
			name: 'licence-changes', cron: '* * * * *',
			async run() {
				await journal.resume();
				return null;
			},
		},
		{
			name: 'customers', cron: '17 * * * *',
			async run() {
				const moved = await group.repair();
				return moved > 0 ? `${moved} memberships of the group of customers put right` : null;
			},
		},
		{
			name: 'licence-nonces', cron: '47 * * * *',
			async run() {
				await store.dropNonces(clock.now() - nonceLifeMs);
				return null;
			},
		},
	];
}
