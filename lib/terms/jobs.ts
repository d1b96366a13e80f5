import type { Jobs, Log } from '../kernel/ports';
import type { TermsParts } from './parts';

/**
 * What the forum does by itself for clause 2. Every job goes on where a killed one stopped.
 */
export async function scheduleJobs(jobs: Jobs, log: Log, parts: Pick<TermsParts, 'seals' | 'erasure' | 'announcements'>): Promise<void> {
	await jobs.schedule('forum-terms-seal', '*/10 * * * *', async () => {
		const sealed = await parts.seals.sealNow();
		if (sealed > 0) {
			log.info('terms', `${sealed} records sealed`);
		}
	});
	await jobs.schedule('forum-terms-announce', '*/5 * * * *', async () => {
		const told = await parts.announcements.announce();
		if (told > 0) {
			log.info('terms', `${told} members told of a change`);
		}
	});
	await jobs.schedule('forum-terms-remind', '23 * * * *', async () => {
		const reminded = await parts.announcements.remind();
		if (reminded > 0) {
			log.info('terms', `${reminded} members reminded`);
		}
	});
	await jobs.schedule('forum-terms-retention', '17 3 * * *', async () => {
		const purged = await parts.erasure.purgeExpired();
		if (purged > 0) {
			log.info('terms', `${purged} records reduced to number and digest`);
		}
	});
}
