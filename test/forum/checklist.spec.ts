import assert from 'node:assert/strict';
import { nothingKnown } from '../driver/checklist-ground';
import { openForum, unique, type Forum } from '../driver/forum';

const items = [
	{ key: 'version', kind: 'version', behind: 'block', prompt: { 'en-GB': 'Version and update', de: 'Version und Update' } },
	{ key: 'done', kind: 'confirm', prompt: { 'en-GB': 'I read the manual', de: 'Ich habe das Handbuch gelesen' } },
	{ key: 'trunk', kind: 'choice', required: false, prompt: { 'en-GB': 'Trunk' }, options: [
		{ value: 'listed', label: { 'en-GB': 'Listed' } }, { value: 'other', label: { 'en-GB': 'Other' }, verdict: 'block' },
	] },
];
const good = { version: 'V20 Update 9', done: true };

describe('checklist before a new topic (clause 3)', () => {
	let forum: Forum;
	let cid: number;
	let queueCid: number;
	let free: number;
	before(async () => {
		forum = await openForum();
		[cid, queueCid, free] = [
			await forum.admin.category(), await forum.admin.category({ postQueue: 1 }), await forum.admin.category(),
		];
		const saved = await admin('PUT', '/admin/checklists/spec', { items });
		assert.equal(saved.status, 200, saved.text);
		const places = await admin('PUT', '/admin/checklist-places', { topics: { [cid]: 'spec', [queueCid]: 'spec' } });
		assert.equal(places.status, 200, places.text);
		const learnt = await admin('PUT', '/admin/checklist-knowledge', {
			releases: [{ version: 'V20 Update 9', since: 0 }], graceDays: 0,
		});
		assert.equal(learnt.status, 200, learnt.text);
	});
	after(async () => {
		await admin('PUT', '/admin/checklist-places', { topics: {} });
		await admin('PUT', '/admin/checklist-knowledge', nothingKnown);
		await forum.close();
	});

	const admin = (method: string, path: string, body?: object) => forum.admin.terms.call(method, path, body);
	const answered = (answers: object) => ({ forumTerms: { checklist: { answers } } });

	it('is handed out to programs as a form, only where it is asked', async () => {
		const member = await forum.member();
		const form = (await member.terms.posting(`?cid=${cid}&lang=de`)).response.checklist as
			{ profile: string; items: { key: string; prompt: string }[] };
		assert.deepEqual([form.profile, form.items.map(({ prompt }) => prompt)[0]], ['spec', 'Version und Update']);
		assert.equal((await member.terms.posting(`?cid=${free}`)).response.checklist, null);
	});

	for (const way of ['page', 'bearer token'] as const) {
		it(`stops a topic by ${way} that leaves it out, with clause, field and every prompt; nothing is stored`, async () => {
			const member = await forum.member();
			const who = way === 'page' ? member : await forum.withToken(member);
			const title = `Unchecked ${unique()}`;
			const answer = await who.topic({ cid, title });
			assert.equal(answer.status, 400);
			assert.match(answer.message, /Version and update; I read the manual \(clause 3\)/);
			assert.doesNotMatch((await forum.admin.get(`/api/category/${cid}`)).text, new RegExp(title));
			assert.equal((await who.topic({ cid, title, ...answered(good) })).status, 200);
			assert.equal((await who.topic({ cid: free, title })).status, 200);
		});
	}

	it('refuses what is behind, unreadable, blocked, misspelt or of another shape, each in its own words', async () => {
		const member = await forum.member();
		const said = async (checklist: unknown) => (await member.topic({ cid, forumTerms: { checklist } })).message;
		assert.match(await said({ answers: { ...good, version: 'V20 Update 8' } }), /cannot help with this answer: Version and update/);
		assert.match(await said({ answers: { ...good, version: 'newest' } }), /correct your answer to: Version and update/);
		assert.match(await said({ answers: { ...good, trunk: 'other' } }), /cannot help with this answer: Trunk/);
		assert.match(await said({ answers: { ...good, verison: 'x' } }), /verison/);
		assert.match(await said({ answers: [] }), /“Answers” must be an object/);
		assert.match(await said('yes'), /“Checklist” must be an object/);
		assert.equal((await member.topic({ cid, ...answered({ ...good, version: '20.0.10.1' }) })).status, 200);
	});

	it('works without script: the text and the answers come back with the items', async () => {
		const member = await forum.member();
		const title = `Without script ${unique()}`;
		const fields = { cid: String(cid), title, content: 'A text that is long enough for a post.' };
		const first = await member.compose({ ...fields, 'forumTermsAnswer.version': 'V20 Update 9' });
		assert.equal(first.status, 400);
		assert.match(first.text, /name="forumTermsConfirm\.done"/);
		assert.match(first.text, /value="V20 Update 9"/);
		assert.match(first.text, new RegExp(title));
		const second = await member.compose({
			...fields, 'forumTermsAnswer.version': 'V20 Update 9', 'forumTermsConfirm.done': '1',
		});
		assert.ok(second.status < 400, second.text.slice(0, 300));
		const { topics } = (await forum.admin.get(`/api/category/${cid}`)).json as { topics: { title: string; tid: number }[] };
		const tid = topics.find(topic => topic.title === title)?.tid;
		assert.match((await forum.admin.get(`/api/topic/${tid}`)).text, /forumTermsChecklist/);
	});

	it('keeps the answers with the topic, as they were understood, through the queue as well', async () => {
		await forum.admin.setConfig('postQueue', 1);
		try {
			const member = await forum.member();
			const queued = await member.topic({ cid: queueCid, ...answered(good) });
			assert.equal(queued.response.queued, true, queued.text);
			await forum.admin.approve(String(queued.response.id));
			const title = `Queued without script ${unique()}`;
			await member.compose({
				cid: String(queueCid), title, content: 'Long enough for a post in the queue.',
				'forumTermsAnswer.version': 'V20 Update 9', 'forumTermsConfirm.done': '1',
			});
			const { posts } = (await forum.admin.get('/api/post-queue')).json as { posts: { id: string; data: { title?: string } }[] };
			await forum.admin.approve(posts.find(({ data }) => data.title?.includes(title))?.id ?? '');
			const { topics } = (await forum.admin.get(`/api/category/${queueCid}`)).json as { topics: { tid: number }[] };
			assert.equal(topics.length, 2);
			for (const { tid } of topics) {
				assert.match((await forum.admin.get(`/api/topic/${tid}`)).text, /V20 Update 9/);
			}
			const { forumTermsChecklist } = (await forum.admin.get(`/api/topic/${topics[0]?.tid}`)).json;
			const kept = JSON.parse(String(forumTermsChecklist)) as
				{ profile: string; answers: { key: string; text: string }[] };
			assert.equal(kept.profile, 'spec');
			assert.deepEqual(kept.answers.map(({ key, text }) => [key, text]), [['version', 'V20 Update 9'], ['done', '']]);
		} finally {
			await forum.admin.setConfig('postQueue', 0);
		}
	});

	it('is not what the browser says it is', async () => {
		const member = await forum.member();
		const { response } = await member.topic({ cid: free, forumTermsChecklist: '{"answers":[]}', ...answered(good) });
		assert.doesNotMatch((await forum.admin.get(`/api/topic/${Number(response.tid)}`)).text, /forumTermsChecklist/);
	});

	it('asks nothing of replies, of edits and of administrators', async () => {
		const member = await forum.member();
		const { response } = await member.topic({ cid, ...answered(good) });
		assert.equal((await member.reply(Number(response.tid))).status, 200);
		assert.equal((await member.edit(Number(response.mainPid))).status, 200);
		assert.equal((await forum.admin.topic({ cid })).status, 200);
	});

	it('is refused by name when it cannot be asked', async () => {
		for (const [body, field] of [
			[{}, 'items'], [{ items: [{ key: 'A B', kind: 'text', prompt: {} }] }, 'items.0.key'],
			[{ items: [{ key: 'a', kind: 'shout', prompt: {} }] }, 'items.0.kind'],
		] as const) {
			assert.equal((await admin('PUT', '/admin/checklists/bad', body)).response.field, field);
		}
		const nowhere = await admin('PUT', '/admin/checklist-places', { topics: { 1: 'nobody-made-this' } });
		assert.deepEqual([nowhere.response.code, nowhere.response.field], ['checklist-unknown', 'topics.1']);
		const soon = await admin('PUT', '/admin/checklist-knowledge', { releases: [{ version: 'soon', since: 0 }] });
		assert.equal(soon.response.field, 'releases.0.version');
	});
});
