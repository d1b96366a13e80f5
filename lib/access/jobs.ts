import type { Host } from '../kernel/ports';
import type { Course } from './course';
import type { Found } from './found';

/**
 * Begins what waited, tells what was withheld, ends what has had its time, goes on with what was interrupted; every
 * hour, records what the forum did meanwhile that nobody told.
 */
export async function scheduleAccessJobs({ jobs, log }: Pick<Host, 'jobs' | 'log'>, { course, found }: {
	course: Pick<Course, 'work' | 'look'>; found: Pick<Found, 'reconcile'>;
}): Promise<void> {
	await jobs.schedule('forum-terms-restrictions', '* * * * *', async () => {
		const count = await course.work();
		if (count > 0) {
			log.info('access', `${count} restrictions had their moment`);
		}
	});
	// Nobody waits for it: a lease of the process that died may have to end first.
	void course.look().catch((error: unknown) => log.error('access', 'look', error));
	await jobs.schedule('forum-terms-restrictions-look', '17 * * * *', async () => {
		await course.look();
		await found.reconcile();
	});
}
