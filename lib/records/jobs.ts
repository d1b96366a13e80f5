import { countingJob, type Job } from '../kernel/slice/slice';
import type { Seals } from '../platform/sealed-book/seals';
import type { OwnDecisionBook } from './decisions/book';

/** Each continues where an interrupted run stopped. */
export function recordsJobs({ book, seals }: {
	book: Pick<OwnDecisionBook, 'finishOpen'>; seals: Pick<Seals, 'sealNow'>;
}): Job[] {
	return [
		countingJob('decisions', '41 * * * *', () => book.finishOpen(), 'interrupted decisions got their outcome'),
		countingJob('seal-decisions', '*/10 * * * *', () => seals.sealNow(), 'decisions sealed'),
	];
}
