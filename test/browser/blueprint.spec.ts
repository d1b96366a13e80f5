import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSound, describeInBrowser, tabTo, type Stage } from './stage';

interface Seen { cid: number; name: string }

const result = '[data-role="blueprint-plan"]:not(.d-none)';
const group = (key: string) => `[data-role="blueprint-diff"] [data-key="${key}"]`;

async function openTab(page: Page): Promise<void> {
	await page.goto('/admin/plugins/forum-terms');
	await page.waitForSelector('[data-document][data-ready]');
	await page.click('#tab-categories');
	await page.waitForSelector('[data-role="blueprint"][data-loaded]');
}
async function look(page: Page): Promise<void> {
	await page.click('[data-role="blueprint-look"]');
	await page.waitForSelector(result);
}
async function apply(page: Page): Promise<void> {
	const { top = 0 } = await page.locator('[data-action="apply-blueprint"]').evaluate(node => node.getBoundingClientRect());
	assert.ok(top > 0 && top < 800, 'it is in sight without scrolling');
	await page.click('[data-action="apply-blueprint"]');
	await page.waitForSelector('[data-role="blueprint-outcome"].alert-success:not(.d-none)');
}
async function answered(page: Page): Promise<void> {
	await page.waitForSelector('.modal.show');
	await page.click('.modal.show [data-answer="ok"]');
}
const fileOf = (...categories: object[]) => JSON.stringify({ blueprint: 1, categories });
const place = (key: string, name: string, more: object = {}) => ({
	key, name: { 'en-GB': name }, read: ['everybody'], topics: ['users'], replies: ['users'], ...more,
});
async function own(page: Page, text: string): Promise<void> {
	await page.check('#blueprint-own');
	await page.fill('#blueprint-text', text);
	await look(page);
}
const categories = async (stage: Stage) => {
	const answer = await (await stage.visitor('admin')).get('/api/v3/categories');
	return (answer.response as { categories: Seen[] }).categories;
};
const planOf = async (stage: Stage, body: object) =>
	(await (await stage.terms('admin')).call('POST', '/admin/categories/plan', body)).response;

