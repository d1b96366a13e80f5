import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { sandboxSocket } from '../driver/socket';
import { at, panel, send, text } from './checklist-stage';
import { assertSound, describeInBrowser, tabTo, type Stage } from './stage';

const shownList = '.forum-terms-similar:not(.d-none)';
const items = [
	{ key: 'client', kind: 'choice', prompt: { 'en-GB': 'Which client?' }, options: [
		{ value: 'phone', label: { 'en-GB': 'On a phone' } }, { value: 'desk', label: { 'en-GB': 'At a desk' } },
	] },
	{ key: 'done', kind: 'confirm', prompt: { 'en-GB': 'I read the manual' } },
];
interface HostReport { opened: number[] }

/** What the page tells of a visit, as it is sent. */
function toldBy(page: Page): HostReport[] {
	const told: HostReport[] = [];
	page.on('request', (request) => {
		if (request.method() === 'PUT' && request.url().includes('/checklist/visits/')) {
			told.push(request.postDataJSON() as HostReport);
		}
	});
	return told;
}

/** Opens the composer until its checklist has a visit; answers the visit's id. */
async function compose(page: Page, title: string): Promise<string> {
	await page.goto('/category/3');
	const [answer] = await Promise.all([
		page.waitForResponse(response => response.url().endsWith('/checklist/visits')),
		page.click('[component="category/post"]'),
	]);
	await page.fill('#composer-title', title);
	await page.waitForSelector(`${panel}:not(.d-none)`);
	return (await answer.json() as { response: { visit: string } }).response.visit;
}

async function answer(page: Page): Promise<void> {
	await page.selectOption(`${at('client')} select`, 'phone');
	await page.check(`${at('done')} input`);
}

async function discard(page: Page): Promise<void> {
	await page.click('[component="composer"] .btn-outline-secondary');
	await page.waitForSelector('[component="composer"]', { state: 'detached' });
}

async function openSimilar(page: Page): Promise<string> {
	await page.waitForSelector(`${shownList} li`);
	const [opened] = await Promise.all([page.context().waitForEvent('page'), page.click(`${shownList} li a`)]);
	const [, tid = ''] = /\/topic\/(\d+)/.exec(opened.url()) ?? [];
	// It would open the draft that is being written here, with a visit of its own.
	await opened.close();
	return tid;
}

/** Lets a day go by, after which visits are counted; answers what there is of the profile now. */
async function counted(stage: Stage) {
	const realNow = Date.now;
	try {
		Date.now = () => realNow() + 90_000_000;
		await sandboxSocket(await stage.visitor('admin'), 'sandbox.runJob', { name: 'forum-terms-checklist-effect' });
	} finally {
		Date.now = realNow;
	}
	const { response } = await (await stage.terms('admin')).call('GET', '/admin/checklists/client/effect?days=30');
	return response as unknown as {
		visits: Record<'shown' | 'posted' | 'abandoned' | 'deflected', number>;
		items: { key: string; counts: Record<string, number> }[];
	};
}

describeInBrowser('similar topics below a title', (stage) => {
	before(async function ask() {
		const terms = await stage().terms('admin');
		assert.equal((await terms.call('PUT', '/admin/checklists/client', { items })).status, 200);
		await terms.call('PUT', '/admin/checklist-places', { topics: { 3: 'client' } });
		const admin = await stage().visitor('admin');
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
		const page = await stage().page('customer');
		await write(page, 'Calls drop with the app');
		await page.waitForSelector(`${shownList} li`);
		assert.deepEqual(await page.locator(`${shownList} li a`).evaluateAll(links =>
			links.map(link => link.firstChild?.textContent)),
		['Calls drop on the phone app', 'Calls drop when the screen goes dark', 'Calls drop after half an hour on our trunk']);
		const said = await page.locator('[component="composer"] [role="status"]').allTextContents();
		assert.match(said.join(' '), /3 similar topics/);
		await assertSound(page);
		await tabTo(page, '.forum-terms-similar a');
		const [opened] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Enter')]);
		assert.match(opened.url(), /\/topic\//);
		assert.equal(await page.inputValue('#composer-title'), 'Calls drop with the app');
	});

	it('go when the title becomes another, and stay away once dismissed', async () => {
		const page = await stage().page('customer');
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

	it('are told to the visit when one is opened', async () => {
		const page = await stage().page('customer');
		const told = toldBy(page);
		const visit = await compose(page, 'Calls drop with the app');
		const tid = await openSimilar(page);
		await page.waitForTimeout(200);
		assert.deepEqual(told.at(-1)?.opened, [Number(tid)]);
		const customer = await stage().terms('customer');
		assert.equal((await customer.call('PUT', `/checklist/visits/${visit}`, {})).status, 200);
	});

	it('go on as one visit when another category is chosen', async () => {
		const page = await stage().page('customer');
		const begun: string[] = [];
		page.on('request', request => (request.url().endsWith('/checklist/visits') ? begun.push(request.method()) : 0));
		await compose(page, 'In the wrong place');
		for (const cid of ['5', '3']) {
			await page.selectOption('#composer-category', cid);
			await page.waitForSelector(panel, { state: cid === '5' ? 'hidden' : 'visible' });
		}
		await discard(page);
		assert.deepEqual(begun, ['POST']);
	});

	it('count with the visits, and the ACP says how many were shown, answered and given up', async () => {
		const before = (await counted(stage())).visits;
		const page = await stage().page('customer');
		await compose(page, 'Calls drop with the app');
		await openSimilar(page);
		await discard(page);
		// A window of its own: what was just thrown away is in no draft there.
		const other = await stage().page('customer');
		await compose(other, 'Nothing of the kind was ever written');
		await answer(other);
		await other.click('[data-action="continue"]');
		await other.fill('#composer-content', text);
		await send(other);
		await other.waitForURL('**/topic/**');
		const { visits, items: rows } = await counted(stage());
		assert.deepEqual(visits, {
			shown: before.shown + 2, posted: before.posted + 1,
			abandoned: before.abandoned + 1, deflected: before.deflected + 1,
		});
		assert.ok((rows.find(({ key }) => key === 'client')?.counts.answered ?? 0) >= 1);

		const acp = await stage().page('admin');
		await acp.goto('/admin/plugins/forum-terms');
		await acp.waitForSelector('[data-document][data-ready]');
		await acp.click('#tab-checklists');
		await acp.click('#tab-effect');
		await acp.waitForSelector('[data-role="effect-rows"] tr');
		assert.equal(await acp.inputValue('#effect-profile'), 'client');
		await acp.selectOption('#effect-days', '30');
		await acp.waitForSelector('[data-role="effect-rows"] >> text=Which client?');
		const sums = await acp.locator('[data-role="effect-sums"] dd').allTextContents();
		assert.deepEqual(sums.map(sum => Number.parseInt(sum, 10)),
			[visits.shown, visits.posted, visits.abandoned, visits.deflected]);
		const said = await acp.textContent('[data-role="effect-rows"]') ?? '';
		assert.match(said, /fewer than 100 topics/);
		await assertSound(acp);
		await acp.selectOption('#effect-profile', 'security');
		await acp.waitForSelector('[data-role="effect-rows"] >> text=Which client?', { state: 'detached' });
	});
});
