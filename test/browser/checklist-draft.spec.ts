import assert from 'node:assert/strict';
import { answerAll, at, panel, placeChecklists } from './checklist-stage';
import { describeInBrowser } from './stage';

describeInBrowser('answers in a draft', (stage) => {
	before(() => placeChecklists(stage()));

	it('come back after a reload, each as it was typed, without a word of title or text', async () => {
		const page = await stage().page('customer');
		await page.goto('/category/3');
		await page.click('[component="category/post"]');
		await page.waitForSelector(`${panel}:not(.d-none)`);
		await answerAll(page);
		await page.fill(`${at('guide')} input`, 'https://example.org/guide');
		// Half of an answer, and one that is hidden again, were typed as well.
		await page.fill(`${at('asked')} input >> nth=0`, '');
		await page.selectOption(`${at('used')} select`, 'no');
		await page.reload();
		await page.waitForSelector(`${panel}:not(.d-none)`);
		assert.equal(await page.inputValue('#composer-content'), '');
		assert.equal(await page.inputValue(`${at('version')} input`), 'V20 Update 9');
		assert.equal(await page.isChecked(`${at('checked')} input[value="firewall"]`), true);
		assert.equal(await page.inputValue(`${at('asked')} input >> nth=1`), 'Case 12');
		assert.equal(await page.inputValue(`${at('guide')} input`), 'https://example.org/guide');
		assert.equal(await page.inputValue(`${at('happened')} input`), 'Calls end after 30 minutes.');
		assert.equal(await page.isChecked(`${at('done')} input`), true);
		assert.equal(await page.inputValue(`${at('used')} select`), 'no');
		await page.selectOption(`${at('used')} select`, 'yes');
		assert.equal(await page.inputValue(`${at('trunk')} input`), 'Telekom');
		assert.equal(await page.inputValue(`${at('trunk')} select`), 'DE');
	});

	it('go where their author takes them out again', async () => {
		const page = await stage().page('customer');
		await page.goto('/category/3');
		await page.click('[component="category/post"]');
		await page.fill(`${at('version')} input`, 'V20 Update 9');
		await page.check(`${at('done')} input`);
		await page.reload();
		await page.waitForSelector(`${panel}:not(.d-none)`);
		await page.fill(`${at('version')} input`, '');
		await page.uncheck(`${at('done')} input`);
		await page.fill(`${at('happened')} input`, 'They end.');
		await page.reload();
		await page.waitForSelector(`${panel}:not(.d-none)`);
		assert.equal(await page.inputValue(`${at('happened')} input`), 'They end.');
		assert.equal(await page.inputValue(`${at('version')} input`), '');
		assert.equal(await page.isChecked(`${at('done')} input`), false);
	});
});
