import type { CustomerParts } from './customer-slice';

/** A signed request counts for five minutes before and after its time; its nonce is kept longer than that. */
const nonceLifeMs = 1_800_000;

/** Licences end by themselves and groups are edited by hand; nonces are needed for minutes only. */
export async function scheduleCustomerJobs({ group, store, host }: CustomerParts): Promise<void> {
	const { jobs, log, clock } = host;
	await jobs.schedule('forum-terms-customers', '17 * * * *', async () => {
		const moved = await group.repair();
		if (moved > 0) {
			log.info('customers', `${moved} memberships of the group of customers put right`);
		}
	});
	await jobs.schedule('forum-terms-licence-nonces', '47 * * * *', async () => {
		await store.dropNonces(clock.now() - nonceLifeMs);
	});
}
