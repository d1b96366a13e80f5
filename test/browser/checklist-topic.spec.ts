import assert from 'node:assert/strict';
import { assertSound, describeInBrowser, tabTo } from './stage';

const text = (words: string) => ({ 'en-GB': words });
const items = [
	{ key: 'latest-version', kind: 'version', prompt: text('Version and update of your system'), behind: 'warn' },
	{ key: 'where', kind: 'choice', prompt: text('Where does it run?'), options: [
		{ value: 'cloud', label: text('In a cloud') }, { value: 'here', label: text('On premise') },
	] },
	{ key: 'licence', kind: 'text', readers: 'staff', required: false, prompt: text('Licence holder') },
];
const more = [
	...items, { key: 'capture', kind: 'confirm', prompt: text('A capture is attached') },
	{ key: 'trace', kind: 'confirm', prompt: text('The trace covers the fault') },
];

describeInBrowser('checklist of a topic', (stage) => {
	let topic = '';
	let tid = 0;

	it('is shown below the first post, with a word for how an answer stands', async () => {
		const admin = await stage().terms('admin');
		for (const [id, content] of [['asked', items], ['strict', more]] as const) {
			assert.equal((await admin.call('PUT', `/admin/checklists/${id}`, { items: content })).status, 200);
		}
		await admin.call('PUT', '/admin/checklist-places', { topics: { 3: 'asked', 4: 'strict' } });
		await admin.call('PUT', '/admin/checklist-knowledge', {
			releases: [{ version: 'V20 Update 9', since: 0 }], graceDays: 0,
		});
		const customer = await stage().visitor('customer');
		const { response } = await customer.send('POST', '/api/v3/topics', {
			cid: 3, title: 'Calls end at thirty minutes', content: 'They end at thirty minutes sharp, each and every one.',
			forumTerms: { checklist: { answers: {
				'latest-version': 'V20 Update 8', where: 'cloud', licence: 'Acme <b>Ltd</b>',
			} } },
		});
		tid = Number(response.tid);
		topic = `/topic/${String(response.slug)}`;
		const page = await stage().page(null);
		await page.goto(topic);
		await page.click('.forum-terms-answers summary');
		const shown = await page.textContent('.forum-terms-answers') ?? '';
		assert.match(shown, /V20 Update 8.*behind the latest.*Warning/s);
		assert.doesNotMatch(shown, /Acme|staff/);
		assert.equal(await page.locator('[data-action="history"]').count(), 0);
		await assertSound(page);
	});

	it('shows its author and staff everything on record, HTML as text', async () => {
		const page = await stage().page('moderator');
		await page.goto(topic);
		await page.click('.forum-terms-answers summary');
		assert.match(await page.textContent('.forum-terms-answers') ?? '', /Answers only staff can see: 1/);
		await tabTo(page, '[data-action="history"]');
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-role="history"]');
		assert.match(await page.textContent('[data-role="history"]') ?? '',
			/Answered in the topic by customer.*Acme <b>Ltd<\/b>.*staff only/s);
		await assertSound(page);
	});

	it('tells the author what the new place asks, takes their answers in a dialog and shows them at once', async () => {
		const moderator = await stage().visitor('moderator');
		assert.equal((await moderator.send('PUT', `/api/v3/topics/${tid}/move`, { cid: 4 })).status, 200);
		const reader = await stage().page('staff1');
		await reader.goto(topic);
		await reader.waitForSelector('.forum-terms-answers');
		assert.equal(await reader.locator('[data-role="owed"]').count(), 0);

		const page = await stage().page('customer');
		await page.goto('/category/4');
		await page.waitForSelector('.forum-terms-owed-mark >> text=Checklist open: 2');
		await page.goto(topic);
		await page.waitForSelector('[data-role="owed"] >> text=Answers this category still needs: 2');
		await assertSound(page);
		await tabTo(page, '[data-action="answer"]');
		await page.keyboard.press('Enter');
		await page.waitForSelector('dialog.forum-terms-gate[open] .forum-terms-checklist');
		await assertSound(page);
		await page.keyboard.press('Escape');
		await page.waitForSelector('dialog.forum-terms-gate', { state: 'detached' });
		assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-action')), 'answer');
		await page.keyboard.press('Enter');
		await page.check('dialog.forum-terms-gate .forum-terms-checklist [id$="-capture"]');
		await page.click('dialog.forum-terms-gate [data-action="send"]');
		await page.waitForSelector('.forum-terms-checklist .alert:not(.d-none)');
		await page.check('dialog.forum-terms-gate .forum-terms-checklist [id$="-trace"]');
		await page.click('dialog.forum-terms-gate [data-action="send"]');
		await page.waitForSelector('[data-role="owed"]', { state: 'detached' });
		await page.click('.forum-terms-answers summary');
		assert.match(await page.textContent('.forum-terms-answers') ?? '', /A capture is attached/);
	});

	it('lets staff let an item go with a reason, from the topic', async () => {
		const customer = await stage().visitor('customer');
		const { response } = await customer.send('POST', '/api/v3/topics', {
			cid: 3, title: 'The phone restarts at night', content: 'It restarts every night at three, after the update.',
			forumTerms: { checklist: { answers: { 'latest-version': 'V20 Update 9', where: 'here' } } },
		});
		const moderator = await stage().visitor('moderator');
		await moderator.send('PUT', `/api/v3/topics/${String(response.tid)}/move`, { cid: 4 });
		const page = await stage().page('moderator');
		await page.goto(`/topic/${String(response.slug)}`);
		await page.waitForSelector('[data-role="owed"] >> text=Open checklist items: 2');
		await page.click('[data-role="owed"] button[data-item="capture"]');
		assert.equal(await page.evaluate(() => document.activeElement?.id), 'forum-terms-waive-capture');
		await assertSound(page);
		await page.keyboard.type('Nothing to capture when it is off.');
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-role="owed"] >> text=Open checklist items: 1');
		await page.click('.forum-terms-answers summary');
		await page.click('[data-action="history"]');
		await page.waitForSelector('[data-cause="waived"] >> text=Reason: Nothing to capture when it is off.');
		await page.click('[data-role="waived"] button[data-item="capture"]');
		await page.fill('#forum-terms-again-capture', 'It is on now.');
		await assertSound(page);
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-role="owed"] >> text=Open checklist items: 2');
	});

	it('says of a topic that was posted without any answer nothing of answers that are kept', async () => {
		const admin = await stage().terms('admin');
		await admin.call('PUT', '/admin/checklist-places', {
			topics: { 3: 'asked', 4: 'strict', 5: 'strict' }, recordOnly: { topics: [5], replies: [] },
		});
		const customer = await stage().visitor('customer');
		const { response } = await customer.send('POST', '/api/v3/topics', {
			cid: 5, title: 'The lamp stays dark at night', content: 'It stays dark every night, also after the update.',
		});
		const page = await stage().page('customer');
		await page.goto(`/topic/${String(response.slug)}`);
		await page.waitForSelector('[data-role="owed"] >> text=without these answers');
		assert.doesNotMatch(await page.textContent('[data-role="owed"]') ?? '', /kept/);
		await page.waitForSelector('.forum-terms-answers summary >> text=Checklist: no answers yet');
		await page.click('[data-action="answer"]');
		await page.waitForSelector('dialog.forum-terms-gate[open] .forum-terms-checklist');
		assert.doesNotMatch(await page.textContent('dialog.forum-terms-gate') ?? '', /kept/);
		await assertSound(page);
		await admin.call('PUT', '/admin/checklist-places', { topics: { 3: 'asked', 4: 'strict' } });
	});

	it('has a page for staff: open topics, search with values, files, and waivers for a member', async () => {
		const page = await stage().page('moderator');
		await page.goto('/forum-terms/checklists');
		await page.waitForSelector('[aria-labelledby="checklists-open"] >> text=The phone restarts at night');
		await assertSound(page);
		await page.selectOption('#checklists-item', 'where');
		await page.waitForSelector('#checklists-value option[value="cloud"]', { state: 'attached' });
		await page.selectOption('#checklists-value', 'cloud');
		await page.click('form[data-role="search"] button[type=submit]');
		await page.waitForSelector('[data-role="results"] [data-record]');
		assert.match(await page.textContent('[data-role="results"]') ?? '', /Calls end at thirty minutes.*Acme <b>Ltd<\/b>/s);
		assert.equal(await page.inputValue('#checklists-value'), 'cloud');
		await assertSound(page);
		const [file] = await Promise.all([
			page.waitForEvent('download'), page.click('[data-role="results"] a[href*="evidence.csv"]'),
		]);
		assert.equal(file.suggestedFilename(), 'forum-terms-checklists.csv');

		await page.fill('#checklists-member', 'nobody');
		await page.selectOption('#checklists-waived', 'capture');
		await page.fill('#checklists-reason', 'Sent by ticket.');
		await page.click('form[data-role="waive-member"] button[type=submit]');
		await page.waitForSelector('#checklists-member[aria-invalid="true"]:focus');
		await page.waitForSelector('#checklists-member-problem');
		await page.fill('#checklists-member', 'customer');
		assert.equal(await page.locator('#checklists-member-problem').count(), 0);
		await page.click('form[data-role="waive-member"] button[type=submit]');
		await page.waitForSelector('[data-role="waivers"] >> text=customer: A capture is attached');
		await assertSound(page);
		await page.click('[data-role="waivers"] button[type=submit]');
		await page.waitForSelector('[data-role="waivers"] input[aria-invalid="true"]:focus');
		await page.fill('[data-role="waivers"] input', 'Never sent.');
		await page.click('[data-role="waivers"] button[type=submit]');
		await page.waitForSelector('[data-role="waivers"]', { state: 'detached' });
	});

	it('forgets the answers of a member who says so', async () => {
		const admin = await stage().terms('admin');
		await admin.call('PUT', '/admin/checklists/asked', {
			items: items.map(item => ({ ...item, stable: item.key === 'where' })),
		});
		const customer = await stage().visitor('customer');
		await customer.send('POST', '/api/v3/topics', {
			cid: 3, title: 'One more question', content: 'A question that is long enough for a post.',
			forumTerms: { checklist: { answers: { 'latest-version': 'V20 Update 9', where: 'here' } } },
		});
		const page = await stage().page('customer');
		await page.goto('/user/customer/forum-terms');
		assert.match(await page.textContent('[data-role="remembered"]') ?? '', /On premise/);
		await assertSound(page);
		await page.click('[data-action="forget"]');
		await page.waitForSelector('[data-role="remembered"] >> text=Saved answers deleted');
	});
});
