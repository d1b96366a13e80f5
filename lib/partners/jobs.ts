import type { Host } from '../kernel/ports';
import type { PartnerParts } from './parts';

/** Levels end by themselves and groups are edited by hand: every night both are looked at again. */
export async function schedulePartnerJobs({ jobs, locks, log }: Host, { groups }: Pick<PartnerParts, 'groups'>): Promise<void> {
	await jobs.schedule('forum-terms-partner-groups', '7 4 * * *', async () => {
		const moved = await locks.exclusively('forum-terms:partner-groups', () => groups.repair());
		if (moved) {
			log.info('partners', `${moved} memberships of partner groups put right`);
		}
	});
}
