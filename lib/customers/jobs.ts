import type { Clock } from '../kernel/host/ports';
import type { Job } from '../kernel/slice/slice';
import type { CustomerGroup } from './claims/group';
import type { LicenceJournal } from './claims/journal';
import type { LicenceStore } from './claims/store';

/** Signed requests are valid five minutes before and after their time; nonces are kept longer. */
const nonceLifeMs = 1_800_000;

/** Repairs the group (licences expire, people edit groups by hand), resumes interrupted changes, deletes old nonces. */
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
