import assert from 'node:assert/strict';
import { attributionFields } from '../../lib/partners/posts/post-attribution';
import { company } from '../builders/company';
import { fine } from '../builders/retention';

type World = ReturnType<typeof company>;
const act = async ({ store }: World, pid = '50') =>
	({ account: await store.account('acme') ?? assert.fail(), pid, by: 7, language: 'en-GB' });

/** Acme with a post of its person 8; 2 moderates the place. */
async function opened(): Promise<World> {
	const world = company();
	await fine(world.put('acme'));
	world.moderators.set(2, [3]);
	world.posts.set('50', { uid: '8', cid: '3', forumTermsPartner: 'acme' });
	world.kept.set('50', {
		pid: '50', tid: 1, cid: 3, uid: 8, timestamp: 1, editedAt: 0, content: 'text', title: 'A topic', slug: '1/topic', isDeleted: false,
		deleterUids: [], isLocked: false, named: { [attributionFields.partner]: 'acme', [attributionFields.role]: 'support' },
	});
	world.sent.splice(0);
	return world;
}
const pause = (world: World, isHalted: boolean) => fine(world.accounts.halt('acme', 8, isHalted, 'why-said', 7));
const ownerActs = (world: World) => world.over(world.host).acts;
const reason = 'why-said';

const strike = async (world: World) => fine(world.strikes.give((await act(world)).account,
	{ pid: '50', clause: '4.1', points: 1, reason: 'why-given', days: 30 }, 2));
const word = async (world: World, counts: boolean, by: number) => {
	await fine(world.strikes.decide((await act(world)).account, 1, counts, reason, by));
	await world.strikes.tell((await act(world)).account);
};

/** What is decided about somebody who speaks for a company, and what they then read. */
const decided: Record<string, { acts(world: World): Promise<unknown>; told: string }> = {
	'a pause': { acts: world => pause(world, true), told: 'partner-paused Company acme|why-said' },
	'its end': {
		async acts(world) {
			await pause(world, true);
			await pause(world, false);
		},
		told: 'partner-resumed Company acme|why-said',
	},
	'a withdrawn post': {
		acts: async world => fine(ownerActs(world).withdraw(await act(world), reason)),
		told: 'partner-post-withdrawn Company acme|A topic|why-said',
	},
	'a restored post': {
		async acts(world) {
			await fine(ownerActs(world).withdraw(await act(world), reason));
			await fine(ownerActs(world).restore(await act(world)));
		},
		told: 'partner-post-restored Company acme|A topic',
	},
	'a corrected post': {
		acts: async world => fine(ownerActs(world).correct(await act(world), { content: 'Better.', reason, forumTerms: {} })),
		told: 'partner-post-corrected Company acme|A topic|why-said',
	},
	'a strike for their post': { acts: strike, told: 'partner-strike-author Company acme|4.1|1|why-given' },
	'a strike that was withdrawn': {
		async acts(world) {
			await strike(world);
			await word(world, false, 2);
		},
		told: 'partner-strike-author-withdrawn Company acme|4.1|1|why-said',
	},
	'a strike that was upheld': {
		async acts(world) {
			await strike(world);
			await fine(world.strikes.answer((await act(world)).account, 1, 'said-answer', 7));
			await word(world, true, 1);
		},
		told: 'partner-strike-author-counts Company acme|4.1|1|why-said',
	},
};

describe('somebody whom a decision about their company\'s posts affects (clause 4.12)', () => {
	for (const [name, { acts, told }] of Object.entries(decided)) {
		it(`is told of ${name}, with the reason, as the record says`, async () => {
			const world = await opened();
			await acts(world);
			const last = world.sent.filter(({ uid }) => uid === 8).at(-1);
			assert.equal(`${last?.kind} ${last?.facts?.filter(fact => typeof fact === 'string').join('|')}`, told);
			const [{ affected, notice } = assert.fail()] = (await world.book.store.page({}, { count: 1 })).rows;
			assert.deepEqual([affected.includes(8), notice.kind], [true, 'sent']);
		});
	}

	it('is not told of what they do with their own post', async () => {
		const world = await opened();
		Object.assign(world.kept.get('50') ?? assert.fail(), { uid: 7 });
		await fine(ownerActs(world).withdraw(await act(world), reason));
		assert.deepEqual(world.sent, []);
	});
});
