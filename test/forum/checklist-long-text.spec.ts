import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';

const told = 'I called the queue from outside, expected both phones to ring, but nobody heard anything.';
const log = Array.from({ length: 300 }, (_, line) => `12:04:${line} [Warn] <sip:100@pbx> REGISTER 401 & more`).join('\n');
const items = [{
	key: 'told', kind: 'long-text', minWords: 10, stable: true, prompt: { 'en-GB': 'What did you do, expect and see?' },
}];

describe('a long text in a checklist (CK-08)', () => {
	let forum: Forum;
	let cid: number;
	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category();
		for (const [path, body] of [
			['/admin/checklists/told', { items }], ['/admin/checklist-places', { topics: { [cid]: 'told' } }],
		] as const) {
			const saved = await forum.admin.terms.call('PUT', path, body);
			assert.equal(saved.status, 200, saved.text);
		}
	});
	after(async () => {
		await forum.admin.terms.call('PUT', '/admin/checklist-places', { topics: {} });
		await forum.close();
	});

	const answered = (answer: unknown) => ({ cid, forumTerms: { checklist: { answers: { told: answer } } } });

	it('is part of the form for programs, with the number of words it needs', async () => {
		const member = await forum.member();
		const { checklist } = (await member.terms.posting(`?cid=${cid}`)).response as { checklist: { items: object[] } };
		assert.deepEqual(checklist.items.map(item => ['kind', 'minWords'].map(name => (item as Record<string, unknown>)[name])), [['long-text', 10]]);
	});

	for (const [what, answer, said] of [
		['letters instead of words', 'x y z a b', /at least 10 different words, so far 0/],
		['the same word again and again', 'help '.repeat(50), /at least 10 different words, so far 1/],
		['invisible characters only', '\u200b\u2060 \u00ad\n', /What did you do, expect and see\? \(clause 3\)/],
		['more than 20,000 characters', `${told} ${'and so on '.repeat(2000)}`, /too long \(characters: 20089, maximum: 20000\)/],
		['a list', [told], /correct your answer/],
		['a character that no database stores', `${told}\0`, /U\+0000/],
	] as const) {
		it(`is asked again for ${what}; nothing is stored`, async () => {
			const member = await forum.member();
			const title = `Too little ${unique()}`;
			const refused = await member.topic({ ...answered(answer), title });
			assert.equal(refused.status, 400, refused.text.slice(0, 300));
			assert.match(refused.message, said);
			assert.doesNotMatch((await forum.admin.get(`/api/category/${cid}`)).text, new RegExp(title));
		});
	}

	it('keeps a pasted log whole in the record, its beginning in the topic, and asks for it anew the next time', async () => {
		const member = await forum.member();
		const { response } = await member.topic(answered(`${told}\n${log}`));
		const tid = Number(response.tid);
		const { records } = (await (await forum.member()).terms.call('GET', `/topics/${tid}/checklist`)).response as
			{ records: { answers: { text: string }[] }[] };
		assert.equal(records[0]?.answers[0]?.text, `${told}\n${log}`);
		const field = String((await forum.admin.get(`/api/topic/${tid}`)).json.forumTermsChecklist);
		const [shown] = (JSON.parse(field) as { answers: { text: string; isCut?: boolean }[] }).answers;
		assert.deepEqual([shown?.text, shown?.isCut], [`${told}\n${log}`.slice(0, 1000), true]);
		const { checklist } = (await member.terms.posting(`?cid=${cid}`)).response as { checklist: { remembered: object } };
		assert.deepEqual(checklist.remembered, {});
	});

	it('works without script: lines as browsers send them, all of it back when something is wrong', async () => {
		const member = await forum.member();
		const text = { cid: String(cid), title: `Without script ${unique()}`, content: 'A text that is long enough for a post.' };
		const little = '</textarea><script>window.pwned=1</script>';
		const page = await member.compose({ ...text, forumTermsChecklist: '1', 'forumTermsAnswer.told': little });
		assert.equal(page.status, 400);
		assert.match(page.text, /<textarea[^>]+name="forumTermsAnswer\.told"[^>]*>&lt;&#x2F;textarea|<textarea[^>]+name="forumTermsAnswer\.told"[^>]*>&lt;\/textarea/);
		assert.match(page.text, /at least 10 different words, so far 4/);
		const sent = await member.compose({ ...text, forumTermsChecklist: '1', 'forumTermsAnswer.told': `${told}\r\nSecond line` });
		assert.ok(sent.status < 400, sent.text.slice(0, 300));
		const { topics } = (await forum.admin.get(`/api/category/${cid}`)).json as { topics: { title: string; tid: number }[] };
		const tid = topics.find(({ title }) => title === text.title)?.tid;
		const { records } = (await forum.admin.terms.call('GET', `/topics/${tid}/checklist`)).response as
			{ records: { answers: { value: string }[] }[] };
		assert.equal(records[0]?.answers[0]?.value, `${told}\nSecond line`);
	});

	it('cannot be asked with words below zero, or a number of them that is none', async () => {
		for (const minWords of [-1, 501, 1.5, '10', null]) {
			const answer = await forum.admin.terms.call('PUT', '/admin/checklists/bad', { items: [{ ...items[0], minWords }] });
			assert.deepEqual([answer.status, answer.response.field], [400, 'items.0.minWords'], answer.text);
		}
	});
});
