import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSound, describeInBrowser, onBothDevices } from './stage';

const prompt = (text: string) => ({ 'en-GB': text });
const items = [
	{ key: 'place', kind: 'choice', prompt: prompt('Where?'), options: [{ value: 'here', label: prompt('Here') }] },
	{ key: 'unbroken', kind: 'text', prompt: prompt('One word') }, { key: 'hebrew', kind: 'text', prompt: prompt('Right to left') },
	{ key: 'signs', kind: 'text', prompt: prompt('Signs') }, { key: 'log', kind: 'long-text', prompt: prompt('Log') },
	{ key: 'phone', kind: 'vendor', prompt: prompt('Phone') },
];
const line = '12:04:07.123 [Warn] <sip:100@pbx> REGISTER 401 & \u05e9\u05dc\u05d5\u05dd \u{1F4DE} more\n';
const log = `${'='.repeat(3000)}\n${line.repeat(200)}`.slice(0, 9999).replace(/[\uD800-\uDBFF]$/, '').padEnd(10_000, '.');
const answers = {
	place: 'here', unbroken: 'x'.repeat(2000), log,
	hebrew: '\u05d4\u05e9\u05d9\u05d7\u05d4 \u05e0\u05d5\u05ea\u05e7\u05ea \u05d0\u05d7\u05e8\u05d9 30 \u05d3\u05e7\u05d5\u05ea (V20 Update 9)!',
	signs: '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466} \u{1F1E9}\u{1F1EA} '.repeat(110).trim(),
	phone: { vendor: '\u202Eklaey', reference: 'T'.repeat(300) },
};

/** Nothing of an element is cut off at its side, nor sticks out of the page. */
async function assertWhole(page: Page, selector: string): Promise<void> {
	await onBothDevices(page, async (width) => {
		const wide = await page.locator(selector).evaluateAll(nodes => nodes.filter(node =>
			node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX === 'hidden').length);
		assert.equal(wide, 0, `${selector} at ${width} px`);
		const right = await page.locator(selector).evaluateAll(nodes =>
			Math.max(0, ...nodes.map(node => node.getBoundingClientRect().right)));
		assert.ok(right <= width, `${selector} ends at ${right} of ${width} px`);
	});
}

/** For whoever wants to look; nothing without a folder for it. */
async function picture(page: Page, name: string): Promise<void> {
	const { SHOTS: folder } = process.env;
	await (folder ? onBothDevices(page, async width =>
		void await page.screenshot({ path: `${folder}/answers-${name}-${width}.png`, fullPage: true })) : undefined);
}

describeInBrowser('answers as people paste them', (stage) => {
	let path: string;
	before(async () => {
		const admin = await stage().terms('admin');
		for (const [address, body] of [
			['/admin/checklists/spec-pasted', { items }], ['/admin/checklist-places', { topics: { 3: 'spec-pasted' } }],
		] as const) {
			const saved = await admin.call('PUT', address, body);
			assert.equal(saved.status, 200, saved.text);
		}
		const made = await (await stage().visitor('customer')).send('POST', '/api/v3/topics', {
			cid: 3, title: 'Calls end after half an hour', content: 'All of it is in the answers.', forumTerms: { checklist: { answers } },
		});
		assert.equal(made.status, 200, made.text);
		path = `/topic/${String(made.response.slug)}`;
	});

	it('stand whole below the topic, on a phone and on the desktop, each in its own direction', async () => {
		const page = await stage().page('partner');
		await page.goto(path);
		await page.click('.forum-terms-answers summary');
		const texts = page.locator('.forum-terms-answers [dir="auto"]');
		await texts.first().waitFor();
		await assertWhole(page, '.forum-terms-answers li, .forum-terms-answers li *');
		await assertSound(page);
		const cut = page.locator('.forum-terms-answers [data-action="show-all"]');
		for (let left = await cut.count(); left > 0; left -= 1) {
			await cut.first().click();
			await cut.nth(left - 1).waitFor({ state: 'detached' });
		}
		const whole = await page.locator('.forum-terms-long-answer').evaluateAll(nodes => nodes.map(node => node.textContent ?? ''));
		assert.ok(whole.includes(log), 'not a letter of the log is missing');
		await assertWhole(page, '.forum-terms-answers li, .forum-terms-answers li *');
		await assertSound(page);
		const directions = await texts.evaluateAll(nodes => nodes.map(node => getComputedStyle(node).direction));
		assert.deepEqual(directions, ['ltr', 'ltr', 'rtl', 'ltr', 'ltr', 'ltr']);
		await picture(page, 'topic');
	});

	it('stand whole for staff, in the list of what was found and in the topic’s history', async () => {
		const page = await stage().page('moderator');
		await page.goto('/forum-terms/checklists?item=place&value=here');
		await page.waitForSelector('[data-role="results"] dd');
		await assertWhole(page, '[data-role="results"] dd, [data-role="results"] dd *');
		await assertSound(page);
		await picture(page, 'staff');
		await page.goto(path);
		await page.click('.forum-terms-answers summary');
		await page.click('.forum-terms-answers [data-action="history"]');
		await page.waitForSelector('.forum-terms-answers [tabindex="-1"]');
		await assertWhole(page, '.forum-terms-answers li, .forum-terms-answers li *');
		await assertSound(page);
	});
});
