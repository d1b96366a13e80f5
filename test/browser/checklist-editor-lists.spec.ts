import assert from 'node:assert/strict';
import { card, edit, openTab, prepare, preview, save, storedItems } from './checklist-editor-stage';
import { assertSound, describeInBrowser } from './stage';

describeInBrowser('questions and lists in the ACP', (stage) => {
	before(() => prepare(stage()));

	it('keep platforms with their day, pasted or typed, and the hosts of guides', async () => {
		const page = await stage().page('admin');
		await openTab(page, 'knowledge');
		await page.click('[data-list="platforms"] summary');
		await page.fill('#checklist-platforms-paste', 'Podman;container;unsupported;2026-09-01;Seen twice; again\nLXC;container;legacy\nnonsense');
		await page.click('[data-list="platforms"] [data-action="paste-rows"]');
		await page.waitForSelector('[data-list="platforms"] >> text=Rows added: 2');
		await page.click('[data-list="platforms"] [data-action="add-row"]');
		await page.keyboard.type('Toaster');
		await page.fill('[data-list="platforms"] [data-path="0.asOf"]', '2026-10-02');
		await page.fill('#checklist-guide-hosts', '3cx.com, not a host');
		await page.click('form[data-role="checklist-knowledge"] button[type=submit]');
		await page.waitForSelector('#checklist-guide-hosts[aria-invalid="true"]');
		await page.fill('#checklist-guide-hosts', '3cx.com, example.org');
		await page.click('form[data-role="checklist-knowledge"] button[type=submit]');
		await page.waitForSelector('.toast[data-kind="success"]');
		await assertSound(page);
		const { response } = await (await stage().terms('admin')).call('GET', '/admin/checklists');
		const known = response.knowledge as { platforms: object[]; guideHosts: string[] };
		assert.deepEqual(known.platforms.slice(0, 3), [
			{ name: 'Toaster', part: 'software', status: 'unsupported', asOf: '2026-10-02', note: '' },
			{ name: 'Podman', part: 'container', status: 'unsupported', asOf: '2026-09-01', note: 'Seen twice; again' },
			{ name: 'LXC', part: 'container', status: 'legacy', asOf: '', note: '' },
		]);
		assert.deepEqual(known.guideHosts, ['3cx.com', 'example.org']);
	});

	it('ask for a long text, for platforms, and for a second test, as the preview shows', async () => {
		const page = await stage().page('admin');
		await edit(page, 'fax');
		await page.click(`${card(2)} [data-action="toggle"]`);
		await page.selectOption(`${card(2)} [data-path="kind"]`, 'long-text');
		assert.equal(await page.isVisible(`${card(2)} [data-path="minWords"]`), true);
		assert.equal(await page.isVisible(`${card(2)} [data-path="lookup"]`), false);
		await page.fill(`${card(2)} [data-path="minWords"]`, '12');
		await page.fill(`${card(2)} [data-path="placeholder.en-GB"]`, 'Step by step');
		await page.fill(`${card(2)} [data-path="prompt.en-GB"]`, 'What **happened**?');
		await page.waitForSelector(`${preview} [role="textbox"][aria-placeholder="Step by step"]`);
		await page.waitForSelector(`${preview} legend strong >> text=happened`);
		await page.click(`${card(3)} [data-action="toggle"]`);
		await page.check(`${card(3)} [data-on="platforms"]`);
		await page.selectOption('#checklist-new-kind', 'confirm');
		await page.click('[data-action="add-item"]');
		await page.fill(`${card(4)} [data-path="prompt.en-GB"]`, 'Removed and tested again');
		await page.check(`${card(4)} [data-path="shownWhen.listed"]`);
		await page.selectOption('#checklist-new-kind', 'multi-choice');
		await page.click('[data-action="add-item"]');
		await page.fill(`${card(5)} [data-path="prompt.en-GB"]`, 'What do you meet?');
		await page.fill(`${card(5)} [data-path="options.0.label.en-GB"]`, 'Logs');
		await page.selectOption(`${card(5)} [data-path="options.0.unticked.verdict"]`, 'warn');
		await page.fill(`${card(5)} [data-path="options.0.unticked.say.en-GB"]`, 'Get the logs.');
		// The preview is made anew after a change.
		await page.waitForSelector(`${preview} [data-item="multi-choice-1"] >> text=Logs`);
		await page.locator(`${preview} > *`).evaluate(node => node.setAttribute('data-before', ''));
		await page.fill(`${card(5)} [data-path="options.0.say.en-GB"]`, 'Good.');
		await page.waitForSelector(`${preview} > [data-before]`, { state: 'detached' });
		await page.fill(`${preview} [data-item="lines"] input`, 'podman');
		await page.waitForSelector(`${preview} [data-item="confirm-1"]:not(.d-none)`);
		await assertSound(page);
		await page.click(save);
		await page.waitForSelector('.toast[data-kind="success"]');
		const stored = await storedItems(stage(), 'fax') as unknown as Record<string, unknown>[];
		assert.deepEqual(stored.map(({ key, kind }) => [key, kind]), [
			['machine', 'choice'], ['manual', 'long-text'], ['lines', 'text'], ['confirm-1', 'confirm'], ['multi-choice-1', 'multi-choice'],
		]);
		assert.deepEqual([stored[1]?.minWords, stored[1]?.placeholder], [12, { 'en-GB': 'Step by step' }]);
		assert.deepEqual([stored[2]?.lookup, stored[3]?.shownWhen, stored[3]?.lookup], ['platforms', { listed: 'unsupported' }, undefined]);
		const [logs] = stored[4]?.options as { unticked?: object }[];
		assert.deepEqual(logs?.unticked, { verdict: 'warn', say: { 'en-GB': 'Get the logs.' } });
		assert.equal((stored[0]?.options as { unticked?: object }[])[0]?.unticked, undefined);
	});

	it('hold an option against its part of the list of platforms, as the preview shows', async () => {
		const page = await stage().page('admin');
		await edit(page, 'gates');
		await page.click(`${card(1)} [data-action="toggle"]`);
		await page.check(`${card(1)} [data-on="platforms"]`);
		await page.check(`${card(1)} [data-platform-part="container"]`);
		await page.fill(`${card(1)} [data-path="options.0.label.en-GB"]`, 'Podman, the first');
		await page.waitForSelector(`${preview} [data-item="gate"] option >> text=Podman`, { state: 'attached' });
		await page.selectOption(`${preview} [data-item="gate"] select`, 'one');
		assert.match(await page.textContent(`${preview} [data-item="gate"] [role=status]`) ?? '', /Not supported: Podman, the first/);
		await assertSound(page);
		await page.click(save);
		await page.waitForSelector('.toast[data-kind="success"]');
		const [gate] = await storedItems(stage(), 'gates') as { lookup?: string; parts?: string[] }[];
		assert.deepEqual([gate?.lookup, gate?.parts], ['platforms', ['container']]);
	});
});
