import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSound, describeInBrowser, type Stage } from './stage';

const form = '[data-role="partner-form"]';
const row = (id: string) => `[data-partner="${id}"]`;

async function openTab(page: Page): Promise<void> {
	await page.goto('/admin/plugins/forum-terms');
	await page.waitForSelector('[data-document][data-ready]');
	await page.click('#tab-partners');
	await page.waitForSelector('[data-role="partners"][data-loaded]');
}
async function open(page: Page, id: string): Promise<void> {
	await openTab(page);
	await page.click(`${row(id)} [data-action="open-partner"] >> nth=0`);
	await page.waitForSelector('[data-role="partner-account"]:not(.d-none)');
}
/** A picture of the page for whoever wants to look; nothing without a folder for it. */
async function picture(page: Page, name: string): Promise<void> {
	if (process.env.PICTURES) {
		await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
	}
}
const put = async (stage: Stage, id: string, more: object = {}) => {
	const saved = await (await stage.terms('admin')).call('PUT', `/admin/partners/${id}`, { company: `Company ${id}`, owners: [1], ...more });
	assert.equal(saved.status, 200, saved.text);
	return saved.response;
};
const account = async (stage: Stage, id: string) => (await (await stage.terms('admin')).call('GET', `/admin/partners/${id}`)).response;

