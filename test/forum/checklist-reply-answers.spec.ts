import assert from 'node:assert/strict';
import { on, recordsIn, text } from '../driver/answered-topics';
import { unique, type Forum } from '../driver/forum';
import { newText, onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';
import type { Visitor } from '../driver/visitor';

describe('answers of a reply (clause 3)', () => {
	const profile = `reply-${unique()}`;
	let forum: Forum;
	let ground: Ground;
	let author: Member;
	let placed: { topics: object; replies: object };
	onGround(async (opened, made) => {
		[forum, ground] = [opened, made];
		author = await forum.member();
		placed = (await on(forum.admin, 'GET', '/admin/checklists')).response.places as typeof placed;
		const items = [{ key: 'hosting', kind: 'text', prompt: text('Where does it run?') }];
		assert.equal((await on(forum.admin, 'PUT', `/admin/checklists/${profile}`, { items })).status, 200);
		await on(forum.admin, 'PUT', '/admin/checklist-places', {
			...placed, replies: { ...placed.replies, [ground.cid]: profile },
		});
	});

	async function replied(): Promise<number> {
		const { status, text: said, response } = await author.reply(ground.tid, {
			content: newText(), forumTerms: { checklist: { answers: { hosting: 'In the cellar' } } },
		});
		assert.equal(status, 200, said);
		return Number(response.pid);
	}
	const seenBy = async (who: Visitor, tid: number, pid: number) =>
		recordsIn(await on(who, 'GET', `/topics/${tid}/checklist`)).some(record => record.pid === String(pid));

	// In a block of its own, because it runs before the forum closes.
	describe('are read', () => {
		after(async () => {
			await on(forum.admin, 'PUT', '/admin/checklist-places', placed);
			await on(forum.admin, 'DELETE', `/admin/checklists/${profile}`);
		});

		it('by whoever reads the reply, and by nobody else once it is deleted', async () => {
			const [pid, reader] = [await replied(), await forum.member()];
			for (const who of [forum.guest(), reader]) {
				assert.equal(await seenBy(who, ground.tid, pid), true);
			}
			assert.equal((await forum.admin.send('DELETE', `/api/v3/posts/${pid}/state`)).status, 200);
			for (const [who, sees] of [[forum.guest(), false], [reader, false], [forum.admin, true]] as const) {
				assert.equal(await seenBy(who, ground.tid, pid), sees);
			}
		});

		it('by nobody who may not read where staff split the reply off to', async () => {
			const pid = await replied();
			const closed = await forum.admin.category({ postQueue: 0 });
			await forum.admin.closeCategory(closed);
			const { error } = await forum.socket(forum.admin, 'topics.createTopicFromPosts', {
				title: `Split off ${unique()}`, pids: [pid], fromTid: ground.tid, cid: closed,
			});
			assert.equal(error, '');
			const seen = await Promise.all([forum.guest(), author].map(who => seenBy(who, ground.tid, pid)));
			assert.deepEqual(seen, [false, true]);
		});
	});
});
