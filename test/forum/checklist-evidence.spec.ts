import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import type { Member } from '../driver/member';
import type { Visitor } from '../driver/visitor';
import { answeredTopics, keysIn, on, type AnsweredTopics } from '../driver/answered-topics';
import { eventually } from '../driver/partner-ground';

describe('answers after posting (clause 3)', () => {
	let forum: Forum;
	let ground: AnsweredTopics;
	let strict: number;
	let other: number;
	let author: Member;
	let moderator: Member;
	before(async () => {
		forum = await openForum();
		ground = await answeredTopics(forum);
		({ strict, other, author, moderator } = ground);
	});
	after(async () => {
		await ground.end();
		await forum.close();
	});

	it('for staff alone are seen by their author and by staff of the category, and by nobody else', async () => {
		const { tid } = await ground.posted({ partner: 'gold' });
		const [elsewhere, everywhere] = await ground.staff();
		const all = ['hosting', 'licence', 'partner'];
		for (const [name, who, seen] of [
			['guest', forum.guest(), ['hosting']], ['reader', await forum.member(), ['hosting']],
			['moderator of another category', elsewhere, ['hosting']], ['author', author, all],
			['moderator', moderator, all], ['global moderator', everywhere, all], ['administrator', forum.admin, all],
		] as const) {
			assert.deepEqual(keysIn((await ground.history(tid, who)).at(-1)), seen, name);
		}
		assert.match((await forum.guest().get(`/api/topic/${tid}`)).text, /\\"hidden\\":2/);
		assert.doesNotMatch((await forum.guest().get(`/api/topic/${tid}`)).text, /Acme/);
	});

	it('stay with a topic that moves; the author owes what is new and is the only one who may answer it', async () => {
		const { tid, pid } = await ground.owing();
		const last = (await ground.history(tid)).at(-1);
		assert.deepEqual([last?.owed, last?.by, keysIn(last)], [['capture'], 1, ['hosting', 'licence']]);
		const form = (await on(author, 'GET', `/posting?pid=${pid}`)).response.checklist as { items: { key: string }[] };
		assert.deepEqual(form.items.map(({ key }) => key), ['capture']);
		const body = { answers: { capture: true } };
		assert.equal((await on(forum.guest(), 'POST', `/topics/${tid}/checklist`, body)).status, 401);
		for (const who of [await forum.member(), moderator]) {
			assert.equal((await on(who, 'POST', `/topics/${tid}/checklist`, body)).status, 403);
		}
		const unreadable = await on(author, 'POST', `/topics/${tid}/checklist`, { answers: { capture: 'yes' } });
		assert.deepEqual([unreadable.status, unreadable.response.code], [400, 'checklist-unreadable']);
		const done = await on(author, 'POST', `/topics/${tid}/checklist`, body);
		assert.deepEqual([done.status, done.response.owed, done.response.cause], [200, [], 'answered']);
		assert.match((await forum.guest().get(`/api/topic/${tid}`)).text, /\\"owed\\":\[\]/);
	});

	it('name what is open, and who did what, to staff and the author', async () => {
		const { tid } = await ground.owing();
		const { owed, people } = (await on(moderator, 'GET', `/topics/${tid}/checklist`)).response as
			{ owed: { key: string; prompt: string }[]; people: { uid: number; username: string }[] };
		assert.deepEqual(owed, [{ key: 'capture', prompt: 'A capture is attached' }]);
		assert.equal(people.find(({ uid }) => uid === author.uid)?.username, author.username);
		const reader = (await on(forum.guest(), 'GET', `/topics/${tid}/checklist`)).response;
		assert.deepEqual(reader.owed, []);
	});

	it('are listed while something is open, longest first, and marked in the lists of staff and the author', async () => {
		const [first, second] = [await ground.owing(), await ground.owing()];
		const { topics } = (await on(moderator, 'GET', '/checklist/owed')).response as
			{ topics: { tid: number; items: { prompt: string }[] }[] };
		const tids = topics.map(({ tid }) => tid);
		assert.ok(tids.indexOf(first.tid) >= 0 && tids.indexOf(first.tid) < tids.indexOf(second.tid), tids.join(' '));
		const asked = topics.find(({ tid }) => tid === first.tid)?.items.map(({ prompt }) => prompt);
		assert.deepEqual(asked, ['A capture is attached']);
		for (const [who, isMarked] of [[author, true], [moderator, true], [await forum.member(), false]] as const) {
			const list = (await who.get(`/api/category/${strict}`)).json as
				{ topics: { tid: number; forumTermsOwed?: number; forumTermsChecklist?: string }[] };
			const topic = list.topics.find(({ tid }) => tid === first.tid);
			assert.equal(topic?.forumTermsOwed === 1, isMarked);
			assert.equal(topic?.forumTermsChecklist, undefined);
		}
	});

	it('can be let go by staff of the category, with a reason that only staff and the author read', async () => {
		const { tid } = await ground.owing();
		const waive = (who: Visitor, body: object) => on(who, 'POST', '/checklist/waivers', body);
		const body = { tid, item: 'capture', reason: 'There is nothing to capture here.' };
		assert.equal((await waive(forum.guest(), body)).status, 401);
		assert.equal((await waive(author, body)).status, 403);
		assert.equal((await waive(moderator, { ...body, reason: '' })).status, 400);
		assert.equal((await waive(moderator, { ...body, item: 'nothing' })).response.code, 'checklist-item-unknown');
		assert.equal((await waive(moderator, { ...body, tid: 99_999_999 })).status, 404);
		assert.equal((await ground.history(tid)).at(-1)?.cause, 'moved');
		assert.equal((await waive(moderator, body)).status, 200);
		const last = (await ground.history(tid)).at(-1);
		assert.deepEqual([last?.cause, last?.by, last?.owed, last?.waived.at(-1)?.reason],
			['waived', moderator.uid, [], body.reason]);
		const seen = (await ground.history(tid, forum.guest())).at(-1);
		assert.deepEqual([seen?.by, seen?.waived.map(waiver => Object.keys(waiver))], [0, [['key', 'at']]]);
		// A topic that moves on and back is not asked again.
		await ground.move(tid, other);
		await ground.move(tid, strict);
		assert.deepEqual((await ground.until(tid, 'moved')).at(-1)?.owed, []);
	});

	it('can be let go for a member for some days, by their name or number, by global staff only', async () => {
		const member = await forum.member();
		const body = { username: member.username, item: 'capture', reason: 'He sent it by ticket.' };
		assert.equal((await on(moderator, 'POST', '/checklist/waivers', body)).status, 403);
		const unknown = await on(forum.admin, 'POST', '/checklist/waivers', { ...body, username: `nobody-${unique()}` });
		assert.deepEqual([unknown.status, unknown.response.field], [404, 'username']);
		const attempt = () => member.topic({
			cid: strict, forumTerms: { checklist: { answers: { hosting: 'here' } } },
		});
		assert.equal((await attempt()).status, 400);
		assert.equal((await on(forum.admin, 'POST', '/checklist/waivers', body)).status, 200);
		assert.equal((await attempt()).status, 200);
		const { waivers } = (await member.terms.me()).response.checklists as
			{ waivers: { key: string; reason: string }[] };
		assert.deepEqual(waivers.map(({ key, reason }) => [key, reason]), [['capture', body.reason]]);
	});

	it('and a waiver for a member is seen and ended by global staff, with a reason that the member reads', async () => {
		const member = await forum.member();
		const body = { uid: member.uid, item: 'capture', reason: 'Sent by <b>ticket</b>.' };
		assert.equal((await on(forum.admin, 'POST', '/checklist/waivers', body)).status, 200);
		const listed = async () => ((await on(forum.admin, 'GET', '/checklist/waivers')).response.waivers as
			{ uid: number; username: string; item: string }[]).filter(({ uid }) => uid === member.uid);
		assert.deepEqual((await listed()).map(({ username, item }) => [username, item]), [[member.username, 'capture']]);
		const { text: html } = await forum.admin.get('/forum-terms/checklists');
		assert.ok(html.includes('Sent by &lt;b&gt;ticket&lt;'), 'a reason is text');
		assert.ok(!(await moderator.get('/forum-terms/checklists')).text.includes('Sent by &lt;b'), 'not for staff of one category');
		assert.equal((await on(moderator, 'GET', '/checklist/waivers')).status, 403);
		const end = (who: Visitor, reason: string) => on(who, 'DELETE', '/checklist/waivers', { ...body, reason });
		assert.equal((await end(member, 'I want to answer.')).status, 403);
		assert.equal((await end(forum.admin, '')).response.field, 'reason');
		assert.equal((await end(forum.admin, 'It is needed.')).status, 200);
		assert.deepEqual(await listed(), []);
		const isTold = async () => (await member.get('/api/notifications')).text.includes('It is needed.');
		assert.ok(await eventually(isTold), 'the member is told why');
		assert.equal((await end(forum.admin, 'It is needed.')).status, 404, 'once');
	});

	it('go with a part that is split off only where its author is the same', async () => {
		const { tid } = await ground.posted();
		const stranger = await forum.member();
		const own = Number((await author.reply(tid)).response.pid);
		const foreign = Number((await stranger.reply(tid)).response.pid);
		for (const [pid, owed] of [[own, ['capture']], [foreign, ['hosting', 'capture']]] as const) {
			const forked = await forum.socket(forum.admin, 'topics.createTopicFromPosts', {
				title: `Split off ${unique()}`, pids: [pid], fromTid: tid, cid: strict,
			});
			assert.equal(forked.error, '');
			const records = await ground.until(Number((await forum.admin.post(pid)).tid), 'forked');
			assert.deepEqual(records.at(-1)?.owed, owed);
			assert.equal(keysIn(records.at(-1)).includes('licence'), pid === own);
		}
	});

	it('stay in the name of whoever gave them when the topic gets a new owner, who answers what is open', async () => {
		const { tid, pid } = await ground.owing();
		const heir = await forum.member();
		assert.equal((await forum.admin.send('PUT', `/api/v3/posts/${pid}/owner`, { uid: heir.uid })).status, 200);
		assert.deepEqual(keysIn((await ground.history(tid, heir)).at(-1)), ['hosting'], 'what was told staff alone is not his');
		assert.equal((await on(author, 'POST', `/topics/${tid}/checklist`, { answers: { capture: true } })).status, 403);
		assert.equal((await on(heir, 'POST', `/topics/${tid}/checklist`, { answers: { capture: true } })).status, 200);
		const records = await ground.history(tid);
		assert.deepEqual(records.map(({ uid }) => uid), [author.uid, author.uid, heir.uid]);
		assert.deepEqual([keysIn(records.at(-1)), records.at(-1)?.owed], [['hosting', 'capture'], []]);
		assert.equal((await heir.edit(pid)).status, 200);
	});
});
