import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { Visitor } from '../driver/visitor';
import { assertAccessible, assertFits, describeInBrowser, tabTo, widths } from './stage';

const shownList = '.forum-terms-similar:not(.d-none)';
const base = '/api/v3/plugins/forum-terms';

/** What the page tells of a visit, as it is sent. */
function toldBy(page: Page): { itemMs: Record<string, number>; opened: number[] }[] {
	const told: { itemMs: Record<string, number>; opened: number[] }[] = [];
	page.on('request', (request) => {
		if (request.method() === 'PUT' && request.url().includes('/checklist/visits/')) {
			told.push(request.postDataJSON() as { itemMs: Record<string, number>; opened: number[] });
		}
	});
	return told;
}

for (const [device, width] of widths) {
	describeInBrowser(`similar topics below a title, on the ${device}`, (stage) => {
		before(async function ask() {
			const terms = await stage().terms('admin');
			await terms.call('PUT', '/admin/checklist-places', { topics: { 3: 'app' } });
			const admin = new Visitor(stage().url);
			await admin.login('admin', 'Browser-spec-1');
			for (const title of ['Calls drop on the phone app', 'Calls drop when the screen goes dark', 'Fax arrives empty']) {
				await admin.send('POST', '/api/v3/topics', { cid: 3, title, content: 'A text that is long enough.' });
			}
		});

		const write = async (page: Page, title: string) => {
			await page.goto('/category/3');
			await page.click('[component="category/post"]');
			await page.fill('#composer-title', title);
		};

		it('appear while it is written, are reached with the keyboard and open beside the composer', async () => {
			const page = await stage().page('customer', width);
			await write(page, 'Calls drop with the app');
			await page.waitForSelector(`${shownList} li`);
			assert.deepEqual(await page.locator(`${shownList} li a`).evaluateAll(links =>
				links.map(link => link.firstChild?.textContent)),
			['Calls drop on the phone app', 'Calls drop when the screen goes dark', 'Calls drop after half an hour on our trunk']);
			assert.match(await page.textContent('[component="composer"] [role="status"]') ?? '', /3 similar topics/);
			await assertAccessible(page);
			await assertFits(page);
			await tabTo(page, '.forum-terms-similar a');
			const [opened] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Enter')]);
			assert.match(opened.url(), /\/topic\//);
			assert.equal(await page.inputValue('#composer-title'), 'Calls drop with the app');
		});

		it('go when the title becomes another, and stay away once dismissed', async () => {
			const page = await stage().page('customer', width);
			await write(page, 'Calls drop with the app');
			await page.waitForSelector(`${shownList} li`);
			await page.fill('#composer-title', 'Nothing of the kind was ever written');
			await page.waitForSelector(shownList, { state: 'detached' }).catch(() => undefined);
			assert.equal(await page.locator(shownList).count(), 0);
			await page.fill('#composer-title', 'Calls drop with the app again');
			await page.waitForSelector(`${shownList} li`);
			await page.focus(`${shownList} .btn-close`);
			await page.keyboard.press('Enter');
			assert.equal(await page.evaluate(() => document.activeElement?.id), 'composer-title');
			await Promise.all([page.fill('#composer-title', 'Calls drop on the phone'), page.waitForTimeout(1500)]);
			assert.equal(await page.locator(shownList).count(), 0);
		});

		it('are told to the visit of the checklist, as is the time that an item took', async () => {
			const page = await stage().page('customer', width);
			const told = toldBy(page);
			await write(page, 'Calls drop with the app');
			await page.waitForSelector(`${shownList} li`);
			const visit = await page.evaluate(async () => {
				const container = document.querySelector('[component="composer"]');
				const root = container?.appendChild(document.createElement('div'));
				const id = await new Promise(setVisit => document.dispatchEvent(new CustomEvent(
					'forum-terms:checklist-shown',
					{ detail: { container, root, postData: { cid: 3 }, checklist: { profile: 'app' }, setVisit } })));
				const answered = (ms: number) => root?.dispatchEvent(new CustomEvent('forum-terms:item-answered',
					{ bubbles: true, detail: { key: 'client', ms } }));
				answered(1200);
				answered(300);
				return String(id);
			});
			assert.match(visit, /^[0-9a-f-]{36}$/);
			await Promise.all([page.context().waitForEvent('page'), page.click('.forum-terms-similar li a')]);
			await page.waitForTimeout(200);
			assert.deepEqual(told.at(-1)?.itemMs, { client: 1500 });
			assert.equal(told.at(-1)?.opened.length, 1);
			const customer = await stage().terms('customer');
			assert.equal((await customer.call('PUT', `/checklist/visits/${visit}`, {})).status, 200);
		});

		it('are counted, and the ACP says what each item is worth', async () => {
			const realNow = Date.now;
			const admin = new Visitor(stage().url);
			await admin.login('admin', 'Browser-spec-1');
			try {
				Date.now = () => realNow() + 90_000_000;
				await admin.send('POST', '/sandbox/socket', { event: 'sandbox.runJob', params: { name: 'forum-terms-checklist-effect' } });
			} finally {
				Date.now = realNow;
			}
			const { response } = await admin.send('GET', `${base}/admin/checklists/app/effect?days=30`);
			assert.equal((response.visits as { deflected: number }).deflected, 1);
			const page = await stage().page('admin', width);
			await page.goto('/admin/plugins/forum-terms');
			await page.waitForSelector('[data-document][data-ready]');
			await page.click('#tab-effect');
			await page.waitForSelector('[data-role="effect-rows"] tr');
			assert.equal(await page.inputValue('#effect-profile'), 'app');
			await page.selectOption('#effect-days', '30');
			await page.waitForFunction(() => document.querySelector('[data-role="effect-sums"]')?.textContent?.includes('1'));
			assert.match(await page.textContent('[data-role="effect-rows"]') ?? '', /1\.5 s/);
			assert.match(await page.textContent('[data-role="effect-rows"]') ?? '', /fewer than 100 topics/);
			await assertAccessible(page);
			await assertFits(page);
			await page.selectOption('#effect-profile', 'security');
			await page.waitForFunction(() => !document.querySelector('[data-role="effect-rows"]')?.textContent?.includes('1.5 s'));
		});
	});
}
