import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';

const items = [{ key: 'done', kind: 'confirm', prompt: { 'en-GB': 'I read the manual' } }];
const answered = { forumTerms: { checklist: { answers: { done: true } } } };

describe('title of a new topic (clause 4)', () => {
	let forum: Forum;
	let cid: number;
	let free: number;
	let alerts: number;
	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category();
		free = await forum.admin.category();
		alerts = await forum.admin.category();
		for (const [id, profile] of [
			['title-telling', { items, titleRule: 'telling' }], ['title-any', { items }],
			['title-alert', { kind: 'security', items, titleRule: 'telling' }],
		] as const) {
			assert.equal((await admin('PUT', `/admin/checklists/${id}`, profile)).status, 200);
		}
		await admin('PUT', '/admin/checklist-places', {
			topics: { [cid]: 'title-telling', [free]: 'title-any', [alerts]: 'title-alert' },
		});
		const known = await admin('PUT', '/admin/checklist-knowledge', { vagueWords: ['help', 'please', 'hilfe'] });
		assert.deepEqual(known.response.vagueWords, ['help', 'please', 'hilfe']);
	});
	after(async () => {
		await admin('PUT', '/admin/checklist-places', { topics: {} });
		await admin('PUT', '/admin/checklist-knowledge', {});
		await forum.close();
	});

	const admin = (method: string, path: string, body?: object) => forum.admin.terms.call(method, path, body);

	it('that fits every topic is asked again, with what to write instead; nothing is stored', async () => {
		const member = await forum.member();
		const refused = await member.topic({ cid, title: 'Please HELP!!!', ...answered });
		assert.equal(refused.status, 400, refused.text);
		assert.match(refused.message, /Say in the title what does not work.*clause 4/);
		assert.doesNotMatch((await forum.admin.get(`/api/category/${cid}`)).text, /Please HELP/);
		assert.equal((await member.topic({ cid, title: `Help: fax is empty ${unique()}`, ...answered })).status, 200);
	});

	it('is named by the check beforehand, in the reader\'s language', async () => {
		const member = await forum.member();
		const check = async (title: string) => (await member.terms.call('POST', '/posting/check', {
			cid, title, content: 'Long enough for a post.', ...answered,
		})).response as unknown as { outcome: string; reasons: { code: string; clause: string; field?: string }[] };
		const { outcome, reasons } = await check('Hilfe?');
		assert.equal(outcome, 'ask');
		assert.deepEqual(reasons.map(({ code, clause, field }) => [code, clause, field]), [['title-vague', '4', 'title']]);
		assert.equal((await check('Fax arrives empty')).outcome, 'allow');
	});

	it('may be anything where the checklist does not care, in a security alert, and for who is exempt', async () => {
		const member = await forum.member();
		const title = 'Please please help';
		assert.equal((await member.topic({ cid: free, title, ...answered })).status, 200);
		assert.equal((await member.topic({ cid: alerts, title })).status, 200);
		assert.equal((await forum.admin.topic({ cid, title })).status, 200);
	});

	it('is refused with the field where the rule or the words have another shape', async () => {
		const rule = await admin('PUT', '/admin/checklists/title-telling', { items, titleRule: 'loud' });
		assert.deepEqual([rule.status, rule.response.field], [400, 'titleRule']);
		const words = await admin('PUT', '/admin/checklist-knowledge', { vagueWords: ['help', ''] });
		assert.deepEqual([words.status, words.response.field], [400, 'vagueWords.1']);
	});
});
