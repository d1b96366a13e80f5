import assert from 'node:assert/strict';
import { lift, restrict } from '../driver/access-ground';
import { openForum, type Forum } from '../driver/forum';
import { makeGround, type Ground } from '../driver/ground';
import type { Visitor } from '../driver/visitor';

describe('the forum\'s own pages, without script', () => {
	let forum: Forum;
	let ground: Ground;
	before(async () => {
		forum = await openForum();
		ground = await makeGround(forum);
	});
	after(() => forum.close());

	const notice = /<p class="forum-terms-topic-notice[^>]*>(.*?)<\/p>/s;
	const barred = /<div class="forum-terms-barred[^>]*>(.*?)<\/div>/s;
	/** NodeBB leads to the address with the title first. */
	async function shown(who: Visitor, path: string): Promise<string> {
		const { text, location } = await who.get(path);
		return location ? (await who.get(location.replace(/^https?:\/\/[^/]+/, ''))).text : text;
	}
	const said = async (who: Visitor, path: string, pattern: RegExp) => pattern.exec(await shown(who, path))?.[1] ?? '';

	it('say below a topic once who is responsible for what stands there, in the language of the page (clauses 4.3 to 4.8)', async () => {
		const text = await shown(forum.guest(), `/topic/${ground.tid}`);
		const [, english = ''] = notice.exec(text) ?? [];
		assert.match(english, /not responsible for them \(clause 4\.7\).*authors only \(clause 4\.8\).*<a [^>]*\/forum-terms"/s);
		assert.equal(text.split('forum-terms-topic-notice').length, 2);
		const member = await forum.member();
		assert.match(await said(member, `/topic/${ground.tid}?lang=de`, notice), /Ziffer 4\.7/);
	});

	it('say nothing of it where an administrator does not want the notices', async () => {
		const wanted = (on: boolean) => forum.socket(forum.admin, 'admin.settings.set', {
			hash: 'forum-terms', values: { showNotices: on ? 'on' : 'off' },
		});
		await wanted(false);
		assert.equal(await said(forum.guest(), `/topic/${ground.tid}`, notice), '');
		await wanted(true);
	});

	it('tell a restricted member where they would start writing until when they may not, with the way to the statement (clause 6)', async () => {
		const [member, other] = [await forum.member(), await forum.member()];
		const made = await restrict(forum.admin, { uid: member.uid, scope: 'posting', until: Date.UTC(2090, 0, 2) });
		assert.equal(made.status, 200, made.text);
		for (const path of [`/category/${ground.cid}`, `/topic/${ground.tid}`]) {
			const text = await said(member, path, barred);
			assert.match(text, /until 2 January 2090, 00:00 UTC \(clause 4\.1\)/, path);
			assert.match(text, new RegExp(`<a [^>]*href="[^"]*/forum-terms/access/${String(made.response.id)}"`), path);
			assert.equal(await said(other, path, barred) + await said(forum.guest(), path, barred), '', path);
		}
		assert.equal(await said(member, '/categories', barred), '');
		await lift(forum.admin, String(made.response.id));
		assert.equal(await said(member, `/category/${ground.cid}`, barred), '');
	});

	it('tell a member whom a restriction keeps out of a category why, where NodeBB would only deny access (clause 6)', async () => {
		const member = await forum.member();
		const made = await restrict(forum.admin, { uid: member.uid, scope: { categories: [ground.cid] }, clause: '4.6' });
		assert.equal(made.status, 200, made.text);
		for (const path of [`/category/${ground.cid}`, `/topic/${ground.tid}`]) {
			const text = await said(member, path, barred);
			assert.match(text, /clause 4\.6/, path);
			assert.match(text, new RegExp(`<a [^>]*href="[^"]*/forum-terms/access/${String(made.response.id)}"`), path);
			const fetched = await member.get(`/api${path}`);
			assert.equal(fetched.status, 403, path);
			assert.match(String(fetched.json.error), /access-restricted/, path);
		}
		await lift(forum.admin, String(made.response.id));
	});

	it('say nothing of a restriction where the forum itself denies access', async () => {
		const member = await forum.member();
		const closed = await forum.admin.category();
		await forum.admin.closeCategory(closed);
		await forum.admin.send('DELETE', `/api/v3/categories/${closed}/privileges/groups:read`, { member: 'registered-users' });
		const made = await restrict(forum.admin, { uid: member.uid, scope: 'posting' });
		assert.equal(made.status, 200, made.text);
		assert.equal((await member.get(`/api/category/${closed}`)).status, 403);
		assert.equal(await said(member, `/category/${closed}`, barred), '');
		await lift(forum.admin, String(made.response.id));
	});

	it('close only what is closed: an end of new topics leaves a topic\'s page as it is', async () => {
		const member = await forum.member();
		const made = await restrict(forum.admin, { uid: member.uid, scope: 'topics' });
		assert.equal(made.status, 200, made.text);
		assert.notEqual(await said(member, `/category/${ground.cid}`, barred), '');
		assert.equal(await said(member, `/topic/${ground.tid}`, barred), '');
		await lift(forum.admin, String(made.response.id));
	});
});
