import assert from 'node:assert/strict';
import { complete, field, makeChecklistGround, until, whole, type ChecklistGround } from '../driver/checklist-ground';
import type { Member } from '../driver/member';
import { unique, type Forum } from '../driver/forum';
import { newText } from '../driver/ground';

interface TopicRow { tid: number; uid: number }

describe('checklist, when places and checklists change (clause 3)', () => {
	let ground: ChecklistGround;
	let forum: Forum;
	let cid: number;
	let queueCid: number;
	let trunkCid: number;
	let free: number;
	before(async () => {
		ground = await makeChecklistGround();
		({ forum, cid, queueCid, trunkCid, free } = ground);
	});
	after(() => ground.close());

	it('takes answers to an older version of the checklist where they still match, and asks only for the rest', async () => {
		const member = await forum.member();
		const older = field({ version: ground.versions[0], answers: complete });
		assert.equal((await member.topic({ cid, ...older })).status, 200);
		await ground.askMore(true);
		try {
			const old = await member.topic({ cid, ...field({ version: ground.versions[1], answers: complete }) });
			assert.match(old.message, /changed while you were writing.*Trunk and country/);
			assert.doesNotMatch(old.message, /manual/);
			const { version } = (await member.terms.posting(`?cid=${cid}`)).response.checklist as { version: number };
			assert.equal((await member.topic({ cid, ...field({ version, answers: whole }) })).status, 200);
		} finally {
			await ground.askMore(false);
		}
	});

	it('asks the children of a category what it asks itself', async () => {
		const child = await forum.admin.category({ parentCid: cid, postQueue: 0 });
		const member = await forum.member();
		assert.match((await member.topic({ cid: child })).message, /I read the manual/);
		assert.equal((await member.topic({ cid: child, ...field({ answers: complete }) })).status, 200);
	});

	it('asks before its author moves a topic to where more is asked, and takes the answers along', async () => {
		const member = await forum.member();
		const tid = Number((await member.topic({ cid: free })).response.tid);
		const move = (to: number, given: object = {}) =>
			member.send('PUT', `/api/v3/topics/${tid}/move`, { cid: to, ...given });
		const refused = await move(cid);
		assert.equal(refused.status, 400, refused.text);
		assert.match(refused.message, /I read the manual.*clause 3/);
		assert.match((await forum.socket(member, 'topics.move', { tids: [tid], cid })).error, /I read the manual/);
		const moved = await move(cid, field({ answers: complete }));
		assert.equal(moved.status, 200, moved.text);
		assert.match((await move(trunkCid)).message, /Trunk and country/);
		assert.equal((await move(trunkCid, field({ answers: whole }))).status, 200);
		assert.deepEqual(await ground.owed(tid), []);
		assert.equal((await move(free)).status, 200, 'where nothing is asked, nothing is');
	});

	it('asks after a move only what differs; the author answers at their next edit, by themself or while editing', async () => {
		const member = await forum.member();
		const { response } = await member.topic({ cid, ...field({ answers: complete }) });
		const moved = Number(response.tid);
		await forum.admin.send('PUT', `/api/v3/topics/${moved}/move`, { cid: trunkCid });
		await until(async () => (await ground.owed(moved)).length > 0);
		assert.deepEqual(await ground.owed(moved), ['trunk']);
		const pid = Number(response.mainPid);
		const form = (await member.terms.posting(`?pid=${pid}`)).response.checklist as { items: { key: string }[] };
		assert.deepEqual(form.items.map(({ key }) => key), ['trunk']);
		const refused = await member.edit(pid);
		assert.equal(refused.status, 400);
		assert.match(refused.message, /Trunk and country \(clause 3\)/);
		const edited = await member.edit(pid, field({ answers: { trunk: whole.trunk } }));
		assert.equal(edited.status, 200, edited.message);
		assert.deepEqual(await ground.owed(moved), []);
		await forum.admin.send('PUT', `/api/v3/topics/${moved}/move`, { cid: free });
		await forum.admin.send('PUT', `/api/v3/topics/${moved}/move`, { cid: trunkCid });
		await until(async () => (await ground.owed(moved)).length === 0);
		assert.deepEqual(await ground.owed(moved), [], 'what was answered once is found again');
		assert.equal((await member.edit(pid)).status, 200);
	});

	it('marks a part of a topic that becomes one of its own, unless its author answered already', async () => {
		const [author, other] = [await forum.member(), await forum.member()];
		const { response } = await author.topic({ cid, ...field({ answers: complete }) });
		const from = Number(response.tid);
		const reply = async (who: Member) =>
			Number((await who.reply(from, field({ answers: complete }))).response.pid);
		const [foreign, own] = [await reply(other), await reply(author)];
		const fork = async (pid: number) => {
			const made = await forum.socket(forum.admin, 'topics.createTopicFromPosts', {
				title: `Fork ${unique()}`, pids: [pid], fromTid: from, cid,
			});
			return Number((made.result as { tid: number }).tid);
		};
		const forked = await fork(foreign);
		await until(async () => (await ground.owed(forked)).length > 0);
		assert.deepEqual(await ground.owed(forked), ['done', 'version']);
		const again = await fork(own);
		await until(async () => (await forum.admin.get(`/api/topic/${again}`)).text.includes('forumTermsChecklist'));
		assert.deepEqual(await ground.owed(again), []);
	});

	it('holds in the queue: moving a waiting post to a stricter place asks its author, and approval never does', async () => {
		const member = await forum.member();
		const queued = await member.topic({ cid: queueCid, title: `Queued ${unique()}`, ...field({ answers: complete }) });
		const id = String(queued.response.id);
		const edit = (more: object) => member.send('PUT', `/api/v3/posts/queue/${id}`, { cid: trunkCid, ...more });
		const refused = await edit({});
		assert.deepEqual([refused.status, refused.response.code], [400, 'checklist-incomplete']);
		const edited = await edit(field({ answers: { trunk: whole.trunk } }));
		assert.equal(edited.status, 200, edited.message);
		const approved = await forum.admin.approve(id);
		assert.equal(approved.status, 200, approved.message);
		const { topics } = (await forum.admin.get(`/api/category/${trunkCid}`)).json as { topics: TopicRow[] };
		const made = topics.find(({ uid }) => Number(uid) === member.uid);
		assert.match((await forum.admin.get(`/api/topic/${made?.tid}`)).text, /Acme Tel \(CY\)/);
		assert.deepEqual(await ground.owed(Number(made?.tid)), []);
	});

	it('marks what staff approve into a place that asks more, and stops nobody', async () => {
		const member = await forum.member();
		const queued = await member.topic({ cid: queueCid, title: `Queued ${unique()}`, ...field({ answers: complete }) });
		const id = String(queued.response.id);
		assert.equal((await forum.admin.send('PUT', `/api/v3/posts/queue/${id}`, { cid: trunkCid })).status, 200);
		assert.equal((await forum.admin.approve(id)).status, 200);
		const { topics } = (await forum.admin.get(`/api/category/${trunkCid}`)).json as { topics: TopicRow[] };
		assert.deepEqual(await ground.owed(Number(topics.find(({ uid }) => Number(uid) === member.uid)?.tid)), ['trunk']);
	});

	it('does not let a topic be shown in a stricter place without the answers', async () => {
		const member = await forum.member();
		const { response } = await member.topic({ cid: free });
		const refused = await member.crosspost(Number(response.tid), trunkCid);
		assert.deepEqual([refused.status, refused.response.code], [400, 'checklist-incomplete']);
	});

	it('is judged where the text arrives: a topic that moved while somebody wrote a reply asks what its new place asks', async () => {
		const member = await forum.member();
		const tid = Number((await member.topic({ cid: free })).response.tid);
		assert.equal((await member.terms.posting(`?tid=${tid}`)).response.checklist, null);
		await forum.admin.send('PUT', `/api/v3/topics/${tid}/move`, { cid });
		const refused = await member.reply(tid);
		assert.equal(refused.status, 400);
		assert.match(refused.message, /I read the manual; Version and update \(clause 3\)/);
		assert.equal((await member.reply(tid, field({ answers: complete }))).status, 200);
	});

	it('refuses bad answers by name and keeps nothing of them: too long, of another kind, too many', async () => {
		const member = await forum.member();
		const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`k${i}`, 'x']));
		const said = async (answers: object) =>
			(await member.topic({ cid, ...field({ answers: answers as never }) })).message;
		assert.match(await said(many), /“Answers” has too many entries. The maximum is 50/);
		assert.match(await said({ ...complete, version: 'x'.repeat(1_000_000) }), /forumTerms\.checklist\.answers\.version/);
		assert.match(await said({ ...complete, version: { provider: 'x', land: 'CY' } }), /answers\.version/);
		assert.match(await said({ ...complete, version: ['V20 Update 9'] }), /correct your answer to: Version and update/);
	});

	it('refuses a pattern that could run for ever', async () => {
		const save = (pattern: string) => ground.admin('PUT', '/admin/checklists/doors-bad', {
			items: [{ key: 'p', kind: 'text', pattern, prompt: { 'en-GB': 'P' } }],
		});
		for (const pattern of ['(?=x)x', '(x)\\1', '(((x{1,90}){1,90}){1,90})', '(']) {
			const answer = await save(pattern);
			assert.deepEqual([answer.status, answer.response.field], [400, 'items.0.pattern'], pattern);
		}
		assert.equal((await save('(a+)+b')).status, 200);
	});

	it('promises for five minutes what a check said: the same text passes once whatever changes, another does not', async () => {
		const member = await forum.member();
		const post = { cid, title: `Promised ${unique()}`, content: newText(), ...field({ answers: complete }) };
		const refused = (await member.terms.check({ ...post, forumTerms: {} })).response as
			{ outcome: string; token?: string; reasons: { field: string }[] };
		assert.deepEqual([refused.outcome, refused.token], ['ask', undefined]);
		assert.deepEqual(refused.reasons.map(reason => reason.field),
			['done', 'version'].map(key => `forumTerms.checklist.answers.${key}`));
		const { outcome, token } = (await member.terms.check(post)).response;
		assert.equal(outcome, 'allow');
		await ground.latest('V20 Update 10');
		try {
			const send = (more: object) =>
				member.topic({ ...post, forumTerms: { ...post.forumTerms, token }, ...more });
			assert.equal((await member.topic(post)).status, 400);
			assert.equal((await send({ content: newText() })).status, 400);
			const posted = await send({});
			assert.equal(posted.status, 200, posted.message);
			const replayed = await send({});
			assert.match(replayed.message, /cannot help with this answer/);
		} finally {
			await ground.latest('V20 Update 9');
		}
	});

	it('never stops a security alert, whatever it says of version or trunk, and rings staff', async () => {
		const alerts = await ground.further({ kind: 'security' });
		const member = await forum.member();
		const title = `Signed installer flagged ${unique()}`;
		for (const answers of [undefined, { version: 'V9 SP4' }, { nobody: 'asked this' }]) {
			const posted = await member.topic({ cid: alerts, title, ...answers ? field({ answers }) : {} });
			assert.equal(posted.status, 200, posted.message);
		}
		const unnotified = async () => (await forum.admin.get('/api/notifications')).text.includes(title);
		await until(unnotified);
		assert.equal(await unnotified(), true);
	});
});
