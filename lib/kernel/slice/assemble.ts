import { sortBy } from 'lodash';
import { guardOf, handlerOf, type Handler } from './edges';
import { merged } from './merged';
import type { Host } from '../host/ports';
import type { Route } from './routes';
import type { Addresses, Slice } from './slice';

/** The plugin as the host mounts it. */
export interface Assembled {
	/** Every slice, and one merged from all of them. */
	slices: readonly Slice[];
	/** By slice and name, as plugin.json calls them. */
	handlers: Record<string, Record<string, Handler>>;
	addresses: Addresses;
	/** Prepares the slices one after the other, then schedules their jobs. */
	start(): Promise<void>;
}

/** Literal paths come before parameters in the same position, which would match them too. */
const rankOf = (path: string) => path.split('/').map(part => (part.includes(':') ? '~' : part)).join('\u0000');
const inOrder = <A extends { path: string }>(addresses: A[]): A[] => sortBy(addresses, ({ path }) => rankOf(path));

/** Merges the slices into what the host mounts. */
export function assemble(parts: readonly Slice[], host: Pick<Host, 'log' | 'jobs' | 'settings' | 'web'>): Assembled {
	const { log, jobs, web } = host;
	const slices = [...parts, merged(parts, host)];
	const handlersOf = ({ name: slice, hooks = {} }: Slice) => Object.fromEntries(Object.entries(hooks)
		.map(([name, one]): [string, Handler] => [name, handlerOf(one, { slice, name, log, web })]));
	return {
		slices,
		handlers: Object.fromEntries(slices.filter(({ hooks }) => hooks).map(slice => [slice.name, handlersOf(slice)])),
		addresses: {
			routes: inOrder(slices.flatMap(({ clause, routes = [] }) =>
				routes.map((one): Route => ({ clause, ...one })))),
			pages: inOrder(slices.flatMap(({ pages = [] }) => pages)),
			forms: inOrder(slices.flatMap(({ forms = [] }) => forms)),
			downloads: inOrder(slices.flatMap(({ downloads = [] }) => downloads)),
			guards: slices.flatMap(({ name, guards = [] }) => guards.map(one => guardOf(one, { slice: name, log }))),
		},
		async start() {
			for (const { prepare } of slices) {
				await prepare?.();
			}
			for (const { name: slice, jobs: own = [] } of slices) {
				for (const { name, cron, run } of own) {
					await jobs.schedule(`forum-terms-${name}`, cron, async () => {
						const line = await run();
						if (line !== null) {
							log.info(slice, line);
						}
					});
				}
			}
		},
	};
}
