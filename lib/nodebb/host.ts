import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { Response } from 'express';
import { once } from 'lodash';
import { notifier } from '../platform/notify';
import { plainText } from '../kernel/formats/html';
import type { Cache, Host, Log, Site } from '../kernel/host/ports';
import { textOf } from '../kernel/formats/text';
import { callScope } from './core/call-scope';
import { nodebbDatabase } from './core/database';
import { nodebbJobs } from './core/jobs';
import { nodebbLeases } from './core/leases';
import { nodebbMemberAccess } from './people/member-access';
import { defaultLanguage } from './people/language';
import { nodebbMembers } from './people/members';
import { hostModule, type HostCache } from './core/modules';
import { nodebbNavigation } from './core/navigation';
import { sentenceOf } from './web/answer';
import { languageFor } from './web/caller';
import { nodebbOutbound } from './web/outbound';
import { nodebbDelivery } from './people/delivery';
import { nodebbCategoryTree } from './writing/category-tree';
import { nodebbGroups } from './people/groups';
import { nodebbPlaces } from './writing/places';
import { nodebbPostCare, nodebbReports } from './writing/post-care';
import { nodebbPosts } from './writing/posts';
import { nodebbQueue } from './writing/queue';
import { nodebbTopics } from './writing/topics';


const log: Log = {
	error(slice, event, error, uid) {
		const trace = error instanceof Error ? error.stack ?? error.message : String(error);
		const who = uid === undefined ? '' : ` uid=${uid}`;
		hostModule('winston').error(`[forum-terms/${slice}] ${event}${who}\n${trace}`);
	},
	info(slice, message) {
		hostModule('winston').info(`[forum-terms/${slice}] ${message}`);
	},
};

/** A cache created on first use, because its module does not exist before the host does. */
function lazyCache(name: string, options: { max: number; ttlSeconds: number }): Cache {
	let cache: HostCache | null = null;
	const made = () => {
		// HOST: src/cache/lru.js passes these on; by default lru-cache sets a timer each millisecond it is read.
		cache ??= hostModule('./src/cache/lru')({
			name, max: options.max, ttl: options.ttlSeconds * 1000, ttlResolution: 1000,
		});
		return cache;
	};
	return {
		get: key => made().get(key),
		set: (key, value) => made().set(key, value),
		del: key => made().del(key),
		clear: () => made().reset(),
	};
}

const clock = { now: () => Date.now() };

/** HOST: src/prestart.js sets it before any plugin is loaded; nconf looks through all its stores at each call. */
const relativePath = once(() => textOf(hostModule('nconf').get('relative_path')));

const site: Site = {
	get url() {
		return textOf(hostModule('nconf').get('url')).replace(/\/$/, '');
	},
	get relativePath() {
		return relativePath();
	},
	defaultLanguage,
};

/** NodeBB as the host of the plugin whose package lies in this folder. */
export function nodebbHost(packageRoot: string): Host {
	const database = nodebbDatabase(log);
	const leases = nodebbLeases(database);
	const members = nodebbMembers();
	return {
		database,
		clock,
		log,
		members,
		places: nodebbPlaces(),
		categories: nodebbCategoryTree(),
		topics: nodebbTopics(),
		posts: nodebbPosts(),
		care: nodebbPostCare(),
		reports: nodebbReports(),
		access: nodebbMemberAccess(database),
		groups: nodebbGroups(),
		queue: nodebbQueue(database),
		settings: {
			// HOST: src/meta/settings.js `get` copies its cache for each reader; the cache is dropped at every change.
			read: () => hostModule('./src/cache').get('settings:forum-terms') ??
				hostModule('./src/meta').settings.get('forum-terms'),
			// HOST: src/meta/settings.js `set` keeps the other fields; `true`: no prompt to restart.
			save: async (name, value) => hostModule('./src/meta').settings.set('forum-terms', { [name]: value }, true),
			async remove(name) {
				// HOST: src/meta/settings.js stores the hash under this key and caches a copy under the same name.
				await hostModule('./src/database').deleteObjectField('settings:forum-terms', name);
				hostModule('./src/cache').del('settings:forum-terms');
			},
		},
		leases,
		callScope,
		jobs: nodebbJobs(leases),
		navigation: nodebbNavigation(),
		messenger: notifier({ database, clock, log, members, site, delivery: nodebbDelivery() }),
		site,
		web: {
			redirect(response, path) {
				hostModule('./src/controllers/helpers').redirect(response as Response, path);
			},
			// HOST: src/controllers/helpers.js `generateError` would translate a token and leave entities in JSON.
			sentence: async (refusal, payload) => sentenceOf(refusal, await languageFor(payload)),
		},
		outbound: nodebbOutbound(),
		announce(hook, facts) {
			// HOST: src/plugins/hooks.js `fire` waits for every listener, and adds who calls, with their request, as
			// `caller` unless there is one.
			void hostModule('./src/plugins').hooks.fire(hook, { ...facts, caller: null })
				.catch((error: unknown) => log.error('host', hook, error));
		},
		cache: lazyCache,
		packagedText: path => readFile(join(packageRoot, path), 'utf8'),
		nonce: () => randomUUID(),
		pause: milliseconds => (milliseconds > 0 ? sleep(milliseconds) : turn()),
		translate: async (token, language) => plainText(await hostModule('./src/translator').translate(token, language)),
	};
}
