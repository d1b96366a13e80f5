import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSound, describeInBrowser, tabTo } from './stage';

async function openAcp(page: Page, area = 'draft'): Promise<void> {
	await page.goto(`/admin/plugins/forum-terms#${area}`);
	await page.waitForSelector('[data-document][data-ready]');
}

describeInBrowser('publishing in the ACP', (stage) => {
	it('goes from draft to publication with the keyboard alone', async () => {
		const page = await stage().page('admin');
		await openAcp(page);
		await assertSound(page);
		await tabTo(page, '[data-action="start-draft"]');
		await page.keyboard.press('Enter');
		await page.waitForSelector('form[data-role="draft"]:not(.d-none)');
		await page.waitForSelector('[data-role="preview"] h2');

		await page.waitForSelector('textarea[data-language="en-GB"]:focus');
		await page.keyboard.press('Control+Home');
		await page.keyboard.type('## 0. Before anything else\n\nThis sentence is new.\n\n');
		await page.waitForSelector('[data-role="preview"] >> text=This sentence is new.');
		await page.waitForSelector('[data-role="clauses"] >> text=/Clauses found: 0, .*4\\.1 to 4\\.12, 5, 6/');
		assert.equal(await page.isVisible('[data-role="unsaved"]'), true);
		await page.fill('[name="changelog"]', 'A sentence came first.');
		await assertSound(page);

		await tabTo(page, '[data-action="compare"]');
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-role="comparison"] ins');
		assert.match(await page.textContent('[data-role="comparison"]') ?? '', /This sentence is new/);
		await assertSound(page);

		await tabTo(page, '[data-action="publish"]');
		await page.keyboard.press('Enter');
		await page.waitForSelector('dialog [data-role="publish-forecast"] >> text=Members who must accept');
		await assertSound(page);
		assert.equal(await page.textContent('[data-action="publish-now"]'), 'Publish');
		await tabTo(page, '[data-action="publish-now"]');
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-current="forum-2"] [data-role="published"]:visible');
		// Where the dialog was left, and what comes next: the next Tab is the next step.
		await page.waitForSelector('[data-role="published"]:focus');
		await page.waitForSelector('#pane-versions.active [data-role="versions"] >> text=Version 2 of');
		await assertSound(page);
		await page.click('[data-role="published"] [data-opens="overview"]');
		await page.waitForSelector('#pane-overview.active [data-role="setup"]');
	});

	it('says what is wrong with a draft in the server\'s words, and keeps it', async () => {
		const page = await stage().page('admin');
		await openAcp(page);
		await page.click('[data-action="start-draft"]');
		await page.waitForSelector('[data-role="preview"] h2');
		await page.fill('textarea[data-language="en-GB"]', '## 2. Accepting\n\nQuite another text.');
		// Before the dialog: what changes is missing, at its field.
		await page.click('[data-action="publish"]');
		await page.waitForSelector('#draft-changelog[aria-invalid="true"]:focus');
		assert.equal(await page.locator('dialog').count(), 0);
		// Nor does the next preview take it away.
		const shown = page.waitForResponse(/\/preview$/);
		await page.type('textarea[data-language="en-GB"]', ' It is new.');
		await shown;
		assert.equal(await page.isVisible('#draft-changelog-problem'), true);
		await page.fill('#draft-changelog', 'Another text.');
		assert.equal(await page.locator('#draft-changelog-problem').count(), 0);
		await page.fill('#draft-effective', '2020-01-01T10:00');
		await page.click('[data-action="publish"]');
		await page.waitForSelector('#draft-effective[aria-invalid="true"]');
		assert.match(await page.inputValue('textarea[data-language="en-GB"]'), /Quite another text/);
		await page.fill('#draft-effective', '');
		await page.click('[data-action="publish"]');
		await page.waitForSelector('dialog >> text=/do not have|does not have/');
		await page.keyboard.press('Escape');
	});

	it('cannot ask after an editorial change', async () => {
		const page = await stage().page('admin');
		await openAcp(page);
		await page.click('[data-action="start-draft"]:visible, [data-action="forecast"]:visible');
		await page.waitForSelector('[data-role="preview"] h2');
		await page.selectOption('#draft-notice', 're-accept');
		await page.selectOption('#draft-change', 'editorial');
		assert.equal(await page.inputValue('#draft-notice'), 'banner');
		assert.equal(await page.locator('#draft-notice option[value="re-accept"]').isDisabled(), true);
		assert.equal(await page.isDisabled('#draft-grace'), true);
		await page.selectOption('#draft-change', 'significant');
		assert.equal(await page.locator('#draft-notice option[value="re-accept"]').isDisabled(), false);
	});

	it('offers to record only at first', async () => {
		const page = await stage().page('admin');
		await openAcp(page);
		await page.click('[data-action="start-draft"]:visible, [data-action="forecast"]:visible');
		await page.waitForSelector('[data-role="preview"] h2');
		await page.fill('textarea[data-language="en-GB"]', '## 2. Accepting\n\nOnly for the record.');
		await page.selectOption('#draft-change', 'significant');
		await page.selectOption('#draft-notice', 're-accept');
		await page.fill('#draft-changelog', 'A trial.');
		await page.click('[data-action="publish"]');
		await page.check('#publish-record');
		await page.click('[data-action="publish-now"]');
		await page.click('[data-role="published"]:visible [data-opens="setting-enforcement"]');
		await page.waitForSelector('#setting-enforcement:focus');
		assert.equal(await page.inputValue('#setting-enforcement'), 'record');
		await page.selectOption('#setting-enforcement', 'block');
		await page.click('[data-action="save-settings"]');
		await page.waitForSelector('.toast[data-kind="success"]');
	});

	it('shows who has and has not accepted', async () => {
		const page = await stage().page('admin');
		await openAcp(page, 'members');
		await page.waitForSelector('[data-role="members"] tr');
		assert.match(await page.textContent('[data-role="members"]') ?? '', /newcomer/);
		await assertSound(page);
	});

	it('seals and checks the ledger, and finds the records of a member', async () => {
		const page = await stage().page('admin');
		await openAcp(page, 'records');
		await page.click('[data-action="seal-ledger"]');
		await page.waitForSelector('[data-role="ledger-verdict"].alert-success');
		await page.click('[data-action="verify-ledger"]');
		await page.waitForSelector('text=All records are intact');
		await page.fill('#forum-terms-uid', '6');
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-role="member-records"] td');
		// By the forum's own search, and nobody by a name that nobody has.
		await page.fill('#forum-terms-uid', '');
		await page.type('#forum-terms-uid', 'custom');
		await page.click('.ui-autocomplete li >> text=customer');
		assert.equal(await page.inputValue('#forum-terms-uid'), 'customer');
		await page.fill('#forum-terms-uid', 'Nobody at all');
		await page.keyboard.press('Enter');
		await page.waitForSelector('#forum-terms-uid[aria-invalid="true"]:focus');
		await page.fill('#forum-terms-uid', 'customer');
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-role="member-records"] td');
		await assertSound(page);
	});

	it('forecasts, and keeps a second document with its own settings', async () => {
		const page = await stage().page('admin');
		await openAcp(page);
		await page.click('[data-action="start-draft"]:visible, [data-action="forecast"]:visible');
		await page.waitForSelector('[data-role="preview"] h2');
		await page.fill('[name="changelog"]', 'For the forecast.');
		await page.click('[data-action="forecast"]');
		await page.waitForSelector('text=Members who must accept');
		await page.click('[data-role="new-document"] summary');
		await page.fill('#new-document-id', 'beta');
		await page.fill('#new-document-title', 'Beta agreement');
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-document="beta"][data-ready]');
		await page.click('#tab-document');
		await page.fill('#document-groups', 'Nobody has this name');
		await page.click('form[data-role="document-settings"] button[type=submit]');
		await page.waitForSelector('#document-groups[aria-invalid="true"]:focus');
		assert.match(await page.textContent('#document-groups-problem') ?? '', /Nobody has this name/);
		await page.click('[data-value="Nobody has this name"] button');
		assert.equal(await page.locator('#document-groups-problem').count(), 0);
		await page.selectOption('#document-renewal', 'year');
		await page.click('form[data-role="document-settings"] button[type=submit]');
		await page.waitForSelector('.toast[data-kind="success"]');
		await assertSound(page);
	});

	it('saves settings, and refuses an impossible one by name and saves nothing', async () => {
		const page = await stage().page('admin');
		const opened = async () => {
			await page.goto('/admin/plugins/forum-terms');
			await page.click('[data-ready] #tab-settings');
		};
		await opened();
		await page.uncheck('[name="showStamp"]');
		await page.click('[data-action="save-settings"]');
		await page.waitForSelector('.toast[data-kind="success"]');
		await opened();
		assert.equal(await page.isChecked('[name="showStamp"]'), false);
		await page.check('[name="showStamp"]');
		await page.fill('[name="keepShownDays"]', '36501');
		await page.click('[data-action="save-settings"]');
		await page.waitForSelector('#setting-keepShownDays[aria-invalid="true"]:focus');
		assert.match(await page.textContent('#setting-keepShownDays-problem') ?? '', /0.*36500/);
		await page.fill('[name="keepShownDays"]', '0');
		await page.fill('[name="securityContact"]', 'no contact');
		await page.click('[data-action="save-settings"]');
		await page.waitForSelector('#setting-securityContact[aria-invalid="true"]:focus');
		await opened();
		assert.equal(await page.isChecked('[name="showStamp"]'), false);
		assert.equal(await page.inputValue('[name="keepShownDays"]'), '0');
		await assertSound(page);
	});
});