describeInBrowser('partner accounts in the ACP', (stage) => {
	it('are made with people found by name, and errors stand at their fields', async () => {
		const page = await stage().page('admin');
		await openTab(page);
		await page.waitForSelector('[data-role="partner-none"]:visible');
		assert.equal(await page.isVisible('[data-role="partner-pages"]'), false);
		await page.click('[data-action="new-partner"]');
		assert.equal(await page.isVisible('[data-role="partner-console"]'), false);
		await page.fill('#partner-id', 'acme');
		await page.fill('#partner-company', 'Acme Telecom');
		await page.selectOption('#partner-level', 'Gold');
		await page.fill('#partner-until', '2099-12-31');
		await page.fill('#partner-domains', 'gmail.com');
		await page.click(`${form} button[type=submit]`);
		await page.waitForSelector('#partner-domains.is-invalid');
		await assertSound(page);
		await page.fill('#partner-domains', 'acme.example, acme.test');
		await page.click(`${form} button[type=submit]`);
		await page.waitForSelector('#partner-owner-name.is-invalid');
		await page.fill('#partner-owner-name', 'nobody at all');
		await page.press('#partner-owner-name', 'Enter');
		await page.waitForSelector('.invalid-feedback >> text=no member called');
		await page.fill('#partner-owner-name', 'admin');
		await page.press('#partner-owner-name', 'Enter');
		await page.waitForSelector('[data-role="partner-owners"] [data-uid="1"]');
		await page.fill('#partner-staff-name', 'staff');
		await page.click('.ui-autocomplete li >> nth=0');
		await page.waitForSelector('[data-role="partner-staff"] [data-uid]');
		await page.selectOption('[data-role="partner-staff"] select', 'sales');
		await page.click(`${form} button[type=submit]`);
		await page.waitForSelector('.toast[data-kind="success"]');
		await page.waitForSelector('[data-role="partner-history"] li');
		await assertSound(page);
		await picture(page, 'account');
		const { company, level, levelValidUntil, domains, owners, people } = await account(stage(), 'acme');
		const roles = (people as { role: string }[]).map(({ role }) => role).sort();
		assert.deepEqual([company, level, levelValidUntil, domains, owners, roles],
			['Acme Telecom', 'Gold', Date.UTC(2100, 0, 1) - 1, ['acme.example', 'acme.test'], [1], ['owner', 'sales']]);
	});

	it('lead to what the company wrote, and to its strikes and answers', async () => {
		const page = await stage().page('admin');
		await open(page, 'acme');
		await page.click('[data-role="partner-console"]');
		await page.waitForSelector('[data-role="partner"][data-partner="acme"]');
	});

	it('that somebody else saved meanwhile are shown beside what was typed, and nothing is lost', async () => {
		const owner = { owners: [1] };
		await put(stage(), 'acme', { company: 'Acme Telecom', level: 'Gold', ...owner });
		const page = await stage().page('admin');
		await open(page, 'acme');
		await page.fill('#partner-contact', 'Ada');
		await put(stage(), 'acme', { company: 'Acme Telecom', level: 'Silver', contact: 'Bob', ...owner });
		await page.click(`${form} button[type=submit]`);
		await page.waitForSelector('[data-role="partner-conflict"]:not(.d-none) >> text=saved Bob, yours Ada');
		await assertSound(page);
		await picture(page, 'conflict');
		assert.equal(await page.inputValue('#partner-contact'), 'Ada');
		await page.click('[data-action="keep-mine"]');
		await page.waitForSelector('.toast[data-kind="success"]');
		assert.deepEqual([(await account(stage(), 'acme')).contact, (await account(stage(), 'acme')).level], ['Ada', 'Gold']);
	});

	it('are suspended by clause and reason, lifted again, and found by state, person and domain', async () => {
		await put(stage(), 'beta', { domains: ['beta.example'], owners: [2] });
		const page = await stage().page('admin');
		await open(page, 'beta');
		await page.click('[data-role="suspend-button"]');
		await page.waitForSelector('#partner-reason.is-invalid');
		await page.fill('#partner-reason', 'Spoke ill of others.');
		await page.selectOption('#partner-clause', '1');
		await page.click('[data-role="suspend-button"]');
		await page.waitForSelector('[data-role="partner-suspended"] >> text=Spoke ill of others.');
		await page.waitForSelector('[data-role="partner-history"] >> text=suspended the account (clause 1)');
		await assertSound(page);
		await page.click('[data-role="partner-account"] [data-action="partner-back"]');
		await page.selectOption('#partner-state', 'suspended');
		await page.waitForSelector(`[data-role="partner-rows"]:not(:has(${row('acme')})) ${row('beta')} .badge`);
		await assertSound(page);
		await page.selectOption('#partner-state', '');
		for (const q of ['beta.example', '2', 'company BETA']) {
			await page.fill('#partner-q', q);
			await page.press('#partner-q', 'Enter');
			await page.waitForSelector(`[data-role="partner-rows"]:not(:has(${row('acme')})) ${row('beta')}`);
		}
		await page.fill('#partner-q', '');
		await page.press('#partner-q', 'Enter');
		await page.waitForSelector(row('acme'));
		await picture(page, 'list');
		await open(page, 'beta');
		await page.fill('#partner-reason', 'Sorted out.');
		await page.click('[data-role="lift-button"]');
		await page.waitForSelector('[data-role="partner-history"] >> text=lifted the suspension: Sorted out.');
		assert.equal((await account(stage(), 'beta')).isSuspended, false);
	});

	it('come in from a list: errors by line, then what would change, then all of it', async () => {
		const page = await stage().page('admin');
		const id = 'list';
		await openTab(page);
		await page.click('[data-action="import-partners"]');
		await page.fill('#partner-import-text', `id;company;level;levelValidUntil;owners\n${id};Listed & Sons;Diamond;soon;admin\n`);
		await page.click('[data-role="partner-import-form"] button[type=submit]');
		await page.waitForSelector('[data-role="partner-errors"] td >> text=2 : 3');
		assert.equal(await page.isVisible('[data-action="apply-import"]'), false);
		await page.setViewportSize({ width: 375, height: 800 });
		const columns = await page.locator('[data-role="partner-errors"] tbody td:nth-child(2)').evaluateAll(cells => cells.map((one) => {
			const name = document.createRange();
			name.selectNodeContents(one);
			return `${one.textContent}: ${name.getClientRects().length}`;
		}));
		assert.deepEqual(columns.slice(0, 2), ['level: 1', 'levelValidUntil: 1'], 'the name of a column stands in one line');
		await assertSound(page);
		await picture(page, 'import-errors');
		await put(stage(), 'acme', { company: 'Acme Telecom', level: 'Gold', owners: [1] });
		await page.setInputFiles('#partner-import-file', {
			name: 'partners.csv', mimeType: 'text/csv', buffer: Buffer.alloc(750_001, 'a'),
		});
		await page.waitForSelector('#partner-import-file-problem >> text=Split the file');
		await page.setInputFiles('#partner-import-file', {
			name: 'partners.csv', mimeType: 'text/csv', buffer: Buffer.from([0x50, 0x4B, 3, 4, 0, 0]),
		});
		await page.waitForSelector('#partner-import-file-problem >> text=CSV UTF-8');
		assert.equal(await page.isVisible('[data-role="partner-plan"]'), false);
		await page.setInputFiles('#partner-import-file', {
			name: 'partners.csv', mimeType: 'text/csv',
			buffer: Buffer.from(`id;company;level;owners;;\r\n${id};"Listed & S\xF6hne";Gold;3\r\nacme;Acme Telecom;Silver;admin\r\n`, 'latin1'),
		});
		await page.waitForSelector('[data-role="partner-encoding"] >> text=Windows-1252');
		await page.waitForSelector('[data-role="partner-steps"] td >> text=Level: Gold → Silver');
		await assertSound(page);
		await picture(page, 'import-plan');
		await page.click('[data-action="apply-import"]');
		await page.waitForSelector(`[data-role="partner-list"]:not(.d-none) ${row(id)} >> text=Listed & Söhne`);
		assert.equal((await account(stage(), 'acme')).level, 'Silver');
	});
});
