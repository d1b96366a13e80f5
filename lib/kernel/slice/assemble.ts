import { groupBy, mapValues, sortBy } from 'lodash';
import { guardOf, handlerOf, type Handler, type NamedHook } from './edges';
import { merged } from './merged';
import type { Host } from '../host/ports';
import { rareJobs } from './rare-jobs';
import type { Route, Trim } from './routes';
import type { Addresses, Slice } from './slice';

/** The plugin as the host mounts it. */
export interface Assembled {
	/** Every slice, and one merged from all of them. */
	slices: readonly Slice[];
	/** By slice and name, as plugin.json calls them. */
	handlers: Record<string, Record<string, Handler>>;
	/** One handler for several (`slice.name`), in this order, each with its own fail policy. */
	together(names: readonly string[]): Handler;
	addresses: Addresses;
	trims: Trim[];
	/** Prepares the slices one after the other, then schedules their jobs. */
	start(): Promise<void>;
}

/** Literal paths come before parameters in the same position, which would match them too. */
const rankOf = (path: string) => path.split('/').map(part => (part.includes(':') ? '~' : part)).join('\u0000');
const inOrder = <A extends { path: string }>(addresses: A[]): A[] => sortBy(addresses, ({ path }) => rankOf(path));

/** Merges the slices into what the host mounts. */
export function assemble(parts: readonly Slice[], host: Pick<Host, 'clock' | 'database' | 'log' | 'jobs' | 'settings' | 'web'>): Assembled {
	const { log, jobs } = host;
	const ranWhenDue = rareJobs(host);
	const slices = [...parts, merged(parts, host)];
	const hooks = slices.flatMap(({ name: slice, hooks: own = {} }) =>
		Object.entries(own).map(([name, one]): NamedHook<never> => ({ slice, name, ...one })));
	function named(wanted: string): NamedHook<never> {
		const found = hooks.find(({ slice, name }) => `${slice}.${name}` === wanted);
		if (!found) {
			throw new Error(`no slice has the handler ${wanted} of plugin.json`);
		}
		return found;
	}
	return {
		slices,
		handlers: mapValues(groupBy(hooks, 'slice'), own =>
			Object.fromEntries(own.map(one => [one.name, handlerOf([one], host)]))),
		together: names => handlerOf(names.map(named), host),
		addresses: {
			routes: inOrder(slices.flatMap(({ clause, routes = [] }) =>
				routes.map((one): Route => ({ clause, ...one })))),
			pages: inOrder(slices.flatMap(({ pages = [] }) => pages)),
			forms: inOrder(slices.flatMap(({ forms = [] }) => forms)),
			downloads: inOrder(slices.flatMap(({ downloads = [] }) => downloads)),
			guards: slices.flatMap(({ name, guards = [] }) => guards.map(one => guardOf(one, { slice: name, log }))),
		},
		trims: slices.flatMap(({ trims = [] }) => trims),
		async start() {
			for (const { prepare } of slices) {
				await prepare?.();
			}
			for (const { name: slice, jobs: own = [] } of slices) {
				for (const job of own) {
					await jobs.schedule(`forum-terms-${job.name}`, job.cron, async () => {
						const line = await ranWhenDue(job);
						if (line !== null) {
							log.info(slice, line);
						}
					});
				}
			}
		},
	};
}
