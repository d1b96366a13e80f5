import type { Host } from '../kernel/ports';
import type { Course } from './course';
import type { Found } from './found';

/**
 * Begins what waited, tells what was withheld, ends what has had its time, goes on with what was interrupted; every
 * hour, records what the forum did meanwhile that nobody told.
 */
export async function scheduleAccessJobs({ jobs, log }: Pick<Host, 'jobs' | 'log'>, { course, found }: {
	course: Pick<Course, 'work'>; found: Pick<Found, 'reconcile'>;
}): Promise<void> {
	await jobs.schedule('forum-terms-restrictions', '* * * * *', async () => {
		const count = await course.work();
		if (count > 0) {
			log.info('access', `${count} restrictions had their moment`);
		}
	});
	await jobs.schedule('forum-terms-restrictions-look', '17 * * * *', () => found.reconcile());
}
