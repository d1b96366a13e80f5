import assert from 'node:assert/strict';
import { range } from 'lodash';
import { blueprintOfBench } from '../bench/blueprint';
import { contender, layOut, type Contender, type Ground } from '../bench/contender';
import { acts, median, timed, type Act } from '../bench/round';

/** How many database commands an act may cost beside what the bare forum sends for it. */
const more: Record<string, number> = {
	'topic post': 0, 'topic, 13 answers': 6, reply: 0, "reply, somebody else's topic": 0, 'topic page (JSON)': 0,
	'topic page (HTML)': 0, 'partner page, JSON': 2, 'partner page, HTML': 2, 'restricted, page': 0,
	'restricted, reply': 0, 'category page, JSON': 0,
};

/** In the sandbox, where nothing else speaks to the database: the figures of `npm run bench`, held. */
describe('the hot path, in database commands', () => {
	const sides = {} as Record<'bare' | 'plugin', { forum: Contender; ground: Ground }>;

	before(async () => {
		// The bare forum first: in one process, the host that the plugin sees is the one started last.
		for (const side of ['bare', 'plugin'] as const) {
			const forum = await contender(undefined, side);
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
		it(`${name}: at most ${more[name]} more than the bare forum`, async () => {
			const [bare, plugin] = [await cost('bare', act), await cost('plugin', act)];
			assert.ok(plugin - bare <= (more[name] ?? NaN), `${plugin} instead of ${bare}`);
		});
	}

	it('the terms with the list of sixty categories: twenty', async () => {
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
