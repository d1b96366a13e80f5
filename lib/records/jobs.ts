import { countingJob, type Job } from '../kernel/slice/slice';
import type { Seals } from '../platform/sealed-book/seals';
import type { OwnDecisionBook } from './decisions/book';
import type { DecisionRetention } from './decisions/retention';
import type { DecisionWebhook } from './webhook/webhook';

/** Each continues where an interrupted run stopped. */
export function recordsJobs({ book, seals, webhook, retention }: {
	retention: Pick<DecisionRetention, 'purgeExpired'>;
	book: Pick<OwnDecisionBook, 'finishOpen'>; seals: Pick<Seals, 'sealNow'>;
	webhook: Pick<DecisionWebhook, 'deliver'>;
}): Job[] {
	return [
		countingJob('decisions', '41 * * * *', () => book.finishOpen(), 'interrupted decisions got their outcome'),
		countingJob('seal-decisions', '*/10 * * * *', () => seals.sealNow(), 'decisions sealed'),
		{
			...countingJob('decision-retention', '37 * * * *', () => retention.purgeExpired(), 'decisions and texts had their time'),
			due: { hour: 3 },
		},
		countingJob('decision-webhook', '* * * * *', () => webhook.deliver(), 'decisions delivered to the webhook'),
	];
}
