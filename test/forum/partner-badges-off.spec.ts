import assert from 'node:assert/strict';
import type { Member } from '../driver/member';
import { openForum, unique, type Forum } from '../driver/forum';
import { itOn } from '../driver/gap';
import { hear } from '../driver/socket';

/** "Show partner badges": company and level beside posts of partners and their staff. */
describe('without partner badges', () => {
	let forum: Forum;
	let reader: Member;
	let staff: Member;
	let id: string;
	let tid: number;
	let pid: number;

	const badges = (showPartner: boolean) => forum.socket(forum.admin, 'admin.settings.set', {
		hash: 'forum-terms', values: { showPartner: showPartner ? 'on' : 'off' },
	});
	const isSilent = (what: string, text: string) => {
		assert.ok(!text.includes(id), `${what} names the account`);
		assert.doesNotMatch(text, /forumTermsPartner/, `${what} says for whom the post was written`);
	};

	before(async () => {
		forum = await openForum();
		[reader, staff, id] = [await forum.member(), await forum.member(), `co-${unique()}`];
		const saved = await forum.admin.terms.call('PUT', `/admin/partners/${id}`, {
			company: 'A company', level: 'Gold', owners: [(await forum.member()).uid], staff: [{ uid: staff.uid, role: 'support' }],
		});
		assert.equal(saved.status, 200, saved.text);
		await badges(false);
		const { response } = await staff.topic({ cid: await forum.admin.category({ postQueue: 0 }), title: `Badge ${unique()}` });
		[tid, pid] = [Number(response.tid), Number(response.mainPid)];
	});
	after(async () => {
		await badges(true);
		await forum.close();
	});

	it('nothing that the forum hands out of a post says for whom it was written', async () => {
		const reply = await staff.reply(tid);
		isSilent('the answer to a reply', reply.text);
		const edited = await staff.edit(pid);
		assert.equal(edited.status, 200, edited.text);
		isSilent('the answer to an edit', edited.text);
		const pages = [
			`/api/v3/posts/${pid}`, `/api/topic/${tid}`, `/topic/${tid}`, `/api/user/${staff.username}/posts`,
			`/api/v3/posts/${pid}/summary`, `/api/v3/posts/${pid}/replies`, `/api/v3/topics/${tid}`, `/topic/${tid}.rss`,
			`/api/recent`, `/api/user/${staff.username}`, `/api/search?term=edited&in=titlesposts`,
			`/api/compose?pid=${pid}`, `/api/v3/posts/${pid}/diffs`,
		];
		for (const page of pages) {
			for (const [name, who] of Object.entries({ guest: forum.guest(), reader, author: staff })) {
				isSilent(`${page} for the ${name}`, (await who.get(page)).text);
			}
		}
	});

	it('an edit that brings back an earlier text does not say it either', async () => {
		const { timestamps } = (await staff.get(`/api/v3/posts/${pid}/diffs`)).response as { timestamps: string[] };
		const restored = await staff.send('PUT', `/api/v3/posts/${pid}/diffs/${timestamps.at(-1) ?? ''}`, {});
		assert.equal(restored.status, 200, restored.text);
		isSilent('the answer', restored.text);
	});

	itOn('nodebb', 'there are no sockets', 'nor what open pages of the topic hear of an edit', async () => {
		isSilent('the event', JSON.stringify(await hear(reader, 'event:post_edited', () => staff.edit(pid, {
			content: `Edited while ${unique()} reads it, with words enough.`,
		}), `topic_${tid}`)));
	});

	it('the post still counts for its company', async () => {
		await badges(true);
		const post = await reader.post(pid) as unknown as { forumTermsPartner: string };
		assert.equal(post.forumTermsPartner, id);
	});
});
