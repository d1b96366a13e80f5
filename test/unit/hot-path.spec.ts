import assert from 'node:assert/strict';
import { groupBy, range, sum } from 'lodash';
import { blueprintOfBench } from '../bench/blueprint';
import { contender, layOut, type Contender, type Ground } from '../bench/contender';
import { handlerPromises } from '../bench/handler-promises';
import { acts, goals, median, timed, type Act } from '../bench/round';
import { wiring } from '../builders/wiring';

/** What a handler may cost in promises, in every act or by act, and why it has to wait. */
interface Budget { why: string; promises: number | { otherwise: number; [act: string]: number } }

/** Whoever has nothing to do costs the one promise of `handlerOf`; these have something to do. */
const dearer: Record<string, Budget> = {
	'checklist.counted': { why: 'counts what was warned about', promises: { otherwise: 1, 'topic, 13 answers': 55 } },
	'checklist.topic': { why: 'writes the record', promises: { otherwise: 1, 'topic, 13 answers': 111 } },
	'posting.reply': { why: 'checklist answers later', promises: { otherwise: 23, 'restricted, reply': 39 } },
	'posting.shouldQueue': { why: 'partners answer later', promises: 11 },
	'posting.topic': { why: 'checklist answers later', promises: { otherwise: 33, 'topic, 13 answers': 77 } },
};

/** A handler that NodeBB calls together with others shares the one promise with them. */
function budgetOf(method: string, act: string): number {
	const ownOf = (handler: string) => {
		const { promises = 1 } = dearer[handler] ?? {};
		return typeof promises === 'number' ? promises : promises[act] ?? promises.otherwise;
	};
	const { calls } = wiring().find(row => row.method === method) ?? assert.fail(method);
	return sum(calls.map(handler => ownOf(handler) - 1)) + 1;
}

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

	/** By handler, the dearest call of a round: the middle of some rounds, once every memory is warm. */
	async function promises(act: Act): Promise<Map<string, number>> {
		const { forum, ground } = sides.plugin;
		const taken = new Map<string, number[]>();
		for (const round of range(5)) {
			const calls = await counter.during(() => timed(forum, ground, act, round));
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
			assert.deepEqual([...found].flatMap(([handler, cost]) =>
				(cost <= budgetOf(handler, name) ? [] : [`${handler}: ${cost} instead of ${budgetOf(handler, name)}`])), []);
		});
	}

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
