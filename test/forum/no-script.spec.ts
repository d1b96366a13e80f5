import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';

describe('writing without script', () => {
	let forum: Forum;
	let cid: number;
	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category();
	});
	after(() => forum.close());

	const text = 'A text that is long enough for a post.';
	const refusedByForum: [what: string, fields: Record<string, string>, sentence: RegExp, field: string][] = [
		['a text that is too short', { title: 'Calls drop', content: 'Short' }, /enter a longer post/, 'content'],
		['a text that is too long', { title: 'Calls drop', content: 'Long '.repeat(7000) }, /enter a shorter post/, 'content'],
		['a title that is too long', { title: 'Calls drop '.repeat(50), content: text }, /enter a shorter title/, 'title'],
	];
	for (const [what, fields, sentence, field] of refusedByForum) {
		it(`brings ${what} back with the forum's sentence, and it can be sent again`, async () => {
			const member = await forum.member();
			const page = await member.compose({ cid: String(cid), ...fields });
			assert.equal(page.status, 400);
			const [ours = ''] = /<div class="forum-terms-page">[^]*?<\/form>/.exec(page.text) ?? [];
			assert.match(ours, sentence);
			assert.match(ours, new RegExp(`<a class="alert-link" href="#forum-terms-${field}">`));
			assert.match(ours, new RegExp(`id="forum-terms-${field}"`));
			assert.ok(ours.includes(`value="${fields.title}"`), 'the title');
			assert.ok(ours.includes(`>${fields.content}</textarea>`), 'the text');
			const title = `Mended ${unique()}`;
			const again = await member.compose({ cid: String(cid), title, content: text, forumTermsAsked: '1' });
			assert.ok(again.status < 400, again.text.slice(0, 500));
		});
	}

	it('brings a title back whose text was forgotten, and a reply that is too short', async () => {
		const member = await forum.member();
		const title = `Without a text ${unique()}`;
		const empty = await member.compose({ cid: String(cid), title, content: '' });
		assert.equal(empty.status, 400);
		assert.match(empty.text, /<div class="forum-terms-page">/);
		assert.ok(empty.text.includes(`value="${title}"`));
		const tid = Number((await forum.admin.topic({ cid })).response.tid);
		const reply = await member.compose({ tid: String(tid), content: 'Short' });
		assert.match(reply.text, /enter a longer post/);
		assert.match(reply.text, new RegExp(`name="tid" value="${tid}"`));
		assert.match(reply.text, />Short<\/textarea>/);
	});

	it('brings a text back in a language of the address, and in a list of languages', async () => {
		const member = await forum.member();
		for (const query of ['lang=de', 'lang[]=de&lang[]=en-GB']) {
			const page = await member.form(`/compose?${query}`, { cid: String(cid), title: 'Calls drop', content: '<b>Sho' });
			assert.equal(page.status, 400, query);
			assert.match(page.text, />&lt;b&gt;Sho<\/textarea>/, query);
		}
	});
});
