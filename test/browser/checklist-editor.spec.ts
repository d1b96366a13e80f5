import assert from 'node:assert/strict';
import { card, edit, openTab, prepare, preview, save, storedItems } from './checklist-editor-stage';
import { assertSound, describeInBrowser, tabTo } from './stage';

describeInBrowser('checklists in the ACP', (stage) => {
	before(() => prepare(stage()));

	it('are chosen for categories, and what is below says what it gets from above', async () => {
		const page = await stage().page('admin');
		await openTab(page, 'places');
		const [parent, child] = ['[data-path="topics.3"]', '[data-path="topics.7"]'];
		assert.match(await page.textContent(`${child} option >> nth=0`) ?? '', /none/);
		await page.selectOption(parent, 'fax');
		await page.waitForSelector(`${child} option >> text=Inherited: Fax machines`, { state: 'attached' });
		await page.selectOption('[data-path="replies.3"]', 'none');
		await assertSound(page);
		await page.click('form[data-role="checklist-places"] button[type=submit]');
		// Before it stops anybody, it says whom, and may only record at first.
		await page.waitForSelector('[data-role="place-forecast"] >> text=now needs complete answers');
		await assertSound(page);
		await page.check('#places-record');
		await page.click('[data-action="save-places"]');
		await page.waitForSelector('.toast[data-kind="success"]');
		await openTab(page, 'places');
		assert.deepEqual([await page.inputValue(parent), await page.inputValue(child)], ['fax', '']);
		assert.equal(await page.isChecked('#checklist-category-3-record-topics'), true);
		assert.equal(await page.isVisible('#checklist-category-7-record-topics'), false);
		assert.equal(await page.textContent('[id="checklist-category-7-name"]'), 'Faxes & more');

		await page.click('#checklist-tab-profiles');
		await page.click('[data-profile="fax"] [data-action="remove"]');
		await page.click('.modal [data-answer="ok"]');
		await page.waitForSelector('[data-role="checklist-problem"]:not(.d-none) >> text=still uses');
	});

	it('are edited with a preview, in an order that the keyboard changes, and saved as the next version', async () => {
		const page = await stage().page('admin');
		await edit(page, 'fax');
		await assertSound(page);
		await page.click(`${card(2)} [data-action="toggle"]`);
		await assertSound(page);
		await page.fill(`${card(2)} [data-path="prompt.en-GB"]`, 'I read the whole manual');
		await page.waitForSelector(`${preview} >> text=I read the whole manual`);

		await tabTo(page, `${card(3)} [data-action="up"]`, 80);
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-role="checklist-announcement"] >> text=How many lines? is now 2 of 3', { state: 'attached' });
		await page.waitForSelector(`${card(2)} [data-action="up"]:focus`);
		await page.click(`${card(2)} [data-action="remove-item"]`);
		await page.waitForSelector('[data-action="undo"]:focus');
		await page.keyboard.press('Enter');
		assert.match(await page.textContent(card(2)) ?? '', /How many lines/);
		await page.click(`${card(3)} [data-action="toggle"]`);
		await page.dragAndDrop(`${card(1)} .forum-terms-handle`, `${card(3)} .card-header`, { targetPosition: { x: 60, y: 50 } });
		await page.waitForSelector('[data-role="checklist-announcement"] >> text=Which machine? is now 3 of 3', { state: 'attached' });
		await page.dragAndDrop(`${card(3)} .forum-terms-handle`, `${card(1)} .card-header`, { targetPosition: { x: 60, y: 4 } });
		await page.waitForSelector('[data-role="checklist-announcement"] >> text=Which machine? is now 1 of 3', { state: 'attached' });
		await page.selectOption('#checklist-new-kind', 'multi-choice');
		await page.click('[data-action="add-item"]');
		await page.waitForSelector(`${card(4)} textarea:focus`);
		await page.click(save);
		await page.waitForSelector(`${card(4)} textarea[aria-invalid="true"]:focus`);
		await page.keyboard.type('Which cables?');
		await page.fill(`${card(4)} [data-path="options.0.label.en-GB"]`, 'The grey one');
		await page.click(save);
		await page.waitForSelector('.toast[data-kind="success"]');
		assert.deepEqual((await storedItems(stage(), 'fax')).map(({ key }) => key),
			['machine', 'lines', 'manual', 'multi-choice-1']);
		assert.match(await page.textContent('[data-role="checklist-version"]') ?? '', /version 2/);
	});

	it('say the server\'s no at the field that it names, and keep everything', async () => {
		const page = await stage().page('admin');
		await edit(page, 'fax');
		await page.click(`${card(1)} [data-action="toggle"]`);
		await page.fill(`${card(1)} [data-path="options.1.value"]`, 'one');
		await page.click(`${card(1)} [data-action="toggle"]`);
		await page.click(save);
		await page.waitForSelector(`${card(1)} [data-path="options.1.value"][aria-invalid="true"]:focus`);
		const described = await page.getAttribute(`${card(1)} [data-path="options.1.value"]`, 'aria-describedby');
		assert.match(await page.textContent(`#${described?.split(' ').at(-1) ?? ''}`) ?? '', /unique/);
		await assertSound(page);
		assert.equal((await storedItems(stage(), 'fax'))[0]?.key, 'machine');

		await page.click('[data-action="close-editor"]');
		await page.waitForSelector('.modal');
		await page.click('.modal .btn-outline-secondary');
		assert.equal(await page.inputValue(`${card(1)} [data-path="options.1.value"]`), 'one');
		await page.click('[data-action="close-editor"]');
		await page.click('.modal [data-answer="ok"]');
		await page.waitForSelector('[data-role="checklist-list"]:not(.d-none)');
	});

	it('wait for what stands above, and never for what does not', async () => {
		const page = await stage().page('admin');
		await edit(page, 'fax');
		await page.click(`${card(2)} [data-action="toggle"]`);
		await page.selectOption(`${card(2)} [data-path="shownWhen.item"]`, 'machine');
		await page.check(`${card(2)} [data-role="when-values"] input[value="two"]`);
		await page.waitForSelector(`${preview} [data-item="${(await storedItems(stage(), 'fax'))[1]?.key ?? ''}"]`, { state: 'hidden' });
		await page.click(`${card(2)} [data-action="up"]`);
		await page.click(save);
		await page.waitForSelector(`${card(1)} [data-path="shownWhen.item"][aria-invalid="true"]`);
		await page.click(`${card(1)} [data-action="down"]`);
		await page.click(save);
		await page.waitForSelector('.toast[data-kind="success"]');
	});

	it('come out of a file, or begin empty, and are stored only when they are saved', async () => {
		const page = await stage().page('admin');
		await openTab(page, 'profiles');
		await assertSound(page);
		await page.click('[data-action="import-checklist"]');
		await page.fill('#checklist-import-text', 'body: [');
		await page.click('form[data-role="checklist-import"] button[type=submit]');
		await page.waitForSelector('#checklist-import-text[aria-invalid="true"]');
		const file = 'name: Doors\nbody:\n  - type: input\n    id: door\n    attributes:\n      label: Welche T\u00FCr?\n';
		const choose = (name: string, buffer: Buffer) =>
			page.setInputFiles('#checklist-import-file', { name, mimeType: 'text/yaml', buffer });
		await choose('doors.yml', Buffer.from(file, 'latin1'));
		await page.waitForSelector('[data-role="checklist-imported"]:focus');
		assert.equal(await page.isVisible('#checklist-import-text-problem'), false, 'it was about the text before');
		assert.equal(await page.inputValue('#checklist-import-id'), 'doors');
		await assertSound(page);
		await choose('picture.yml', Buffer.from([0x89, 0x50, 0, 1]));
		await page.waitForSelector('#checklist-import-file-problem >> text=not text');
		assert.match(await page.inputValue('#checklist-import-text'), /Welche T\u00FCr/);
		// The id was proposed for the file before, and nobody wrote another.
		await choose('gates.yml', Buffer.from(file.replace('Doors', 'Gates')));
		await page.waitForSelector('[data-role="checklist-imported"] >> text=Gates');
		assert.equal(await page.inputValue('#checklist-import-id'), 'gates');
		await page.fill('#checklist-import-id', 'doors');
		await choose('doors.yml', Buffer.from(file));
		await page.waitForSelector('[data-role="checklist-imported"] >> text=Doors');
		assert.equal(await page.inputValue('#checklist-import-id'), 'doors');
		await page.click('[data-action="take-import"]');
		await page.waitForSelector(`${preview} >> text=Welche Tür?`);
		assert.deepEqual(await storedItems(stage(), 'doors'), []);
		await page.click(save);
		await page.waitForSelector('.toast[data-kind="success"]');
		assert.deepEqual((await storedItems(stage(), 'doors')).map(({ key }) => key), ['door']);
		await page.click('[data-action="close-editor"]');
		await page.click('[data-action="new-checklist"]');
		await page.fill('#checklist-new-title', 'Doors');
		await page.keyboard.press('Enter');
		await page.waitForSelector('#checklist-new-id[aria-invalid="true"]');
		await page.click('[data-profile="doors"] [data-action="remove"]');
		await page.click('.modal [data-answer="ok"]');
		await page.waitForSelector('[data-profile="doors"]', { state: 'detached' });
	});

	it('judge by lists that stay quick with three thousand rows', async () => {
		const page = await stage().page('admin');
		await openTab(page, 'knowledge');
		await page.click('[data-list="releases"] [data-action="add-row"]');
		await page.waitForSelector('[data-list="releases"] [data-path$=".version"]:focus');
		await page.keyboard.type('soon');
		await page.click('[data-list="phones"] summary');
		const lines = Array.from({ length: 2980 }, (_, index) => `Vendor ${index};Model;supported`);
		// Typing so much takes a browser longer than pasting it.
		await page.locator('#checklist-phones-paste').evaluate(
			(area: HTMLTextAreaElement, pasted) => { area.value = pasted; }, [...lines, 'nonsense'].join('\n'));
		await page.click('[data-list="phones"] [data-action="paste-rows"]');
		await page.waitForSelector('[data-list="phones"] >> text=Rows added: 2980');
		assert.equal(await page.inputValue('#checklist-phones-paste'), 'nonsense');
		assert.equal(await page.locator('[data-list="phones"] [data-role="rows"] > *').count(), 100);
		await page.fill('#checklist-phones-filter', 'vendor 2971');
		assert.equal(await page.locator('[data-list="phones"] [data-role="rows"] > *').count(), 1);
		await page.click('form[data-role="checklist-knowledge"] button[type=submit]');
		await page.waitForSelector('[data-list="releases"] [data-path$=".version"][aria-invalid="true"]:focus');
		await page.keyboard.press('Control+A');
		await page.keyboard.type('V20 Update 9');
		await page.click('[data-list="trunks"] [data-action="add-row"]');
		await page.waitForSelector('[data-list="trunks"] [data-path="0.provider"]:focus');
		await page.keyboard.type('Telekom');
		await page.selectOption('[data-list="trunks"] [data-path="0.country"]', 'DE');
		await page.click('form[data-role="checklist-knowledge"] button[type=submit]');
		await page.waitForSelector('.toast[data-kind="success"]');
		await assertSound(page);
		const { response } = await (await stage().terms('admin')).call('GET', '/admin/checklists');
		const known = response.knowledge as { trunks: object[]; phones: object[]; releases: { version: string }[] };
		assert.deepEqual(known.trunks[0], { provider: 'Telekom', country: 'DE', status: 'supported', note: '' });
		assert.deepEqual([known.phones.length > 2980, known.releases.at(-1)?.version], [true, 'V20 Update 9']);
	});
});
