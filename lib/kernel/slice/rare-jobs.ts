import type { Host } from '../host/ports';
import type { DueHour, Job } from './slice';

/** Hash: when each job of the day or week last did its work, by its name. */
const key = 'forum-terms:jobs-done';

/** The latest moment from which a job is due, milliseconds since 1970. */
function dueSince({ hour, weekday }: DueHour, now: number): number {
	const due = new Date(now);
	due.setHours(hour, 0, 0, 0);
	while (due.getTime() > now || due.getDay() !== (weekday ?? due.getDay())) {
		due.setDate(due.getDate() - 1);
	}
	return due.getTime();
}

/** Runs a job whenever it is asked, or, if it is one of the day or week, once from when it is due. */
export function rareJobs({ clock, database }: Pick<Host, 'clock' | 'database'>): (job: Job) => Promise<string | null> {
	return async ({ name, due, run }) => {
		const now = clock.now();
		if (due && Number((await database.getObject(key))?.[name] ?? 0) >= dueSince(due, now)) {
			return null;
		}
		const line = await run();
		// Afterwards: one that failed or died is asked again in an hour.
		await (due ? database.setObject(key, { [name]: now }) : undefined);
		return line;
	};
}
