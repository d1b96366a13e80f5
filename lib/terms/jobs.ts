import type { Job } from '../kernel/slice/slice';
import type { Announcements } from './publication/announcement';
import type { Erasure } from './acceptance/erasure';
import type { Seals } from './ledger/seals';

/** A job that logs how many things it did. */
const counting = (name: string, cron: string, work: () => Promise<number>, did: string): Job => ({
	name, cron,
	async run() {
		const count = await work();
		return count > 0 ? `${count} ${did}` : null;
	},
});

/** The scheduled jobs of clause 2. Each continues where an interrupted run stopped. */
export function termsJobs({ seals, erasure, announcements }: {
	seals: Pick<Seals, 'sealNow'>; erasure: Pick<Erasure, 'purgeExpired'>;
	announcements: Pick<Announcements, 'announce' | 'remind'>;
}): Job[] {
	return [
		counting('seal', '*/10 * * * *', () => seals.sealNow(), 'records sealed'),
		counting('announce', '*/5 * * * *', () => announcements.announce(), 'members told of a change'),
		counting('remind', '23 * * * *', () => announcements.remind(), 'members reminded'),
		counting('retention', '17 3 * * *', () => erasure.purgeExpired(), 'records reduced to number and digest'),
	];
}
