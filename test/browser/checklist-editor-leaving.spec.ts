import assert from 'node:assert/strict';
import { card, edit, prepare, save, storedItems } from './checklist-editor-stage';
import { assertSound, describeInBrowser } from './stage';

describeInBrowser('changes in the checklist editor', (stage) => {
	before(() => prepare(stage()));

	it('take a new value of an option along to what waits for it, however often it is typed', async () => {
		const page = await stage().page('admin');
		const second = `${card(1)} [data-path="options.1.value"]`;
		await edit(page, 'gates');
		await page.click(`${card(1)} [data-action="toggle"]`);
		await page.click(`${card(2)} [data-action="toggle"]`);
		for (const typed of ['one', 'between', '', 'back']) {
			await page.fill(second, typed);
			await page.press(second, 'Tab');
		}
		await page.waitForSelector(`${card(2)} [data-role="when-values"] input[value="back"]:checked`);
		await page.click(save);
		await page.waitForSelector('.toast[data-kind="success"]');
		assert.deepEqual((await storedItems(stage(), 'gates'))[1]?.shownWhen?.values, ['one', 'back']);
	});

	it('are also the rule for titles, which a security alert does not have', async () => {
		const page = await stage().page('admin');
		await edit(page, 'gates');
		await page.setChecked('#checklist-title-rule', true);
		await assertSound(page);
		await page.selectOption('#checklist-kind', 'security');
		await page.waitForSelector('#checklist-title-rule', { state: 'hidden' });
		await page.selectOption('#checklist-kind', 'standard');
		await page.waitForSelector('#checklist-title-rule');
		await page.click(save);
		await page.waitForSelector('.toast[data-kind="success"]');
		const { response } = await (await stage().terms('admin')).call('GET', '/admin/checklists');
		const stored = (response.profiles as { id: string; titleRule?: string }[]).find(({ id }) => id === 'gates');
		assert.equal(stored?.titleRule, 'telling');
		await page.goto('/admin');
		await edit(page, 'gates');
		assert.equal(await page.isChecked('#checklist-title-rule'), true);
	});

	it('ask before a link leaves unsaved ones behind, in whichever section they are', async () => {
		const page = await stage().page('admin');
		await edit(page, 'fax');
		const lines = `${card(1)} [data-path="prompt.en-GB"]`;
		await page.click(`${card(1)} [data-action="toggle"]`);
		await page.fill(lines, 'Something else');
		// Changed in another section and saved there: the checklist is still not.
		await page.click('#checklist-tab-places');
		await page.selectOption('[data-path="replies.3"]', 'none');
		await page.click('form[data-role="checklist-places"] button[type=submit]');
		await page.waitForSelector('.toast[data-kind="success"]');
		await page.click('a.navbar-brand');
		await page.waitForSelector('.modal.show >> text=not saved');
		await assertSound(page);
		await page.click('.modal .btn-outline-secondary');
		await page.waitForSelector('.modal', { state: 'detached' });
		assert.match(page.url(), /\/admin\/plugins\/forum-terms(#checklist-tab-places)?$/);
		assert.equal(await page.inputValue(lines), 'Something else');
		await page.click('a.navbar-brand');
		await page.click('.modal.show [data-answer="ok"]');
		await page.waitForURL(url => url.pathname === '/');
		assert.notEqual((await storedItems(stage(), 'fax'))[0]?.key, undefined);
	});
});
