import assert from 'node:assert/strict';
import { at, panel } from './checklist-stage';
import { assertSound, describeInBrowser } from './stage';

const inEnglish = (text: string) => ({ 'en-GB': text });
const items = [
	{
		key: 'read', kind: 'confirm', required: false, empty: 'warn', prompt: inEnglish('I read the [rules](https://example.org/r) and the **guide** <b>'),
		help: inEnglish('Before:\n- open `the log`\n- [no](javascript:alert(1))'),
	},
	{ key: 'guide', kind: 'link', required: false, lookup: 'guides', placeholder: inEnglish('https://example.org/docs'), prompt: inEnglish('Guide') },
	{ key: 'platform', kind: 'text', lookup: 'platforms', standings: { unsupported: 'warn' }, prompt: inEnglish('Runs on') },
	{ key: 'retested', kind: 'confirm', prompt: inEnglish('Removed and tested again'), shownWhen: { listed: 'unsupported' } },
	{ key: 'met', kind: 'multi-choice', stable: true, prompt: inEnglish('What do you meet?'), options: ['logs', 'network', 'size'].map(value => ({
		value, label: inEnglish(`Has *${value}*`), unticked: { say: inEnglish(`Look after ${value}.`) },
	})) },
	{ key: 'terms', kind: 'confirm', lookup: 'terms', prompt: inEnglish('I understood the terms') },
];

describeInBrowser('the words of a checklist', (stage) => {
	before(async () => {
		const admin = await stage().terms('admin');
		for (const [path, body] of [
			['/admin/checklists/spec-words', { items }],
			['/admin/checklist-places', { topics: { 3: 'spec-words' } }],
			['/admin/checklist-knowledge', { guideHosts: ['example.org'], platforms: [
				{ name: 'Docker', part: 'container', status: 'unsupported', asOf: '2026-09-01' }, { name: 'Debian 12', part: 'system', status: 'supported' },
			] }],
		] as const) {
			const saved = await admin.call('PUT', path, body);
			assert.equal(saved.status, 200, saved.text);
		}
	});

	it('are links, emphasis, code and lists, and never scripts', async () => {
		const page = await stage().page('customer');
		await page.goto('/category/3');
		await page.click('[component="category/post"]');
		await page.waitForSelector(`${panel}:not(.d-none)`);
		const read = page.locator(at('read'));
		assert.equal(await read.locator('label a').getAttribute('href'), 'https://example.org/r');
		assert.equal(await read.locator('label strong').textContent(), 'guide');
		assert.match(await read.textContent() ?? '', /guide <b>/);
		assert.deepEqual(await read.locator('.form-text li').allTextContents(), ['open the log', '[no](javascript:alert(1))']);
		assert.equal(await read.locator('.form-text code').textContent(), 'the log');
		assert.match(await read.textContent() ?? '', /that is shown below your topic/);
		assert.equal(await page.getAttribute(`${at('guide')} input`, 'placeholder'), 'https://example.org/docs');
		assert.match(await page.getAttribute(`${at('terms')} a`, 'href') ?? '', /\/forum-terms/);
		await assertSound(page);
	});

	it('say part by part what is missing, and ask for a second test without what is not supported', async () => {
		const page = await stage().page('customer');
		await page.goto('/category/3');
		await page.click('[component="category/post"]');
		await page.waitForSelector(`${panel}:not(.d-none)`);
		await page.check(`${at('met')} input[value="network"]`);
		assert.match(await page.textContent(`${at('met')} [role=status]`) ?? '', /^Look after logs\. Look after size\.$/);
		assert.equal(await page.isVisible(at('retested')), false);
		await page.fill(`${at('platform')} input`, 'Debian 12 in docker');
		assert.match(await page.textContent(`${at('platform')} [role=status]`) ?? '', /Not supported: Docker/);
		assert.equal(await page.isVisible(at('retested')), true);
		await page.fill(`${at('guide')} input`, 'https://elsewhere.example/');
		await page.check(`${at('terms')} input`);
		await page.click(`${panel} [data-action="continue"]`);
		await page.waitForSelector(`${panel} .alert:focus`);
		const said = (await page.locator(`${panel} .alert li`).allTextContents()).join('\n');
		assert.match(said, /Guide/);
		assert.match(said, /Removed and tested again/);
		await assertSound(page);
		await page.check(`${at('retested')} input`);
		await page.fill(`${at('guide')} input`, 'https://docs.example.org/phones');
		await page.click(`${panel} [data-action="continue"]`);
		await page.waitForSelector('#composer-content:focus');
	});

	it('stay folded the next time while they only warn, and unfold where one would stop the topic', async () => {
		const member = await stage().visitor('customer');
		const sent = await member.send('POST', '/api/v3/topics', {
			cid: 3, title: 'The line rings twice', content: 'It rings twice since this morning.',
			forumTerms: { checklist: { answers: { platform: 'Debian 12', met: ['network'], terms: true } } },
		});
		assert.equal(sent.status, 200, sent.text);
		const page = await stage().page('customer');
		const again = async () => {
			await page.goto('/category/3');
			await page.click('[component="category/post"]');
			await page.waitForSelector(`${panel} [data-item]`, { state: 'attached' });
			return { isFolded: await page.isVisible('.forum-terms-same'), isOpen: await page.isVisible(at('met')) };
		};
		assert.deepEqual(await again(), { isFolded: true, isOpen: false });
		const folds = page.locator(`${panel} .forum-terms-fold`);
		assert.deepEqual(await folds.evaluateAll(all => all.map(one => one.getAttribute('hidden'))), [null, 'until-found'], 'its words are found');
		assert.equal(await folds.last().evaluate(one => one.getBoundingClientRect().height), 0);
		await folds.last().dispatchEvent('beforematch');
		assert.equal(await page.isVisible(at('met')), true);
		await page.click(`${panel}-toggle`);
		assert.equal(await page.isVisible(at('met')), false);
		await folds.first().dispatchEvent('beforematch');
		assert.equal(await page.getAttribute(`${panel}-toggle`, 'aria-expanded'), 'true');
		const stopping = items.map(item => (item.key === 'met' ? {
			...item, options: item.options?.map(one => ({ ...one, verdict: 'block', say: inEnglish('Not here.') })),
		} : item));
		const saved = await (await stage().terms('admin')).call('PUT', '/admin/checklists/spec-words', { items: stopping });
		assert.equal(saved.status, 200, saved.text);
		assert.deepEqual(await again(), { isFolded: false, isOpen: true });
	});
});
