import { countingJob, type Job } from '../kernel/slice/slice';
import type { Announcements } from './publication/announcement';
import type { Erasure } from './acceptance/erasure';
import type { Seals } from '../platform/sealed-book/seals';

/** The scheduled jobs of clause 2. Each continues where an interrupted run stopped. */
export function termsJobs({ seals, erasure, announcements }: {
	seals: Pick<Seals, 'sealNow'>; erasure: Pick<Erasure, 'purgeExpired'>;
	announcements: Pick<Announcements, 'announce' | 'remind'>;
}): Job[] {
	return [
		countingJob('seal', '*/10 * * * *', () => seals.sealNow(), 'records sealed'),
		countingJob('announce', '*/5 * * * *', () => announcements.announce(), 'members told of a change'),
		countingJob('remind', '23 * * * *', () => announcements.remind(), 'members reminded'),
		{
			...countingJob('retention', '17 * * * *', () => erasure.purgeExpired(), 'records reduced to number and digest'),
			due: { hour: 3 },
		},
	];
}
