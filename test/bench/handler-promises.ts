import { AsyncLocalStorage, createHook } from 'node:async_hooks';
import type { Listener } from '../sandbox/host/hooks';

/** One call of a handler: the promises made for it until it settled, whoever made them. */
export interface HandlerCall {
	handler: string; promises: number; isOver: boolean;
	/** The plugin's function that was running, per promise; only while `traced`. */
	places: string[];
}

/** The innermost function of the plugin in a stack. */
function placeIn(stack = ''): string {
	const frames = stack.split('\n').map(frame => /at (?:async )?(?:(\S+) )?\(?\S*?\/lib\/(\S+?)\.[jt]s:(\d+)/.exec(frame));
	const [, name = '…', file = 'the forum', line = ''] = frames.find(frame => frame !== null) ?? [];
	return `${file}:${line} ${name}`;
}

/** Counts what each call of a handler costs in promises; calls that run at the same time stay apart. */
export function handlerPromises() {
	const running = new AsyncLocalStorage<HandlerCall>();
	let calls: HandlerCall[] = [];
	let isTraced = false;
	const hook = createHook({
		init(_id, type) {
			const call = type === 'PROMISE' ? running.getStore() : undefined;
			if (call && !call.isOver) {
				call.promises += 1;
				if (isTraced) {
					call.places.push(placeIn(new Error('trace').stack));
				}
			}
		},
	});
	return {
		/** The handler, counted. What the wrapping costs is made outside of the call. */
		around(handler: string, method: Listener): Listener {
			return async (payload) => {
				const call: HandlerCall = { handler, promises: 0, isOver: false, places: [] };
				calls.push(call);
				try {
					return await running.run(call, () => method(payload));
				} finally {
					call.isOver = true;
				}
			};
		},
		/** The calls while `work` ran. */
		async during(work: () => Promise<unknown>, { traced = false } = {}): Promise<HandlerCall[]> {
			const { stackTraceLimit } = Error;
			isTraced = traced;
			Error.stackTraceLimit = traced ? 50 : stackTraceLimit;
			hook.enable();
			calls = [];
			try {
				await work();
				return calls;
			} finally {
				hook.disable();
				Error.stackTraceLimit = stackTraceLimit;
			}
		},
	};
}
