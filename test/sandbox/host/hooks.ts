import { AsyncLocalStorage } from 'node:async_hooks';

export type Listener = (params: unknown, callback?: (error: Error | null, result?: unknown) => void) => unknown;
interface Registration { id: string; hook: string; method: Listener; priority: number }

/** Who is behind the call that is running: NodeBB keeps the same in src/als.js. */
export interface Caller { uid: number; req?: unknown }

const staticDeadlineMs = 10_000;
const neverThrowing = new Set(['static:app.load', 'static:app.preload', 'static:assets.prepare']);

function isAsync(method: Listener): boolean {
	return (method as { constructor?: { name?: string } }).constructor?.name === 'AsyncFunction';
}

/** One for all sandboxes of a process: Node keeps every store for good, and each makes every promise dearer. */
const als = new AsyncLocalStorage<Caller>();

/** NodeBB's hook engine: filter, action, static and response, each with its own order, waiting and error rules. */
export function sandboxHooks(logError: (message: string) => void) {
	const registrations: Registration[] = [];
	const of = (hook: string) => registrations.filter(one => one.hook === hook).sort((a, b) => a.priority - b.priority);

	/** A listener that is neither async nor calls back nor answers keeps its caller waiting for ever, as in NodeBB. */
	function settled(hook: string, method: Listener, params: unknown): Promise<unknown> {
		return new Promise((resolve, reject) => {
			const returned = method(params, (error, result) => (error ? reject(error) : resolve(result)));
			if (returned instanceof Promise) {
				returned.then(resolve, reject);
			} else if (returned !== undefined || (hook.startsWith('static:') && method.length <= 1)) {
				resolve(returned);
			}
		});
	}
	const call = (hook: string, method: Listener, params: unknown): Promise<unknown> =>
		(isAsync(method) ? method(params) as Promise<unknown> : settled(hook, method, params));

	async function filter(hook: string, params: unknown): Promise<unknown> {
		let current = params;
		for (const { method } of of(hook)) {
			current = await call(hook, method, current);
		}
		return current;
	}
	async function action(hook: string, params: unknown): Promise<void> {
		for (const { method, id } of of(hook)) {
			try {
				await method(params);
			} catch (error) {
				logError(`[plugins] Error in hook ${id}@${hook} ${String(error)}`);
			}
		}
	}
	async function fixed(hook: string, params: unknown): Promise<void> {
		for (const { method, id } of of(hook)) {
			try {
				const work = call(hook, method, params);
				let timer: NodeJS.Timeout | undefined;
				const late = new Promise((resolve) => {
					timer = setTimeout(resolve, staticDeadlineMs);
				});
				await Promise.race([work, late]).finally(() => clearTimeout(timer));
			} catch (error) {
				if (!neverThrowing.has(hook)) {
					throw error;
				}
				logError(`[plugins] Error executing '${hook}' in plugin '${id}' ${String((error as Error).stack ?? error)}`);
			}
		}
	}
	async function response(hook: string, params: unknown): Promise<void> {
		for (const { method } of of(hook)) {
			if ((params as { res: { headersSent: boolean } }).res.headersSent) {
				return;
			}
			await method(params);
		}
	}

	async function fire<T>(hook: string, params: T): Promise<T> {
		const kind = hook.split(':')[0];
		const carrier = typeof params === 'object' && params !== null && !Array.isArray(params) ?
			params as { caller?: unknown } : null;
		const isOurs = carrier !== null && !Object.hasOwn(carrier, 'caller');
		if (carrier && isOurs) {
			carrier.caller = als.getStore();
		}
		let result: unknown = params;
		if (kind === 'filter') {
			result = await filter(hook, params);
		} else if (kind === 'action') {
			await action(hook, params);
		} else if (kind === 'static') {
			await fixed(hook, params);
		} else if (kind === 'response') {
			await response(hook, params);
		}
		if (isOurs && typeof result === 'object' && result !== null) {
			delete (result as { caller?: unknown }).caller;
		}
		return result as T;
	}

	return {
		als,
		fire,
		hasListeners: (hook: string): boolean => of(hook).length > 0,
		register(id: string, { hook, method, priority }: { hook: string; method: Listener; priority?: number }): void {
			// `0` is falsy in NodeBB and becomes the default as well.
			registrations.push({ id, hook, method, priority: priority || 10 });
		},
	};
}

export type SandboxHooks = ReturnType<typeof sandboxHooks>;
