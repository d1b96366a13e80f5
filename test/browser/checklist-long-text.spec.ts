import assert from 'node:assert/strict';
import { at, panel, send } from './checklist-stage';
import { assertSound, describeInBrowser } from './stage';

const told = 'I called the queue from outside, expected both phones to ring, but nobody heard anything.';
const log = Array.from({ length: 370 }, (_, line) => `12:04:${line} [Warn] <sip:100@pbx> REGISTER 401 & more`).join('\n');
const box = `${at('told')} [role="textbox"]`;

describeInBrowser('a long text in the checklist', (stage) => {
	before(async () => {
		const admin = await stage().terms('admin');
		const prompt = { 'en-GB': 'What did you do, expect and see?' };
		const since = { key: 'since', kind: 'choice', prompt: { 'en-GB': 'Since when?' }, shownWhen: { item: 'told', values: ['true'] },
			options: [{ value: 'today', label: { 'en-GB': 'Today' } }] };
		for (const [path, body] of [
			['/admin/checklists/spec-told', { items: [{ key: 'told', kind: 'long-text', minWords: 10, prompt }, since] }],
			['/admin/checklist-places', { topics: { 3: 'spec-told' } }],
		] as const) {
			const saved = await admin.call('PUT', path, body);
			assert.equal(saved.status, 200, saved.text);
		}
	});

	it('takes a log as it is pasted, counts real words, and shows all of it below the topic', async () => {
		const page = await stage().page('customer');
		await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
		await page.goto('/category/3');
		await page.click('[component="category/post"]');
		await page.waitForSelector(`${panel}:not(.d-none)`);
		await page.fill('#composer-title', 'Nobody hears the queue');
		assert.equal(await page.isVisible(at('since')), false);
		await page.fill(box, 'x y z a b');
		assert.equal(await page.isVisible(at('since')), true);
		await page.selectOption(`${at('since')} select`, 'today');
		await page.click(`${panel} [data-action="continue"]`);
		await page.waitForSelector(`${panel} .alert:focus`);
		assert.match(await page.textContent(at('told')) ?? '', /at least 10 different words, so far 0/);
		await assertSound(page);
		await page.fill(box, told);
		assert.doesNotMatch(await page.textContent(at('told')) ?? '', /at least 10/);
		await page.press(box, 'End');
		await page.press(box, 'Enter');
		await page.evaluate(text => navigator.clipboard.writeText(text), log);
		await page.press(box, 'Control+v');
		// The post's own text is what NodeBB finds, whatever stands in the checklist.
		await page.click(`${panel} [data-action="continue"]`);
		await page.fill('#composer-content', 'All details are in the answers above.');
		assert.match(await page.textContent(`${panel}-toggle`) ?? '', /I called the queue from outside.*…/);
		await send(page);
		await page.waitForURL('**/topic/**');
		await page.click('.forum-terms-answers summary');
		const shown = page.locator('.forum-terms-long-answer');
		assert.equal((await shown.textContent())?.length, 1001);
		await page.click('.forum-terms-answers [data-action="show-all"]');
		await page.waitForFunction(() => (document.querySelector('.forum-terms-long-answer')?.textContent?.length ?? 0) > 1001);
		assert.equal(await shown.textContent(), `${told}\n${log}`);
		assert.equal(await shown.evaluate(node => node === document.activeElement), true);
		await assertSound(page);
		assert.match(await page.textContent('[component="post/content"]') ?? '', /All details are in the answers above/);
	});

	it('says by how much a text is too long, and comes back after a reload', async () => {
		const page = await stage().page('owner');
		await page.goto('/category/3');
		await page.click('[component="category/post"]');
		await page.fill(box, `${told} ${'and so on '.repeat(2000)}`.trim());
		await page.click(`${panel} [data-action="continue"]`);
		await page.waitForSelector(`${panel} .alert:focus`);
		assert.match(await page.textContent(at('told')) ?? '', /too long \(characters: 20089, maximum: 20000\)/);
		await page.fill(box, `${told}\nSecond line`);
		await page.reload();
		await page.waitForSelector(`${panel}:not(.d-none)`);
		assert.equal(await page.locator(box).textContent(), `${told}\nSecond line`);
		assert.equal(await page.isVisible(at('since')), true);
	});
});
