import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';

const inEnglish = (text: string) => ({ 'en-GB': text });
const option = (value: string, more: object = {}) => ({ value, label: inEnglish(value), ...more });

const items = [
	{ key: 'used', kind: 'choice', prompt: inEnglish('Is a trunk involved?'), options: [option('no'), option('yes')] },
	{
		key: 'trunk', kind: 'trunk', stable: true, prompt: inEnglish('Provider and country'),
		shownWhen: { item: 'used', values: ['yes'] },
	},
	{ key: 'checked', kind: 'multi-choice', prompt: inEnglish('What was checked?'), options: [
		option('firewall', { required: true }), option('alg'),
	] },
	{
		key: 'asked', kind: 'vendor', minLength: 3, readers: 'staff', prompt: inEnglish('Vendor asked first'),
		referencePrompt: inEnglish('Case number'),
	},
	{ key: 'version', kind: 'version', stable: true, prompt: inEnglish('Version and update') },
	{ key: 'guide', kind: 'link', required: false, hosts: ['3cx.com'], prompt: inEnglish('Guide followed') },
	{ key: 'happened', kind: 'text', minLength: 10, prompt: inEnglish('What happened?') },
	{ key: 'done', kind: 'confirm', prompt: inEnglish('I read the manual') },
];
const complete = {
	'forumTermsAnswer.used': 'no', 'forumTermsChoices.checked': ['firewall', 'alg'],
	'forumTermsAnswer.asked.vendor': 'Yealink', 'forumTermsAnswer.asked.reference': 'Case 12',
	'forumTermsAnswer.version': 'V20 Update 9', 'forumTermsAnswer.happened': 'Calls end after 30 minutes.',
	'forumTermsConfirm.done': '1',
} as const;

