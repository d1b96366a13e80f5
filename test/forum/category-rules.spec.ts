import assert from 'node:assert/strict';
import { blueprintGround, type BlueprintGround } from '../driver/blueprint-ground';
import { openForum, type Forum } from '../driver/forum';
import type { Visitor } from '../driver/visitor';

interface Step { kind: string; key: string }
interface Guide { categories: { cid: number; rules: string }[] }

describe('rules of a category (clause 5)', () => {
	let forum: Forum;
	let ground: BlueprintGround;
	let cid: number;
	let free: number;
	let hidden: number;
	const first = { 'en-GB': 'One question per topic.', de: 'Eine Frage je Thema.' };

	before(async () => {
		forum = await openForum();
		ground = blueprintGround(forum);
		await ground.apply(
			ground.place('ruled', { rules: first }), ground.place('free'),
			ground.place('lounge', { read: ['staff'], topics: ['staff'], replies: ['staff'], rules: first }),
		);
		[cid, free, hidden] = [await ground.cidOf('ruled'), await ground.cidOf('free'), await ground.cidOf('lounge')];
	});
	after(async () => {
		await ground.undo();
		await forum.close();
	});

	const write = (rules: unknown, to: number | string = cid) =>
		forum.admin.terms.call('PUT', `/admin/categories/rules/${to}`, { rules });
	const onPage = async (who: Visitor, at = cid): Promise<unknown> =>
		((await who.get(`/api/category/${at}`)).json as { forumTermsRules?: unknown }).forumTermsRules;
	const drift = async () => ((await forum.admin.terms.call('GET', '/admin/categories/drift')).response as { steps: Step[] })
		.steps.filter(({ key }) => key.startsWith(ground.mark)).map(({ kind }) => kind);

	it('stand on its page and where a topic or a reply is about to be written, in the reader\'s language', async () => {
		assert.equal(await onPage(forum.guest()), '<p>One question per topic.</p>\n');
		assert.equal(await onPage(forum.guest(), free), undefined);
		const member = await forum.member();
		const made = await member.topic({ cid });
		const { tid, mainPid } = made.response as { tid: number; mainPid: number };
		const asked = async (query: string) => (await member.terms.call('GET', `/posting?${query}`)).response.rules;
		const rules = { text: 'One question per topic.', html: '<p>One question per topic.</p>\n' };
		assert.deepEqual([await asked(`cid=${cid}`), await asked(`tid=${tid}`)], [rules, rules]);
		assert.deepEqual([await asked(`pid=${mainPid}`), await asked(`cid=${free}`), await asked('')], [null, null, null]);
		const german = await asked(`cid=${cid}&lang=de`) as { text: string };
		assert.equal(german.text, 'Eine Frage je Thema.');
	});

	it('stand on its page without script too, and on no other', async () => {
		const withoutScript = async (at: number) => {
			const page = await forum.guest().get(`/category/${at}`);
			return (page.status === 200 ? page : await forum.guest().get(page.location)).text;
		};
		const [ruled, plain, front] = [await withoutScript(cid), await withoutScript(free), (await forum.guest().get('/categories')).text];
		assert.match(ruled, /<noscript>.*Rules of this category.*\s*<p>One question per topic\.<\/p>\s*<\/details><\/noscript>/);
		assert.doesNotMatch(plain + front, /Rules of this category/);
		assert.doesNotMatch((await forum.guest().get(`/api/category/${cid}`)).text, /Rules of this category/);
	});

	it('stay with those who may read the category', async () => {
		const member = await forum.member();
		assert.equal((await member.terms.call('GET', `/posting?cid=${hidden}`)).status, 403);
		const page = await member.get(`/api/category/${hidden}`);
		assert.doesNotMatch(page.text, /One question per topic/);
		assert.equal((await member.terms.call('GET', '/admin/categories/rules')).status, 403);
	});

	it('change at once when an administrator writes others, and the blueprint says the same from then on', async () => {
		const said = await write({ 'en-GB': 'Short titles.', de: '  ' });
		assert.deepEqual([said.status, said.response], [200, { cid, rules: { 'en-GB': 'Short titles.' } }]);
		assert.equal(await onPage(forum.guest()), '<p>Short titles.</p>\n');
		const terms = (await forum.guest().get('/api/forum-terms')).json as unknown as Guide & { documents: Guide[] };
		const listed = [terms, ...terms.documents].flatMap(({ categories }) => categories);
		assert.equal(listed.find(one => one.cid === cid)?.rules, 'Short titles.');
		assert.deepEqual(await drift(), []);
		const plan = await forum.admin.terms.call('POST', '/admin/categories/plan', { applied: true });
		assert.deepEqual((plan.response as { steps: Step[] }).steps.filter(({ kind }) => kind === 'rules'), []);
		const { blueprint } = (await forum.admin.terms.call('GET', '/admin/categories/blueprint')).response as {
			blueprint: { categories: { key: string; rules?: object }[] };
		};
		assert.deepEqual(blueprint.categories.find(({ key }) => key === `${ground.mark}-ruled`)?.rules, { 'en-GB': 'Short titles.' });
		assert.equal((await write({ 'en-GB': 'Short titles.' })).status, 200);
		await write({});
		assert.equal(await onPage(forum.guest()), undefined);
		assert.deepEqual(await drift(), []);
	});

	it('are written by a blueprint, and given back when it is undone', async () => {
		await write({ 'en-GB': 'By hand.' });
		await ground.apply(ground.place('ruled', { rules: first }));
		assert.equal(await onPage(forum.guest()), '<p>One question per topic.</p>\n');
		await ground.undo();
		assert.equal(await onPage(forum.guest()), '<p>By hand.</p>\n');
		await ground.apply(ground.place('ruled', { rules: first }));
	});

	it('stay as somebody wrote them since when the blueprint is undone, and so does the template; what nobody touched goes back', async () => {
		await write({ 'en-GB': 'By hand.' });
		const template = async () => ((await forum.guest().get(`/api/category/${free}`)).json as { topicTemplate?: string }).topicTemplate;
		const looks = async () => ((await forum.guest().get(`/api/category/${free}`)).json as { icon?: string }).icon;
		const before = await looks();
		await ground.apply(ground.place('ruled', { rules: first }), ground.place('free', { icon: 'fa-moon', template: { 'en-GB': 'Ours' } }));
		assert.deepEqual([await looks(), await template()], ['fa-moon', 'Ours']);
		await write({ 'en-GB': 'Since then.' });
		await forum.admin.send('PUT', `/api/v3/categories/${free}`, { topicTemplate: 'Theirs' });
		const { response } = await forum.admin.terms.call('POST', '/admin/categories/undo', {});
		assert.deepEqual((response.kept as string[]).sort(), [`${ground.mark} free`, `${ground.mark} ruled`]);
		assert.equal(await onPage(forum.guest()), '<p>Since then.</p>\n');
		assert.deepEqual([await looks(), await template()], [before, 'Theirs']);
		assert.deepEqual(await drift(), []);
		await forum.admin.send('PUT', `/api/v3/categories/${free}`, { topicTemplate: '' });
		await ground.apply(ground.place('ruled', { rules: first }));
	});

	it('can be lists, emphasis and links, and nothing else that a page would run or load', async () => {
		await write({ 'en-GB': [
			'# Loud', '- **short**', '- [manual](https://www.3cx.com/docs/)', '', '<script>alert(1)</script>',
			'<b onclick="alert(1)">b</b> [x](javascript:alert(1)) ![p](https://example.org/p.png) [[global:home]] https://www.3cx.com/',
		].join('\n') });
		const html = String(await onPage(forum.guest()));
		assert.ok(html.includes('<li><strong>short</strong></li>') && html.includes('href="https://www.3cx.com/docs/"'));
		assert.ok(html.includes('href="https://www.3cx.com/"'));
		assert.doesNotMatch(html, /<(script|b|img|h1)\b|href="javascript|Home/);
		await write({ 'en-GB': 'One question per topic.' });
	});

	it('never come from a field that somebody stored in the category', async () => {
		await forum.admin.send('PUT', `/api/v3/categories/${free}`, { forumTermsRules: '<img src=x onerror=alert(1)>' });
		assert.equal(await onPage(forum.guest(), free), undefined);
	});

	it('of no category, of the wrong shape or too long are refused by their field, and nothing changes', async () => {
		for (const at of [999_999, 0, -1, 'x', `${cid}.5`, '1e1']) {
			const { status, response } = await write(first, at);
			assert.deepEqual([status, response.code, response.field], [404, 'category-unknown', 'cid'], String(at));
		}
		const fields: [unknown, string][] = [
			[undefined, 'rules'], ['text', 'rules'], [[], 'rules'], [['text'], 'rules.0'], [{ English_: 'x' }, 'rules.English_'],
			[{ de: 5 }, 'rules.de'], [{ de: ['x'] }, 'rules.de'], [{ de: 'x'.repeat(5001) }, 'rules.de'],
		];
		for (const [rules, field] of fields) {
			const { status, response } = await write(rules);
			assert.deepEqual([status, response.field], [400, field], JSON.stringify(rules)?.slice(0, 60));
		}
		const invisible = await forum.admin.terms.call('POST', '/admin/categories/plan', {
			blueprint: { blueprint: 1, categories: [ground.place('ruled', { rules: { de: '\u200B\u00AD' } })] },
		});
		assert.deepEqual([invisible.status, invisible.response.field], [400, 'categories.0.rules.de']);
		assert.equal(await onPage(forum.guest()), '<p>One question per topic.</p>\n');
	});

	it('stand above the form of the composer without script when it is sent back', async () => {
		const member = await forum.member();
		await forum.admin.terms.call('PUT', '/admin/checklists/rules-check', {
			items: [{ key: 'done', kind: 'confirm', prompt: { 'en-GB': 'I read the manual' } }],
		});
		await forum.admin.terms.call('PUT', '/admin/checklist-places', { topics: { [cid]: 'rules-check' } });
		const form = await member.compose({ cid: String(cid), title: 'Fax is empty', content: 'It is empty since the update.' });
		await forum.admin.terms.call('PUT', '/admin/checklist-places', { topics: {} });
		assert.match(form.text, /forum-terms-rules.*\s*.*Rules of this category.*\s*<p>One question per topic\.<\/p>/);
	});
});
