import { actorOf } from '../host/member';
import { refusalMessage } from '../refusals/message';
import type { Log, Web } from '../host/ports';
import { refuse, type Refusal } from '../refusals/refusal';
import type { Guard, GuardCall } from './routes';
import type { Hook } from './slice';

/** A refusal that leaves the plugin; the only error the edge throws. */
export class RefusedError extends Error {
	override name = 'RefusedError' as const;
	/** NodeBB translates the message and sends it to the client. */
	constructor(readonly refusal: Refusal) {
		super(refusalMessage(refusal));
	}
}

/** A hook as NodeBB calls it; it returns the payload. */
export type Handler = (payload: never) => Promise<unknown>;

/** A hook of a slice, with its name there. */
export interface NamedHook<P> extends Hook<P> { slice: string; name: string }

interface Edge { log: Log; web: Pick<Web, 'sentence'> }
interface Told { uid?: unknown; params?: Told; req?: Told; user?: Told; data?: Told }

/** The acting or affected uid, for the log line. */
function uidIn(payload: unknown): number | undefined {
	const { uid, params, req, user, data } = (payload ?? {}) as Told;
	const actors = [uid, params?.uid, req?.uid, user?.uid, data?.uid].map(actorOf);
	return actors.find(actor => actor.kind === 'member')?.uid;
}

/**
 * Makes one NodeBB handler of hooks that listen to the same event, called in this order. Refusals pass through, in the
 * reader's words; anything unexpected is logged once (slice, hook, uid; never content) and handled by that hook's own
 * fail policy. HOST: src/plugins/hooks.js tests `constructor.name === 'AsyncFunction'`, so this is a native one that
 * needs no `this`; it awaits only what has to be awaited.
 */
export function handlerOf<P>(hooks: readonly NamedHook<P>[], { log, web }: Edge): (payload: P) => Promise<P> {
	return async (payload: P) => {
		for (const { slice, name, onFailure, handle } of hooks) {
			try {
				const pending = handle(payload);
				if (pending) {
					await pending;
				}
			} catch (error) {
				if (!(error instanceof RefusedError)) {
					log.error(slice, name, error, uidIn(payload));
				}
				if (error instanceof RefusedError || onFailure === 'closed') {
					const refused = error instanceof RefusedError ? error : new RefusedError(refuse('store-unavailable'));
					refused.message = await web.sentence(refused.refusal, payload).catch(() => refused.message);
					throw refused;
				}
				if (onFailure === 'hold') {
					Object.assign(payload as object, { shouldQueue: true });
				}
			}
		}
		return payload;
	};
}

/** A guard fails closed and returns a refusal; it never throws. */
export function guardOf(guard: Guard, { slice, log }: { slice: string; log: Log }): Guard {
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
