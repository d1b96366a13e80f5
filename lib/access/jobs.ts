import type { Job } from '../kernel/slice';
import type { Course } from './termination/course';
import type { Found } from './termination/found';

/**
 * Begins what waited, tells what was withheld, ends what has had its time, goes on with what was interrupted; every
 * hour, records what the forum did meanwhile that nobody told.
 */
export function accessJobs({ course, found }: {
	course: Pick<Course, 'work' | 'look'>; found: Pick<Found, 'reconcile'>;
}): Job[] {
	return [
		{
			name: 'restrictions', cron: '* * * * *',
			async run() {
				const count = await course.work();
				return count > 0 ? `${count} restrictions had their moment` : null;
			},
		},
		{
			name: 'restrictions-look', cron: '17 * * * *',
			async run() {
				await course.look();
				await found.reconcile();
				return null;
			},
		},
	];
}
