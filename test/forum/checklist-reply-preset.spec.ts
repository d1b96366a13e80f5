import assert from 'node:assert/strict';
import { blueprintGround, type BlueprintGround } from '../driver/blueprint-ground';
import { openForum, type Forum } from '../driver/forum';
import type { Answer } from '../driver/visitor';

describe('replies where secrets are often pasted (clause 3)', () => {
	let forum: Forum;
	let ground: BlueprintGround;
	let cid: number;
	let tid: number;

	before(async () => {
		forum = await openForum();
		ground = blueprintGround(forum);
		// As the preset places it: the profile is laid out at the first start.
		await ground.apply(ground.place('trunks', { checklist: { topics: 'none', replies: 'reply' } }), ground.place('talk'));
		cid = await ground.cidOf('trunks');
		tid = Number((await forum.admin.topic({ cid })).response.tid);
	});
	after(async () => {
		await ground.undo();
		await forum.close();
	});

	const places = (method: string, path: string, body?: object) => forum.admin.terms.call(method, `/admin/checklist-places${path}`, body);
	const codeOf = ({ status, message }: Answer) => [status, /clause [\d.]+/.exec(message)?.[0] ?? ''];
	const ticked = { forumTerms: { checklist: { answers: { 'no-confidential': true, 'terms-understood': true } } } };

	it('take two ticks, named in one refusal, and nothing else', async () => {
		const member = await forum.member();
		const asked = (await member.terms.call('GET', `/posting?tid=${tid}`)).response as {
			checklist: { items: { key: string; kind: string }[] };
		};
		assert.deepEqual(asked.checklist.items.map(({ key, kind }) => [key, kind]),
			[['no-confidential', 'confirm'], ['terms-understood', 'confirm']]);
		const bare = await member.reply(tid);
		assert.equal(bare.status, 400, bare.text);
		assert.match(bare.message, /I removed keys, passwords.*I have read and understood/s);
		assert.deepEqual(codeOf(await member.reply(tid, ticked)), [200, '']);
	});

	it('remember that the terms were understood, never that the text holds no secret', async () => {
		const member = await forum.member();
		await member.reply(tid, ticked);
		const { checklist } = (await member.terms.call('GET', `/posting?tid=${tid}`)).response as {
			checklist: { remembered: object };
		};
		assert.deepEqual(checklist.remembered, { 'terms-understood': true });
		assert.equal((await member.reply(tid, {
			forumTerms: { checklist: { answers: { 'terms-understood': true } } },
		})).status, 400);
	});

	it('are free elsewhere, for staff, and where the checklist only records', async () => {
		const member = await forum.member();
		const talk = Number((await forum.admin.topic({ cid: await ground.cidOf('talk') })).response.tid);
		assert.equal((await member.reply(talk)).status, 200);
		assert.equal((await forum.admin.reply(tid)).status, 200);
		const { topics, replies } = (await forum.admin.terms.call('GET', '/admin/checklists')).response.places as {
			topics: object; replies: Record<string, string>;
		};
		assert.equal(replies[String(cid)], 'reply');
		const recording = { topics, replies, recordOnly: { topics: [], replies: [cid] } };
		const forecast = await places('POST', '/forecast', { topics, replies: { ...replies, [await ground.cidOf('talk')]: 'reply' } });
		assert.equal(forecast.response.replies, 1);
		assert.equal((await places('PUT', '', recording)).status, 200);
		assert.equal((await member.reply(tid)).status, 200);
		await places('PUT', '', { topics, replies, recordOnly: { topics: [], replies: [] } });
		assert.equal((await member.reply(tid)).status, 400);
	});
});
