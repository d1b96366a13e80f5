import assert from 'node:assert/strict';
import { assemble } from '../../lib/kernel/slice/assemble';
import { handlerOf, type Handler } from '../../lib/kernel/slice/edges';
import type { Host } from '../../lib/kernel/host/ports';
import type { Hook, Hooks, Job } from '../../lib/kernel/slice/slice';

type Called<H extends Hooks> = { [K in keyof H]: H[K] extends Hook<infer P> ? (payload: P) => Promise<P> : never };

/** The hooks of a slice as NodeBB calls them. */
export function called<H extends Hooks>(hooks: H, { log, web }: Pick<Host, 'log' | 'web'>, slice = 'spec'): Called<H> {
	const handlers: Record<string, Handler> = Object.fromEntries(Object.entries(hooks)
		.map(([name, hook]) => [name, handlerOf([{ slice, name, ...hook }], { log, web })]));
	return handlers as Called<H>;
}

/** Runs one of some jobs, as the forum does when its time has come. */
export const ran = (jobs: readonly Job[], name: string): Promise<string | null> =>
	jobs.find(job => job.name === name)?.run() ?? assert.fail(`no job ${name}`);

/** Hands jobs to the runner of a host. */
export const scheduled = (jobs: Job[], host: Host): Promise<void> =>
	assemble([{ name: 'spec', clause: '2', jobs }], host).start();
