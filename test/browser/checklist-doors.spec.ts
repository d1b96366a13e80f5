import assert from 'node:assert/strict';
import { at, callIn, panel, placeChecklists, send, text } from './checklist-stage';
import { assertFits, assertSound, describeInBrowser } from './stage';

describeInBrowser('checklist at the other doors', (stage) => {
	before(() => placeChecklists(stage()));

	it('asks the lighter one of a quick reply in a dialog, and sends the answers with the reply', async () => {
		const page = await stage().page('staff1');
		await page.goto('/topic/2');
		// The page's own modules come after it.
		await page.waitForLoadState('networkidle');
		const reply = 'A quick word.';
		await page.fill('#quick-reply', reply);
		await page.click('[component="topic/quickreply/button"]');
		await page.waitForSelector('dialog.forum-terms-gate[open]');
		await assertSound(page);
		await page.click('.forum-terms-gate .btn-primary');
		await page.waitForSelector('.forum-terms-gate .alert:focus');
		await page.check(`.forum-terms-gate ${at('done')} input`);
		await page.keyboard.press('Escape');
		await page.waitForSelector('dialog.forum-terms-gate', { state: 'detached' });
		assert.equal(await page.inputValue('#quick-reply'), reply);
		await page.click('[component="topic/quickreply/button"]');
		assert.equal(await page.isChecked(`.forum-terms-gate ${at('done')} input`), true);
		await page.click('.forum-terms-gate .btn-primary');
		await page.waitForSelector(`[component="post/content"] >> text=${reply}`);
	});

	it('asks the lighter one in a composer that replies, too', async () => {
		const page = await stage().page('staff1');
		await page.goto('/topic/2');
		await page.waitForLoadState('networkidle');
		await page.click('[component="topic/reply"]');
		await page.waitForSelector(`${panel} ${at('done')}`, { state: 'attached' });
		await page.fill('#composer-content', 'A longer word.');
		await send(page);
		await page.waitForSelector(`${panel} .alert:focus`);
		await page.check(`${panel} ${at('done')} input`);
		await send(page);
		await page.waitForSelector('[component="post/content"] >> text=A longer word.');
	});

	it('asks an author for what their topic owes since it was moved, when they edit it', async () => {
		const page = await stage().page('owner');
		const made = await callIn(page, 'POST', '/api/v3/topics', { cid: 5, title: 'Moved later', content: text });
		const tid = Number(made.tid);
		await callIn(await stage().page('admin'), 'PUT', `/api/v3/topics/${tid}/move`, { cid: 4 });
		await page.goto(`/topic/${tid}`);
		await page.click('[component="post/edit"]');
		await page.waitForSelector(`${panel} ${at('model')}`, { state: 'attached' });
		await page.fill('#composer-content', 'The text as it was corrected by its author.');
		await page.click(`${panel}-toggle`);
		await page.fill(`${at('model')} input`, 'T54W');
		await page.fill(`${at('version')} input`, 'V20 Update 9');
		await page.check(`${at('done')} input`);
		await send(page);
		await page.waitForSelector('[component="post/content"] >> text=corrected by its author');
		const owner = await stage().terms('owner');
		const { checklist } = (await owner.posting(`?pid=${String(made.mainPid)}`)).response;
		assert.equal(checklist, null);
	});

	it('works without script: the page marks what is wrong and keeps what was typed', async () => {
		const page = await stage().page('staff2', { javaScriptEnabled: false });
		await page.goto('/compose?cid=3');
		await page.fill('#compose-title', 'Written without script');
		await page.fill('#compose-content', text);
		await page.click('main button[type=submit]');
		await page.waitForSelector(`${at('version')} input`);
		await assertFits(page);
		await page.selectOption(`${at('used')} select`, 'no');
		await page.fill(`${at('version')} input`, 'V20 Update 9');
		await page.check('#check-checked-firewall');
		await page.fill('#check-asked-vendor', 'Yealink');
		await page.fill('#check-asked-reference', 'Case 12');
		await page.fill('#check-happened', 'Calls end after 30 minutes.');
		await page.click('main button[type=submit]');
		await page.waitForSelector(`${at('done')} [aria-invalid="true"]`);
		assert.equal(await page.inputValue('#check-asked-reference'), 'Case 12');
		await page.click('.alert a >> text=I read the manual');
		await page.check('#check-done');
		await page.click('main button[type=submit]');
		await page.waitForURL('**/topic/**');
	});
});
