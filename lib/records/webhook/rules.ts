import { postFailures, type PostResult } from '../../platform/exchange/outside-post';

/** How delivery goes. Times in milliseconds since 1970. */
export interface Progress {
	/** The decision delivered last, and when; 0: none. */
	deliveredId: number;
	deliveredAt: number;
	/** Failed attempts in a row, since the last one that succeeded or somebody asked to try again. */
	attempts: number;
	/** The first failure since anything was delivered; 0: none. */
	failingSince: number;
	/** Why the last attempt failed; `status` of the response, 0 for none. */
	failure: typeof postFailures[number] | '';
	status: number;
	/** Not before; 0: at once. */
	nextAt: number;
}

export const untried: Progress = {
	deliveredId: 0, deliveredAt: 0, attempts: 0, failingSince: 0, failure: '', status: 0, nextAt: 0,
};

/** Pauses after the first failed attempt, the second, and so on; after one more, nothing is tried. */
export const pausesMs = [1, 5, 30, 120, 360, 1440].map(minutes => minutes * 60_000);

export const isStopped = ({ attempts }: Pick<Progress, 'attempts'>): boolean => attempts > pausesMs.length;

export function isDue(progress: Progress, now: number): boolean {
	// A clock that was set back must not lengthen a pause.
	const longest = pausesMs.at(-1) ?? 0;
	return !isStopped(progress) && (now >= progress.nextAt || progress.nextAt - now > longest);
}

export function afterDelivery(id: number, now: number): Progress {
	return { ...untried, deliveredId: id, deliveredAt: now };
}

export function afterFailure(
	progress: Progress, { failure, status }: Extract<PostResult, { isTaken: false }>, now: number,
): Progress {
	const pause = pausesMs[progress.attempts] ?? 0;
	return {
		...progress, attempts: progress.attempts + 1, failingSince: progress.failingSince || now, failure, status,
		nextAt: now + pause,
	};
}

/**
 * Somebody asks to try again: at once, with all pauses before it. What failed stays shown until something succeeds, or
 * until nothing waits.
 */
export function resumed(progress: Progress, isWaiting: boolean): Progress {
	const { deliveredId, deliveredAt } = progress;
	return isWaiting ? { ...progress, attempts: 0, nextAt: 0 } : { ...untried, deliveredId, deliveredAt };
}
