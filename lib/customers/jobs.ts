import type { Clock } from '../kernel/host/ports';
import { countingJob, quietJob, type Job } from '../kernel/slice/slice';
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
		quietJob('licence-changes', '* * * * *', () => journal.resume()),
		countingJob('customers', '17 * * * *', () => group.repair(), 'memberships of the group of customers put right'),
		quietJob('licence-nonces', '47 * * * *', () => store.dropNonces(clock.now() - nonceLifeMs)),
	];
}