describeInBrowser('the category structure in the ACP', (stage) => {
	/** A picture of the page for whoever wants to look; nothing without a folder for it. */
	const picture = async (page: Page, name: string) => {
		if (process.env.SHOTS) {
			await page.screenshot({ path: `${process.env.SHOTS}/blueprint-${name}.png`, fullPage: true });
		}
	};

	it('names line and field of a mistake at the text, and keeps the text', async () => {
		const page = await stage().page('admin');
		await openTab(page);
		await page.check('#blueprint-own');
		await page.click('[data-role="blueprint-look"]');
		await page.waitForSelector('#blueprint-text.is-invalid');
		const text = 'blueprint: 1\ncategories:\n- key: a\n  colour: red\n  name: {de: A}\n';
		await page.fill('#blueprint-text', text);
		await page.click('[data-role="blueprint-look"]');
		await page.waitForSelector('.invalid-feedback >> text=line 4, categories.0.colour');
		assert.equal(await page.inputValue('#blueprint-text'), text);
		await assertSound(page);
		await picture(page, 'mistake');
	});

	it('shows what the preset would do, without a mouse, and changes nothing', async () => {
		const page = await stage().page('admin');
		const before = (await categories(stage())).length;
		await openTab(page);
		await page.focus('#blueprint-preset');
		await tabTo(page, '[data-role="blueprint-look"]');
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-role="blueprint-summary"]:focus');
		await page.waitForSelector(`${group('announcements')} >> text=Can start topics: staff`);
		await page.waitForSelector(`${group('install-upgrade')} h5 >> text=3CX Phone System ›`);
		await page.waitForSelector(`${group('sip-trunks')} >> text=/Checklist for topics: .+ \\(trunk\\)/`);
		await assertSound(page);
		await picture(page, 'preset');
		await tabTo(page, '[data-action="apply-blueprint"]', 90);
		assert.equal((await categories(stage())).length, before);
	});

	it('takes over a category that is there when told so, applies, and then has nothing to do', async () => {
		const page = await stage().page('admin');
		const { cid } = (await categories(stage())).find(({ name }) => name === 'Apps') as Seen;
		await openTab(page);
		await own(page, fileOf(
			place('apps', 'Apps', { icon: 'fa-mobile', topics: ['staff'], checklist: { topics: 'none' } }),
			place('deep', 'Deep questions', { parent: 'apps', read: ['users'], topics: ['partners:Gold'] })));
		await page.waitForSelector(`${group('apps')} >> text=New`);
		await page.check('[data-role="blueprint-candidate-list"] input');
		await page.waitForSelector(`${group('apps')} >> text=Existing`);
		await page.waitForSelector(`${group('apps')} >> text=→ fa-mobile`);
		await page.waitForSelector(`${group('apps')} >> text=/No longer for .*registered users.*: .*starting topics/`);
		await page.waitForSelector(`${group('deep')} >> text=partners of level Gold`);
		await assertSound(page);
		await picture(page, 'adopt');
		await apply(page);
		await picture(page, 'applied');
		const after = await categories(stage());
		assert.deepEqual(after.filter(({ name }) => name === 'Apps').map(one => one.cid), [cid]);
		await look(page);
		await page.waitForSelector('[data-role="blueprint-summary"] >> text=No changes needed');
		assert.equal(await page.isVisible('[data-action="apply-blueprint"]'), false);
		await assertSound(page);
	});

	it('shows the order that was beside the one that will be', async () => {
		const page = await stage().page('admin');
		const [one, two] = [place('one', 'The one'), place('two', 'The other')];
		const { plan } = await planOf(stage(), { blueprint: fileOf(one, two) }) as { plan: string };
		await (await stage().terms('admin')).call('POST', '/admin/categories/apply', { plan });
		await openTab(page);
		await own(page, fileOf(two, one));
		await page.waitForSelector(`${group('')} >> text=New order: The other, The one`);
		await page.waitForSelector(`${group('')} >> text=Current order: The one, The other`);
		await assertSound(page);
	});

	it('takes over words that are new although no category changes', async () => {
		const page = await stage().page('admin');
		const { plan } = await planOf(stage(), { blueprint: fileOf(place('word', 'Word')) }) as { plan: string };
		await (await stage().terms('admin')).call('POST', '/admin/categories/apply', { plan });
		await openTab(page);
		await own(page, fileOf(place('word', 'Word', { words: ['handset'] })));
		await page.waitForSelector('[data-role="blueprint-summary"] >> text=make it the forum’s blueprint');
		await apply(page);
		await look(page);
		await page.waitForSelector('[data-role="blueprint-summary"] >> text=No changes needed');
	});

	it('asks for another look when the forum has moved on', async () => {
		const page = await stage().page('admin');
		await openTab(page);
		await own(page, fileOf(place('moved', 'Moved')));
		const body = { blueprint: fileOf(place('moved', 'Somebody else')) };
		const { plan } = await planOf(stage(), body) as { plan: string };
		await (await stage().terms('admin')).call('POST', '/admin/categories/apply', { plan });
		await page.click('[data-action="apply-blueprint"]');
		await page.waitForSelector('[data-role="blueprint-moved-on"]:not(.d-none) >> text=has changed since');
		await assertSound(page);
		await page.click('[data-action="plan-again"]');
		await page.waitForSelector(`${group('moved')} >> text=Somebody else → Moved`);
		await apply(page);
		assert.ok((await categories(stage())).some(({ name }) => name === 'Moved'));
	});

	it('says where the forum left the blueprint, puts it right, and takes the last change back', async () => {
		const page = await stage().page('admin');
		await openTab(page);
		await own(page, fileOf(place('watched', 'Watched', { icon: 'fa-eye' })));
		await apply(page);
		const { cid } = (await categories(stage())).find(({ name }) => name === 'Watched') as Seen;
		await (await stage().visitor('admin')).send('PUT', `/api/v3/categories/${cid}`, { icon: 'fa-bolt' });
		await openTab(page);
		await page.waitForSelector('[data-role="blueprint-drift"] >> text=fa-bolt → fa-eye');
		await assertSound(page);
		await picture(page, 'drift');
		await page.click('[data-action="put-right"]');
		await page.waitForSelector('[data-role="blueprint-outcome"].alert-success:not(.d-none)');
		await page.waitForSelector('[data-role="blueprint-agrees"]:not(.d-none)');
		assert.equal(await page.isVisible('[data-role="blueprint-drift"]'), false);
		await page.click('[data-action="undo-blueprint"]');
		await page.waitForSelector('.modal.show >> text=disabled, not deleted');
		await assertSound(page);
		await answered(page);
		await page.waitForSelector('[data-role="blueprint-run-what"] >> text=Undone on');
		await page.waitForSelector('[data-role="blueprint-drift"] >> text=fa-bolt → fa-eye');
		assert.equal(await page.isVisible('[data-action="undo-blueprint"]'), false);
		assert.equal(await page.isVisible('[data-role="blueprint-outcome"]'), false);
		await picture(page, 'undone');
	});

	it('says where a checklist only records, and in which categories an undo leaves what was changed since', async () => {
		const page = await stage().page('admin');
		const admin = await stage().terms('admin');
		const { plan } = await planOf(stage(), { blueprint: fileOf(place('gentle', 'Gentle', { icon: 'fa-eye' })) }) as { plan: string };
		await admin.call('POST', '/admin/categories/apply', { plan });
		await openTab(page);
		await own(page, fileOf(place('gentle', 'Gentle', { icon: 'fa-sun', checklist: { topics: 'lite', recordOnly: ['topics'] } })));
		await page.waitForSelector(`${group('gentle')} >> text=/inherited → .+ \\(lite\\), only record/`);
		await picture(page, 'record-only');
		await apply(page);
		const { cid } = (await categories(stage())).find(({ name }) => name === 'Gentle') as Seen;
		await (await stage().visitor('admin')).send('PUT', `/api/v3/categories/${cid}`, { icon: 'fa-bolt' });
		await page.click('[data-action="undo-blueprint"]');
		await answered(page);
		await page.waitForSelector('[data-role="blueprint-run-problem"] >> text=Not undone, because it was changed since: Gentle.');
		await assertSound(page);
		await picture(page, 'kept');
	});
});