describe('a checklist without script (clause 3)', () => {
	let forum: Forum;
	let cid: number;
	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category();
		for (const [path, body] of [
			['/admin/checklists/plain', { items }],
			['/admin/checklists/plain-reply', { items: items.filter(({ key }) => key === 'done') }],
			['/admin/checklist-places', { topics: { [cid]: 'plain' }, replies: { [cid]: 'plain-reply' } }],
		] as const) {
			const saved = await forum.admin.terms.call('PUT', path, body);
			assert.equal(saved.status, 200, saved.text);
		}
	});
	after(async () => {
		await forum.admin.terms.call('PUT', '/admin/checklist-places', { topics: {} });
		await forum.close();
	});

	const text = (title: string) => ({ cid: String(cid), title, content: 'A text that is long enough for a post.' });
	async function answersOf(title: string) {
		const { topics } = (await forum.admin.get(`/api/category/${cid}`)).json as { topics: { title: string; tid: number }[] };
		const tid = topics.find(topic => topic.title === title)?.tid ?? 0;
		const { records } = (await forum.admin.terms.call('GET', `/topics/${tid}/checklist`)).response as
			{ records: { answers: { key: string; value: unknown }[] }[] };
		return Object.fromEntries(records.at(-1)?.answers.map(({ key, value }) => [key, value]) ?? []);
	}

	it('shows every kind, says when an item is to be answered and who will see it', async () => {
		const member = await forum.member();
		const page = await member.compose(text(`First look ${unique()}`));
		assert.equal(page.status, 400);
		for (const name of [
			'forumTermsAnswer.used', 'forumTermsAnswer.trunk.provider', 'forumTermsAnswer.trunk.country',
			'forumTermsChoices.checked', 'forumTermsAnswer.asked.vendor', 'forumTermsAnswer.asked.reference',
			'forumTermsAnswer.version', 'forumTermsAnswer.guide', 'forumTermsAnswer.happened', 'forumTermsConfirm.done',
		]) {
			assert.ok(page.text.includes(`name="${name}"`), name);
		}
		assert.match(page.text, /Answer only if “Is a trunk involved\?” is: yes/);
		assert.match(page.text, /firewall \(required\)/);
		assert.match(page.text, /Only staff can see this answer/);
		// The theme has alerts of its own around our form.
		const [ours = ''] = /<div class="forum-terms-page">[^]*?<\/form>/.exec(page.text) ?? [];
		assert.match(ours, /forumTermsConfirm/);
		assert.doesNotMatch(ours, /aria-invalid|role="alert"/, 'what the page asks for needs no second sentence');
	});

	it('keeps what was typed when the address names a list of languages, which NodeBB cannot render', async () => {
		const member = await forum.member();
		const sent = text(`Two languages ${unique()}`);
		const page = await member.form('/compose?lang[]=de&lang[]=en-GB', sent);
		assert.equal(page.status, 400);
		assert.ok(page.text.includes(String(sent.title)));
	});

	it('sends answers of every kind with the topic; one to a hidden item is dropped, not refused', async () => {
		const member = await forum.member();
		const title = `Every kind ${unique()}`;
		const sent = await member.compose({
			...text(title), ...complete, forumTermsChecklist: '1', 'forumTermsAnswer.trunk.provider': 'Telekom',
		});
		assert.ok(sent.status < 400, sent.text.slice(0, 500));
		assert.deepEqual(await answersOf(title), {
			used: 'no', checked: ['firewall', 'alg'], asked: { vendor: 'Yealink', reference: 'Case 12' },
			version: 'V20 Update 9', happened: 'Calls end after 30 minutes.', done: true,
		});
	});

	it('marks what is wrong at its item, and keeps every answer and the text', async () => {
		const member = await forum.member();
		const title = `Wrong answers ${unique()}`;
		const page = await member.compose({
			...text(title), ...complete, forumTermsChecklist: '1', 'forumTermsAnswer.used': 'yes',
			'forumTermsAnswer.trunk.provider': 'Telekom', 'forumTermsChoices.checked': 'alg',
			'forumTermsAnswer.guide': 'https://elsewhere.example/guide',
		});
		assert.equal(page.status, 400);
		const marked = [...page.text.matchAll(/id="check-([a-z]+)-note">\s*<span class="d-block text-danger/g)].map(([, key]) => key);
		assert.deepEqual(marked, ['trunk', 'checked', 'guide']);
		assert.deepEqual([...page.text.matchAll(/class="alert-link" href="#check-([a-z]+)"/g)].map(([, key]) => key).sort(), [...marked].sort());
		for (const kept of [/value="Telekom"/, /value="alg" checked/, /value="Case 12"/, /elsewhere\.example/, new RegExp(title)]) {
			assert.match(page.text, kept);
		}
		assert.doesNotMatch((await forum.admin.get(`/api/category/${cid}`)).text, new RegExp(title));
	});

	it('keeps every answer when the forum itself refuses the text', async () => {
		const member = await forum.member();
		const page = await member.compose({
			...text('Too short'), content: 'Short', ...complete, forumTermsChecklist: '1',
		});
		assert.equal(page.status, 400);
		assert.match(page.text, /enter a longer post/);
		for (const kept of [/value="firewall" checked/, /value="Case 12"/, /value="V20 Update 9"/, />Short<\/textarea>/]) {
			assert.match(page.text, kept);
		}
	});

	it('begins the next time with what stays the same', async () => {
		const member = await forum.member();
		await member.compose({ ...text(`To remember ${unique()}`), ...complete, forumTermsChecklist: '1' });
		const page = await member.compose(text(`Remembered ${unique()}`));
		assert.match(page.text, /value="V20 Update 9"/);
		assert.match(page.text, /From your last topic. Please check/);
		assert.doesNotMatch(page.text, /value="Case 12"/);
	});

	it('asks of a reply what replies are asked', async () => {
		const member = await forum.member();
		const title = `With a reply ${unique()}`;
		await member.compose({ ...text(title), ...complete, forumTermsChecklist: '1' });
		const { topics } = (await forum.admin.get(`/api/category/${cid}`)).json as { topics: { title: string; tid: number }[] };
		const tid = topics.find(topic => topic.title === title)?.tid ?? 0;
		const reply = { tid: String(tid), content: 'A reply that is long enough for a post.' };
		const page = await member.compose(reply);
		assert.equal(page.status, 400);
		assert.match(page.text, /name="forumTermsConfirm\.done"/);
		assert.doesNotMatch(page.text, /name="forumTermsAnswer\.version"/);
		assert.match(page.text, new RegExp(`name="tid" value="${tid}"`));
		assert.ok((await member.compose({ ...reply, forumTermsChecklist: '1', 'forumTermsConfirm.done': '1' })).status < 400);
	});
});
