import { AsyncLocalStorage, createHook } from 'node:async_hooks';
import type { Listener } from '../sandbox/host/hooks';

/** One call of a handler: the promises made for it until it settled, whoever made them. */
export interface HandlerCall { handler: string; promises: number; isOver: boolean }

/** Counts what each call of a handler costs in promises; calls that run at the same time stay apart. */
export function handlerPromises() {
	const running = new AsyncLocalStorage<HandlerCall>();
	let calls: HandlerCall[] = [];
	const hook = createHook({
		init(_id, type) {
			const call = type === 'PROMISE' ? running.getStore() : undefined;
			if (call && !call.isOver) {
				call.promises += 1;
			}
		},
	});
	return {
		/** The handler, counted. What the wrapping costs is made outside of the call. */
		around(handler: string, method: Listener): Listener {
			return async (payload) => {
				const call = { handler, promises: 0, isOver: false };
				calls.push(call);
				try {
					return await running.run(call, () => method(payload));
				} finally {
					call.isOver = true;
				}
			};
		},
		/** The calls while `work` ran. */
		async during(work: () => Promise<unknown>): Promise<HandlerCall[]> {
			hook.enable();
			calls = [];
			try {
				await work();
				return calls;
			} finally {
				hook.disable();
			}
		},
	};
}
