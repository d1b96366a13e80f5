import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSound, describeInBrowser, tabTo } from './stage';

const base = '/api/v3/plugins/forum-terms';

describeInBrowser('owners of a company', (stage) => {
	const uids = new Map<string, number>();
	const uidOf = (name: string) => uids.get(name) ?? assert.fail(name);
	const rowOf = (name: string) => `[data-role="people-list"] [data-uid="${uidOf(name)}"]`;
	const put = async (owners: string[], staff: string[]) => {
		const saved = await (await stage().visitor('admin')).send('PUT', `${base}/admin/partners/acme`, {
			company: 'Acme Telecom', level: 'Gold', owners: owners.map(uidOf),
			staff: staff.map(name => ({ uid: uidOf(name), role: 'support' })),
		});
		assert.equal(saved.status, 200, saved.text);
	};
	const owners = async () => (await (await stage().visitor('admin')).send('GET', `${base}/admin/partners/acme`)).response.owners;
	const picture = async (page: Page, name: string) => {
		if (process.env.SHOTS) {
			await page.screenshot({ path: `${process.env.SHOTS}/owners-${name}.png`, fullPage: true });
		}
	};
	before(async () => {
		for (const name of ['owner', 'staff1', 'staff2']) {
			uids.set(name, Number((await (await stage().visitor(name)).get('/api/self')).json.uid));
		}
	});

	it('step down by keyboard only, after being asked whether they are sure', async () => {
		await put(['owner', 'staff1'], ['staff2']);
		const page = await stage().page('owner');
		await page.goto('/forum-terms/partner?tab=people');
		await page.waitForSelector(rowOf('owner'));
		await tabTo(page, `${rowOf('owner')} summary`);
		await page.keyboard.press('Enter');
		await tabTo(page, `${rowOf('owner')} button[type=submit]`);
		await assertSound(page);
		await picture(page, 'leaving');
		await page.keyboard.press('Enter');
		await page.waitForSelector('[role="dialog"] .btn-primary, dialog[open] .btn-primary');
		await assertSound(page);
		await picture(page, 'sure');
		await tabTo(page, '[role="dialog"] .btn-primary, dialog[open] .btn-primary');
		await page.keyboard.press('Enter');
		await page.waitForURL('**/forum-terms/partners/join');
		assert.deepEqual(await owners(), [uidOf('staff1')]);
	});

	it('who are the last ones ask somebody else first, and stay until they accept', async () => {
		await put(['owner'], ['staff1']);
		const page = await stage().page('owner');
		await page.goto('/forum-terms/partner?tab=people');
		await page.click(`${rowOf('owner')} summary`);
		await page.fill('#people-successor', 'staff1');
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-role="people-open"] li:has-text("staff1")');
		assert.deepEqual(await owners(), [uidOf('owner')]);
		const other = await stage().page('staff1');
		await other.goto('/forum-terms/partners/join');
		await other.waitForSelector('form[data-act="offer"]');
		await assertSound(other);
		for (const box of await other.locator('form[data-act="offer"] input[type=checkbox]').all()) {
			await box.check();
		}
		await other.click('form[data-act="offer"] button[type=submit]');
		await other.waitForURL('**/forum-terms/partner**');
		assert.deepEqual(await owners(), [uidOf('staff1')]);
	});

	it('are removed by an administrator with a reason, never the last one', async () => {
		await put(['owner', 'staff1'], []);
		const page = await stage().page('admin');
		await page.goto('/forum-terms/partner?id=acme&tab=people');
		const remove = async (name: string) => {
			await page.click(`${rowOf(name)} summary`);
			await page.click(`${rowOf(name)} .btn-outline-danger`);
			await page.keyboard.type('Left the company');
			await page.keyboard.press('Enter');
		};
		await page.waitForSelector(rowOf('owner'));
		await remove('owner');
		await page.waitForSelector(rowOf('owner'), { state: 'detached' });
		assert.deepEqual(await owners(), [uidOf('staff1')]);
		await remove('staff1');
		await page.waitForSelector('.toast[data-kind="danger"]');
		assert.equal(await page.locator(rowOf('staff1')).count(), 1);
		await assertSound(page);
		await picture(page, 'last');
		assert.deepEqual(await owners(), [uidOf('staff1')]);
	});
});
