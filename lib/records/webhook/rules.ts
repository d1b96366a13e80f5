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
	/** The decision that failed last, and how often in a row the other system refused it itself. */
	failedId: number;
	refusals: number;
}

export const untried: Progress = {
	deliveredId: 0, deliveredAt: 0, attempts: 0, failingSince: 0, failure: '', status: 0, nextAt: 0, failedId: 0,
	refusals: 0,
};

/** After so many refusals a decision is set aside, and the ones behind it go on. */
const mostRefusals = 3;

type Failed = Extract<PostResult, { isTaken: false }>;

/** The other system was there and does not want this one; 408 and 429 are about the time alone. */
const isRefusal = ({ failure, status }: Failed): boolean =>
	failure === 'status' && status >= 400 && status < 500 && status !== 408 && status !== 429;

export const isSetAside = ({ refusals }: Pick<Progress, 'refusals'>): boolean => refusals >= mostRefusals;

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

/** Another decision has had its last chance: the next one starts without a pause. */
export function afterSettingAside({ deliveredId, deliveredAt }: Progress): Progress {
	return { ...untried, deliveredId, deliveredAt };
}

export function afterFailure(progress: Progress, id: number, result: Failed, now: number): Progress {
	const { failure, status } = result;
	const pause = pausesMs[progress.attempts] ?? 0;
	const before = progress.failedId === id ? progress.refusals : 0;
	return {
		...progress, failedId: id, refusals: isRefusal(result) ? before + 1 : 0, attempts: progress.attempts + 1,
		failingSince: progress.failingSince || now, failure, status,
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
