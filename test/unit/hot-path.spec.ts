import assert from 'node:assert/strict';
import { countBy, groupBy, range, sum } from 'lodash';
import { blueprintOfBench } from '../bench/blueprint';
import { contender, layOut, type Contender, type Ground } from '../bench/contender';
import { handlerPromises } from '../bench/handler-promises';
import { acts, goals, median, timed, type Act } from '../bench/round';
import { wiring } from '../builders/wiring';

/** What a handler costs in promises, by act, and what it has to wait for; in the other acts it costs one. */
interface Budget { why: string; promises: Record<string, number> }

/** Whoever has nothing to do costs the one promise of `handlerOf`; these have something to do. */
const dearer: Record<string, Budget> = {
	'checklist.counted': { why: 'counts what the checklist warned about', promises: { 'topic, 13 answers': 26 } },
	'checklist.topic': { why: 'writes the record of the answers', promises: { 'topic, 13 answers': 18 } },
	'posting.reply': { why: 'reads the category of the topic, which a restriction may have closed', promises: { 'restricted, reply': 22 } },
};

/** A handler that NodeBB calls together with others shares the one promise with them. */
function budgetOf(method: string, act: string): number {
	const { calls } = wiring().find(row => row.method === method) ?? assert.fail(method);
	return 1 + sum(calls.map(handler => (dearer[handler]?.promises[act] ?? 1) - 1));
}

/** HOST: NodeBB 4.15 fires each of these several times for one page or post, and for every listener each time. */
const firedOften = [
	'action:categories.updateRecentTid', 'action:plugins.firehook', 'action:user.set', 'filter:blacklist.test',
	'filter:categories.buildTopicsSortedSet', 'filter:category.getFields', 'filter:markdown.beforeParse',
	'filter:parse.post', 'filter:parse.raw', 'filter:plugins.firehook', 'filter:post.getFields',
	'filter:post.getPostSummaryByPids', 'filter:privileges:isAllowedTo', 'filter:privileges:isUsersAllowedTo',
	'filter:sockets.sendNewPostToUid', 'filter:sockets.sendNewTopicToUid', 'filter:topic.getFields',
	'filter:topic.thread_tools', 'filter:topics.getThumbs', 'filter:topics.unreadCutoff', 'filter:user.blocks.filter',
	'filter:user.getFields', 'filter:user.getSettings', 'filter:user.isModerator', 'filter:user.notificationTypes',
	'filter:user.whitelistFields', 'filter:users.get',
];

/** Those of them that the plugin listens to nevertheless, and why. */
const reasons: Record<string, string> = {
	'filter:post.getPostSummaryByPids': 'a post that others see at once has its marks; twice for a new topic, not for pages',
	'filter:privileges:isAllowedTo': 'a restriction ends rights wherever NodeBB asks for one',
};

/** In the sandbox, where nothing else speaks to the database: the figures of `npm run bench`, held. */
describe('the hot path', () => {
	const sides = {} as Record<'bare' | 'plugin', { forum: Contender; ground: Ground }>;
	const counter = handlerPromises();

	before(async () => {
		// The bare forum first: in one process, the host that the plugin sees is the one started last.
		for (const side of ['bare', 'plugin'] as const) {
			const forum = await contender(undefined, side, { around: counter.around });
			sides[side] = { forum, ground: await layOut(forum, side === 'plugin') };
		}
	});
	after(async () => {
		await sides.bare.forum.stop();
		await sides.plugin.forum.stop();
	});

	/** The middle of some rounds, once every memory is warm. */
	async function cost(side: 'bare' | 'plugin', act: Act): Promise<number> {
		const { forum, ground } = sides[side];
		const taken: number[] = [];
		for (const round of range(5)) {
			taken.push((await timed(forum, ground, act, round)).commands ?? NaN);
		}
		return median(taken.slice(2));
	}

	for (const [name, act] of Object.entries(acts)) {
		const { commands = NaN } = goals[name] ?? {};
		it(`${name}: at most ${commands} more database commands than the bare forum`, async () => {
			const [bare, plugin] = [await cost('bare', act), await cost('plugin', act)];
			assert.ok(plugin - bare <= commands, `${plugin} instead of ${bare}`);
		});
	}

	const promisesOf = (act: Act, { traced = false } = {}) =>
		counter.during(() => timed(sides.plugin.forum, sides.plugin.ground, act, 0), { traced });

	/** By handler, the dearest call of a round: the middle of some rounds, once every memory is warm. */
	async function promises(act: Act): Promise<Map<string, number>> {
		const taken = new Map<string, number[]>();
		for (const _round of range(5)) {
			const calls = await promisesOf(act);
			for (const [handler, own] of Object.entries(groupBy(calls, call => call.handler))) {
				taken.set(handler, [...taken.get(handler) ?? [], Math.max(...own.map(call => call.promises))]);
			}
		}
		return new Map([...taken].map(([handler, rounds]) => [handler, median(rounds.slice(2))]));
	}

	for (const [name, act] of Object.entries(acts)) {
		it(`${name}: a handler with nothing to do costs one promise, the others what the table says`, async () => {
			const found = await promises(act);
			assert.ok(found.size > 4, 'no handlers were called');
			const heard = wiring().filter(({ method }) => found.has(method)).flatMap(({ calls }) => calls);
			const named = Object.keys(dearer).filter(handler => dearer[handler]?.promises[name]);
			const idle = named.filter(handler => !heard.includes(handler));
			assert.deepEqual(idle, [], 'in the table for this act, but not called');
			const wrong = [...found].filter(([handler, cost]) => cost !== budgetOf(handler, name));
			const traced = wrong.length === 0 ? [] : await promisesOf(act, { traced: true });
			// A handler that became cheaper is written down: the next one that makes it dearer is to be noticed.
			assert.deepEqual(wrong.map(([handler, cost]) => {
				const places = Object.entries(countBy(traced.find(call => call.handler === handler)?.places));
				return `${handler}: ${cost} instead of ${budgetOf(handler, name)}: ` +
					places.map(([place, count]) => `${count} in ${place}`).join(', ');
			}), []);
		});
	}

	it('no hook that NodeBB fires several times for a page is listened to without a reason', () => {
		const heard = wiring().map(({ hook }) => hook).filter(hook => firedOften.includes(hook));
		assert.deepEqual(heard.sort(), Object.keys(reasons).sort());
	});

	it('the terms with the list of sixty categories: twenty database commands', async () => {
		const { admin } = sides.plugin.ground.partner;
		const { response } = await admin.terms.call('POST', '/admin/categories/plan', { blueprint: blueprintOfBench() });
		await admin.terms.call('POST', '/admin/categories/apply', { plan: response.plan });
		const readers: Act[] = [({ member }) => member.get('/api/forum-terms'), ({ restricted }) => restricted.get('/api/forum-terms')];
		for (const read of readers) {
			const sent = await cost('plugin', read);
			assert.ok(sent <= 20, `${sent} commands`);
		}
	});
});
