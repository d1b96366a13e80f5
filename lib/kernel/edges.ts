import type { Log } from './ports';
import { refuse, type Refusal } from './refusal';
import { refusalMessage } from './message';

/**
 * What happens to the forum when *we* fail, per handler. `closed`: the action is refused with a sentence that says so.
 * `open`: the action goes on as if we were not there.
 */
export type FailPolicy = 'closed' | 'open';

/** A refusal on its way out of the plugin: the only thing the edge throws. */
export class RefusedError extends Error {
	override name = 'RefusedError' as const;
	/** NodeBB sends the message to the client, translated for him. */
	constructor(readonly refusal: Refusal) {
		super(refusalMessage(refusal));
	}
}

export interface EdgeOptions<P> {
	slice: string;
	event: string;
	onFailure: FailPolicy;
	log: Log;
	/** Who acts, for the log line. */
	uid?: (payload: P) => number | undefined;
}

/**
 * Makes a host handler of a plain function: refusals go through, anything unexpected is logged once (slice, event, uid;
 * never content) and answered by the declared policy. The result is a native async function that needs no `this`.
 * HOST: src/plugins/hooks.js tests `constructor.name === 'AsyncFunction'`.
 */
export function edge<P>(options: EdgeOptions<P>, handle: (payload: P) => Promise<P>): (payload: P) => Promise<P> {
	return async (payload: P) => {
		try {
			return await handle(payload);
		} catch (error) {
			if (error instanceof RefusedError) {
				throw error;
			}
			options.log.error(options.slice, options.event, error, options.uid?.(payload));
			if (options.onFailure === 'open') {
				return payload;
			}
			throw new RefusedError(refuse('store-unavailable'));
		}
	};
}

/**
 * The same for a look at a request before the forum's own route runs: the refusal is answered, nothing is thrown. An
 * unexpected error is none with `open`, and with `closed` the refusal that says so.
 */
export function examiner<P>(
	options: EdgeOptions<P>, judge: (payload: P) => Promise<Refusal | null>,
): (payload: P) => Promise<Refusal | null> {
	return async (payload: P) => {
		try {
			return await judge(payload);
		} catch (error) {
			options.log.error(options.slice, options.event, error, options.uid?.(payload));
			return options.onFailure === 'open' ? null : refuse('store-unavailable');
		}
	};
}
