import { actorOf } from '../host/member';
import { refusalMessage } from './message';
import type { Log } from '../host/ports';
import { refuse, type Refusal } from '../refusal';
import type { Guard, GuardCall } from './routes';
import type { Hook } from '../slice';

/**
 * What happens to the forum when *we* fail, per handler. `closed`: the action is refused with a sentence that says so.
 * `open`: the action goes on as if we were not there. `hold`: the post waits for staff.
 */
export type FailPolicy = 'closed' | 'open' | 'hold';

/** A refusal on its way out of the plugin: the only thing the edge throws. */
export class RefusedError extends Error {
	override name = 'RefusedError' as const;
	/** NodeBB sends the message to the client, translated into their language. */
	constructor(readonly refusal: Refusal) {
		super(refusalMessage(refusal));
	}
}

/** A hook as NodeBB calls it: it answers the payload that came in. */
export type Handler = (payload: never) => Promise<unknown>;

interface Named { slice: string; name: string; log: Log }
interface Told { uid?: unknown; params?: Told; req?: Told; user?: Told; data?: Told }

/** Who acts, or whom it is about, for the log line. */
function uidIn(payload: unknown): number | undefined {
	const { uid, params, req, user, data } = (payload ?? {}) as Told;
	const actors = [uid, params?.uid, req?.uid, user?.uid, data?.uid].map(actorOf);
	return actors.find(actor => actor.kind === 'member')?.uid;
}

/**
 * Makes a handler for NodeBB of a hook: refusals go through, anything unexpected is logged once (slice, hook, uid;
 * never content) and answered by the hook's policy. The result is a native async function that needs no `this`.
 * HOST: src/plugins/hooks.js tests `constructor.name === 'AsyncFunction'`.
 */
export function handlerOf<P>({ onFailure, handle }: Hook<P>, { slice, name, log }: Named): (payload: P) => Promise<P> {
	return async (payload: P) => {
		try {
			await handle(payload);
		} catch (error) {
			if (error instanceof RefusedError) {
				throw error;
			}
			log.error(slice, name, error, uidIn(payload));
			if (onFailure === 'closed') {
				throw new RefusedError(refuse('store-unavailable'));
			}
			if (onFailure === 'hold') {
				Object.assign(payload as object, { shouldQueue: true });
			}
		}
		return payload;
	};
}

/** A look at a request before NodeBB's own function runs fails closed, with a refusal: nothing is thrown. */
export function guardOf(guard: Guard, { slice, log }: Omit<Named, 'name'>): Guard {
	return {
		...guard,
		async examine(call: GuardCall) {
			try {
				return await guard.examine(call);
			} catch (error) {
				log.error(slice, guard.write, error, uidIn({ uid: call.actor.kind === 'member' ? call.actor.uid : 0 }));
				return refuse('store-unavailable');
			}
		},
	};
}
