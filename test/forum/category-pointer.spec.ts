import assert from 'node:assert/strict';
import { blueprintGround } from '../driver/blueprint-ground';
import { until } from '../driver/checklist-ground';
import { openForum, unique, type Forum } from '../driver/forum';
import type { Member } from '../driver/member';
import type { Visitor } from '../driver/visitor';

interface Pointer { tid: number; title: string; cid: number; category: string }

describe('a topic that staff move leaves a pointer where it was (clause 4)', () => {
	let forum: Forum;
	let author: Member;
	let moderator: Member;
	let [wrong, right, hidden] = [0, 0, 0];
	const rightName = `Right place, ${unique()} & more`;

	before(async () => {
		forum = await openForum();
		[author, moderator] = [await forum.member(), await forum.member()];
		await forum.admin.appoint(moderator, 'all');
		wrong = await forum.admin.category({ postQueue: 0 });
		right = await forum.admin.category({ postQueue: 0, name: rightName });
		hidden = await forum.admin.category({ postQueue: 0 });
		await forum.admin.closeCategory(hidden);
	});
	after(async () => forum.close());

	const move = (who: Visitor, tid: number, cid: number) => who.send('PUT', `/api/v3/topics/${tid}/move`, { cid });
	async function pointers(cid: number, who: Visitor = forum.guest()): Promise<Pointer[]> {
		const page = await who.get(`/api/category/${cid}`);
		assert.equal(page.status, 200, page.text);
		return (page.json.forumTermsMoved ?? []) as Pointer[];
	}
	const pointing = async (tid: number, cid = wrong, who?: Visitor) =>
		(await pointers(cid, who)).some(one => one.tid === tid);
	async function written(title = `Written in haste ${unique()}`): Promise<number> {
		return Number((await author.topic({ cid: wrong, title })).response.tid);
	}
	async function moved(to = right, by: Visitor = moderator): Promise<number> {
		const tid = await written();
		assert.equal((await move(by, tid, to)).status, 200);
		return tid;
	}

	it('with its title and where it is now, for everybody who may read it there', async () => {
		const tid = await moved();
		await until(() => pointing(tid));
		const found = (await pointers(wrong)).find(one => one.tid === tid);
		assert.match(found?.title ?? '', /^Written in haste/);
		assert.deepEqual([found?.cid, found?.category], [right, rightName]);
	});

	it('but shows nothing to whoever may not', async () => {
		const tid = await moved(hidden, forum.admin);
		await until(() => pointing(tid, wrong, forum.admin));
		assert.equal(await pointing(tid, wrong, forum.admin), true);
		assert.equal(await pointing(tid), false);
		assert.equal(await pointing(tid, wrong, author), false);
	});

	it('which follows the topic, and is gone when that comes back', async () => {
		const tid = await moved();
		const third = await forum.admin.category({ postQueue: 0 });
		await move(moderator, tid, third);
		await until(() => pointing(tid, right));
		assert.equal((await pointers(wrong)).find(one => one.tid === tid)?.cid, third);
		await move(moderator, tid, wrong);
		await until(async () => await pointing(tid, third) && !await pointing(tid));
		assert.equal(await pointing(tid), false);
		assert.equal((await pointers(right)).find(one => one.tid === tid)?.cid, wrong);
		assert.equal((await pointers(third)).find(one => one.tid === tid)?.cid, wrong);
	});

	it('unless its author moved it themself, or a whole category was put elsewhere', async () => {
		const own = await written();
		assert.equal((await move(author, own, right)).status, 200);
		const ground = blueprintGround(forum);
		await ground.apply(ground.place('above'), ground.place('below'));
		const below = await ground.cidOf('below');
		const tid = Number((await author.topic({ cid: below })).response.tid);
		await ground.apply(ground.place('above'), ground.place('below', { parent: `${ground.mark}-above` }));
		const last = await moved();
		await until(() => pointing(last));
		assert.equal(await pointing(own), false);
		assert.deepEqual([await pointing(tid, below), await pointing(tid, await ground.cidOf('above'))], [false, false]);
		await ground.undo();
	});

	it('without a topic that was deleted since', async () => {
		const tid = await moved();
		await until(() => pointing(tid));
		await forum.admin.send('DELETE', `/api/v3/topics/${tid}/state`, {});
		assert.equal(await pointing(tid), false);
	});

	it('and its author hears once, with the place and the clause, where they may read it', async () => {
		const told = async (tid: number) => {
			const { notifications = [] } = (await author.get('/api/notifications')).json as {
				notifications?: { nid: string; bodyShort: string }[];
			};
			return notifications.filter(({ nid }) => nid.startsWith(`move:tid:${tid}:`)).map(one => one.bodyShort);
		};
		const [open, closed] = [await moved(), await moved(hidden, forum.admin)];
		await until(async () => (await told(open)).length > 0 && (await told(closed)).length > 0);
		const [sentence = '', ...more] = await told(open);
		assert.deepEqual(more, []);
		assert.match(sentence, /Right place/);
		assert.match(sentence, /clause 4|moved\.told/);
		assert.doesNotMatch((await told(closed)).join(), /clause 4|moved\.told/);
	});
});
