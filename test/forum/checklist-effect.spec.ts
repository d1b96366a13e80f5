import assert from 'node:assert/strict';
import { itOn } from '../driver/gap';
import { openForum, unique, type Forum } from '../driver/forum';
import type { Member } from '../driver/member';
import { sandboxSocket } from '../driver/socket';

const items = [
	{ key: 'trunk', kind: 'text', required: false, words: ['trunk'], prompt: { 'en-GB': 'Trunk' } },
	{ key: 'done', kind: 'confirm', prompt: { 'en-GB': 'I read the manual' } },
];
interface Listed { tid: number; title: string }

describe('similar topics and what a checklist is worth (clause 3)', () => {
	let forum: Forum;
	let cid: number;
	let free: number;
	let profile: string;
	before(async () => {
		forum = await openForum();
		[cid, free] = [await forum.admin.category(), await forum.admin.category()];
		profile = `effect-${unique()}`;
		assert.equal((await admin('PUT', `/admin/checklists/${profile}`, { items })).status, 200);
		assert.equal((await admin('PUT', '/admin/checklist-places', { topics: { [cid]: profile } })).status, 200);
	});
	after(async () => {
		await admin('PUT', '/admin/checklist-places', { topics: {} });
		await forum.close();
	});

	const admin = (method: string, path: string, body?: object) => forum.admin.terms.call(method, path, body);
	const similar = (member: Member, title: string, where = cid) =>
		member.terms.call('GET', `/posting/similar?cid=${where}&title=${encodeURIComponent(title)}`);
	const titles = async (member: Member, title: string, where = cid) =>
		((await similar(member, title, where)).response.topics as Listed[]).map(topic => topic.title);
	const topic = (member: Member, title: string, more: object = {}) => member.topic({
		cid, title, forumTerms: { checklist: { answers: { done: true }, ...more } },
	});
	const open = async (member: Member) =>
		String((await member.terms.call('POST', '/checklist/visits', { cid })).response.visit);
	const note = (member: Member, visit: string, body: object) =>
		member.terms.call('PUT', `/checklist/visits/${visit}`, body);
	const effect = async () => (await admin('GET', `/admin/checklists/${profile}/effect?days=3`)).response as unknown as {
		visits: Record<string, number>;
		items: { key: string; asked: { questions: number }; counts: Record<string, number> }[];
	};

	it('shows topics of the category with a similar title, and no deleted one', async () => {
		const member = await forum.member();
		const word = `zebra${unique()}`;
		await topic(member, `Calls of the ${word} drop`);
		const gone = await topic(member, `${word} gone`);
		await forum.admin.send('DELETE', `/api/v3/topics/${Number(gone.response.tid)}/state`, {});
		await topic(member, 'Something else altogether');
		assert.deepEqual(await titles(member, `${word} calls`), [`Calls of the ${word} drop`]);
		assert.deepEqual(await titles(forum.admin, `${word} calls`), [`Calls of the ${word} drop`]);
		assert.deepEqual(await titles(member, 'how do I'), []);
	});

	it('shows nothing out of a category that the member may not read', async () => {
		const closed = await forum.admin.category();
		const word = `heron${unique()}`;
		await forum.admin.topic({ cid: closed, title: `The ${word} nests` });
		const member = await forum.member();
		assert.deepEqual(await titles(member, `${word} nests`, closed), [`The ${word} nests`]);
		await forum.admin.closeCategory(closed);
		const answer = await similar(member, `${word} nests`, closed);
		assert.deepEqual([answer.status, answer.text.includes('nests')], [403, false]);
		// Nor by way of another category, whatever the forum's search has in its index.
		assert.deepEqual(await titles(member, `${word} nests`), []);
		assert.deepEqual(await titles(forum.admin, `${word} nests`, closed), [`The ${word} nests`]);
	});

	it('names what is wrong with a question', async () => {
		const member = await forum.member();
		const bad = async (query: string) => (await member.terms.call('GET', `/posting/similar?${query}`)).response.field;
		assert.equal(await bad('title=calls'), 'cid');
		assert.equal(await bad('cid=x&title=calls'), 'cid');
		assert.equal(await bad(`cid=${cid}&title=${'x'.repeat(256)}`), 'title');
		const visit = await open(member);
		assert.equal((await note(member, visit, { opened: ['a'] })).response.field, 'opened.0');
		assert.equal((await member.terms.call('POST', '/checklist/visits', {})).response.field, 'cid');
		const guest = forum.guest();
		for (const [method, path, body] of [
			['GET', `/posting/similar?cid=${cid}&title=calls`], ['POST', '/checklist/visits', { cid }],
			['PUT', `/checklist/visits/${visit}`, {}], ['GET', `/admin/checklists/${profile}/effect`],
		] as const) {
			const answer = await guest.send(method, `/api/v3/plugins/forum-terms${path}`, body);
			assert.equal(answer.status, 401, path);
		}
		assert.equal((await member.terms.call('GET', `/admin/checklists/${profile}/effect`)).status, 403);
		assert.equal((await admin('GET', '/admin/checklists/nobody-made-this/effect')).response.code, 'checklist-unknown');
		assert.equal((await admin('GET', `/admin/checklists/${profile}/effect?days=0`)).response.field, 'days');
	});

	it('opens a visit only where something is asked, and only its own member may add to it', async () => {
		const [member, other] = [await forum.member(), await forum.member()];
		const visit = await open(member);
		assert.notEqual(visit, '');
		assert.equal((await member.terms.call('POST', '/checklist/visits', { cid: free })).response.visit, '');
		assert.equal((await note(member, visit, { opened: [1] })).status, 200);
		assert.deepEqual([(await note(other, visit, {})).status, (await note(other, 'nobody-made-this', {})).status], [404, 404]);
	});

	it('takes a topic with a wrong, foreign or used visit like any other', async () => {
		const [member, other] = [await forum.member(), await forum.member()];
		const visit = await open(member);
		for (const [who, sent] of [[other, visit], [member, visit], [member, visit], [member, 'nobody-made-this']] as const) {
			assert.equal((await topic(who, `A visit ${unique()}`, { visit: sent })).status, 200);
		}
	});

	it('counts follow-up questions of staff, once a topic, for the administrator', async () => {
		const member = await forum.member();
		const asked = async () => (await effect()).items[0]?.asked.questions ?? 0;
		const before = await asked();
		const tid = Number((await topic(member, `Follow-up ${unique()}`)).response.tid);
		await member.reply(tid, { content: 'Should I name my trunk?' });
		await forum.admin.reply(tid, { content: 'Which trunk do you use?' });
		await forum.admin.reply(tid, { content: 'Once more: which trunk?' });
		await until(async () => await asked() === before + 1);
	});

	itOn('sandbox', 'visits are counted a day later, and only the sandbox sets its clock', 'counts visits a day later, by itself and once', async () => {
		const member = await forum.member();
		const realNow = Date.now;
		const count = async () => (await effect()).visits;
		const first = await count();
		const visit = await open(member);
		await topic(member, `Counted ${unique()}`, { visit });
		await open(member);
		const run = () => sandboxSocket(forum.admin, 'sandbox.runJob', { name: 'forum-terms-checklist-effect' });
		await run();
		assert.deepEqual(await count(), first);
		try {
			Date.now = () => realNow() + 90_000_000;
			await run();
			const second = await count();
			await run();
			assert.deepEqual(await count(), second);
			assert.ok((second.posted ?? 0) > (first.posted ?? 0) && (second.abandoned ?? 0) > (first.abandoned ?? 0));
			assert.ok(((await effect()).items[1]?.counts.passed ?? 0) >= 1);
		} finally {
			Date.now = realNow;
		}
	});
});

/** Waits for what the forum does after it has answered. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
	for (let i = 0; i < 50; i += 1) {
		if (await isSo()) {
			return;
		}
		await new Promise(resolve => setTimeout(resolve, 40));
	}
	assert.fail('it did not happen');
}
