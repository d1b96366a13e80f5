import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import express from 'express';
import { accounts } from './accounts';
import { approvals } from './approvals';
import { categories } from './categories';
import type { Context } from './context';
import { sandboxDatabase, type Row } from './database';
import { emailer, notifications } from './messages';
import { flags } from './flags';
import { forumApi } from './forum-api';
import { groups } from './groups';
import { sandboxHooks } from './hooks';
import { navigation } from './navigation';
import { posts } from './posts';
import { postQueue } from './post-queue';
import { privileges } from './privileges';
import { slugify, isNumber } from './text';
import { topics } from './topics';
import { topicTools } from './topic-tools';
import { sandboxTranslator } from './translator';

/** One sandbox forum: its parts, and the modules that a plugin finds under NodeBB's names. */
export interface SandboxHost {
	context: Context;
	require(path: string): unknown;
	register(path: string, module: unknown): void;
}

const defaults = {
	title: 'Sandbox forum', defaultLang: 'en-GB', minimumUsernameLength: 2, maximumUsernameLength: 16,
	minimumPasswordLength: 6, minimumPostLength: 8, initialPostDelay: 10, postDelay: 10, postQueue: 0,
	postQueueReputationThreshold: 0, registrationApprovalType: 'normal', enablePostHistory: 1, gdpr_enabled: 1, sessionDuration: 0,
};

function caches() {
	const names = new Set<string>();
	return (options: { name: string; max: number; ttl: number }) => {
		if (names.has(options.name)) {
			throw new Error(`a cache named ${options.name} exists already`);
		}
		names.add(options.name);
		const values = new Map<string, { value: unknown; until: number }>();
		return {
			get(key: string): unknown {
				const found = values.get(key);
				return found && found.until > Date.now() ? found.value : undefined;
			},
			set: (key: string, value: unknown): void =>
				void values.set(key, { value, until: Date.now() + options.ttl }),
			del: (keys: string | string[]): void => [keys].flat().forEach(key => values.delete(key)),
			has: (key: string): boolean => values.has(key),
			reset: (): void => values.clear(),
		};
	};
}

/** NodeBB's cache of everything that has none of its own. */
function commonCache() {
	const kept = new Map<string, Row>();
	return {
		get: (key: string): Row | undefined => kept.get(key),
		set: (key: string, value: Row): void => void kept.set(key, value),
		del: (key: string): void => void kept.delete(key),
	};
}

/** NodeBB's `meta.settings`: strings in a hash, checked by `filter:settings.set`; src/meta/settings.js keeps them. */
function settingsStore(c: Context, cache: ReturnType<typeof commonCache>) {
	const self = {
		async get(hash: string): Promise<Row> {
			const known = cache.get(`settings:${hash}`);
			if (known) {
				return { ...known };
			}
			const values = await c.db.getObject(`settings:${hash}`) ?? {};
			const read = await c.hooks.fire('filter:settings.get', { plugin: hash, values });
			cache.set(`settings:${hash}`, read.values);
			return { ...read.values };
		},
		async set(hash: string, values: Row): Promise<void> {
			const checked = await c.hooks.fire('filter:settings.set', { plugin: hash, settings: values, quiet: false });
			await c.db.setObject(`settings:${hash}`, checked.settings);
			cache.del(`settings:${hash}`);
			void c.hooks.fire('action:settings.set', { plugin: hash, settings: checked.settings });
		},
	};
	return self;
}

/** A fresh forum in memory with nothing in it but its groups. */
export function createHostModules(languagesFolder: string): SandboxHost {
	const log: string[] = [];
	const cache = commonCache();
	const c = {
		db: sandboxDatabase(), hooks: sandboxHooks(message => void log.push(message)), config: { ...defaults },
		settings: new Map<string, unknown>([['relative_path', ''], ['runJobs', true]]), outbox: [], log, jobs: new Map(),
		sessions: { destroy: async (): Promise<void> => undefined },
		translator: sandboxTranslator(),
	} as unknown as Context;
	Object.assign(c, {
		accounts: accounts(c), approvals: approvals(c), groups: groups(c), privileges: privileges(c),
		categories: categories(c), topics: topics(c), topicTools: topicTools(c), posts: posts(c), queue: postQueue(c),
		flags: flags(c), navigation: navigation(), notifications: notifications(c),
	});
	c.api = forumApi(c);
	c.translator.addFolder(languagesFolder);
	const note = (level: string) => (message: string) => void log.push(`${level}: ${message}`);
	const modules = new Map<string, unknown>(Object.entries({
		'./src/database': c.db,
		'./src/user': c.accounts,
		'./src/groups': c.groups,
		'./src/privileges': c.privileges,
		'./src/categories': c.categories,
		'./src/topics': { ...c.topics, delete: c.topicTools.delete, restore: c.topicTools.restore },
		// The object itself: its own functions call what a plugin has put in their place.
		'./src/posts': Object.assign(c.posts, {
			shouldQueue: c.queue.shouldQueue, addToQueue: c.queue.add, getQueuedPosts: c.queue.list,
			diffs: { save: c.posts.keepDiff },
			uploads: { list: async (): Promise<string[]> => [] },
		}),
		'./src/flags': c.flags,
		'./src/socket.io': { in: (): null => null },
		'./src/meta': { config: c.config, settings: settingsStore(c, cache) },
		'./src/navigation/admin': c.navigation,
		'./src/plugins': { hooks: c.hooks },
		'./src/notifications': c.notifications,
		'./src/emailer': emailer(c),
		'./src/cron': {
			/** Registered and shown in the ACP; a sandbox is not up long enough for a timetable. */
			async addJob({ name, onTick }: { name: string; onTick: () => Promise<void> }): Promise<void> {
				if (c.jobs.has(name)) {
					throw new Error('[cron] Job with that name already exists');
				}
				c.jobs.set(name, onTick);
			},
		},
		'./src/als': c.hooks.als,
		'./src/translator': c.translator,
		'./src/api': c.api,
		'./src/socket.io/user': c.api.sockets.user,
		'./src/socket.io/groups': c.api.sockets.groups,
		'./src/cache': cache,
		'./src/cache/lru': caches(),
		'./src/pubsub': new EventEmitter(),
		'./src/slugify': slugify,
		'./src/utils': { isNumber, generateUUID: randomUUID },
		express,
		nconf: { get: (key: string) => c.settings.get(key) },
		winston: { error: note('error'), info: note('info'), warn: note('warn') },
	}));
	return {
		context: c,
		require(path) {
			const found = modules.get(path);
			if (found === undefined) {
				throw new Error(`The sandbox forum has no module ${path}: add it to ${join('test', 'sandbox', 'host')}`);
			}
			return found;
		},
		register: (path, module) => void modules.set(path, module),
	};
}
