import type { Clock } from '../kernel/host/ports';
import type { Job } from '../kernel/slice';
import type { CustomerGroup } from './group';
import type { LicenceStore } from './store';

/** A signed request counts for five minutes before and after its time; its nonce is kept longer than that. */
const nonceLifeMs = 1_800_000;

/** Licences end by themselves and groups are edited by hand; nonces are needed for minutes only. */
export function customerJobs({ group, store, host: { clock } }: {
	group: Pick<CustomerGroup, 'repair'>; store: Pick<LicenceStore, 'dropNonces'>; host: { clock: Clock };
}): Job[] {
	return [
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
