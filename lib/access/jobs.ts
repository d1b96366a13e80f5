import type { Host } from '../kernel/ports';
import type { Course } from './course';

/** Begins what waited, tells what was withheld, ends what has had its time, goes on with what was interrupted. */
export async function scheduleAccessJobs({ jobs, log }: Pick<Host, 'jobs' | 'log'>, course: Course): Promise<void> {
	await jobs.schedule('forum-terms-restrictions', '* * * * *', async () => {
		const count = await course.work();
		if (count > 0) {
			log.info('access', `${count} restrictions had their moment`);
		}
	});
}
