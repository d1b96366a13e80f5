import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { Visitor } from '../driver/visitor';
import { people, walks, type WalkId } from '../sandbox/guide/walks';
import { assertSound, describeInBrowser } from './stage';

/** What a visitor presses on the forum's own pages on the way, by step. */
const presses: Record<WalkId, Record<number, readonly string[]>> = {
	accept: { 1: ['#forum-terms-agree', 'button[value="accept"]'] },
	checklist: { 1: ['[data-item="no-confidential"] input', '[component="composer"] button[type="submit"]'] },
	terms: { 1: ['[data-action="publish"]', '[data-action="publish-now"]'] },
	strike: { 1: ['[data-action="give"]'], 2: ['[data-strike] form [type="submit"]'] },
	restrict: { 1: ['[data-action="end"]', '[data-answer="yes"]'], 2: ['form[data-role="appeal-form"] [type="submit"]'] },
};
/** What the forum shows once a press of that step was taken, and at the end of the walk. */
const outcomes: Record<WalkId, Record<number, string>> = {
	accept: { 1: 'h1 >> text=Welcome', 3: '[data-role="member-records"] td >> text=accepted' },
	checklist: { 1: '[component="post"] >> text=ACK that never arrives', 2: 'details[open] >> text=preferred' },
	terms: { 1: '[data-current="forum-2"] [data-role="published"]:visible', 2: 'text=Changed since you accepted' },
	strike: { 1: '.toast[data-kind="success"]', 2: '[data-strike][data-state="answered"]', 3: '[data-act="counts"]' },
	restrict: { 1: '[data-role="case"]', 2: 'text=No answer yet.', 3: 'form[data-role="answer"]' },
};

/** What a page says when the guide did the step before by itself, whatever scripts add to it. */
const done: Record<WalkId, Record<number, RegExp>> = {
	accept: { 2: />accepted</ }, checklist: { 2: /ACK that never arrives/ }, terms: { 2: /Changed since you accepted/ },
	strike: { 2: /This is an advertisement/, 3: /You are right/ },
	restrict: { 2: /after two friendly hints/, 3: /did not see this as advertising/ },
};

describeInBrowser('the first page of npm start', (stage) => {
	const start = async (page: Page, id: WalkId) => {
		await page.goto('/');
		await page.click(`main form[action="/sandbox/walks/${id}/1"] button`);
	};

	for (const { id, title, steps } of walks) {
		it(`walks "${title}" to its end with clicks alone`, async () => {
			const page = await stage().page(null);
			await start(page, id);
			let clicks = 1;
			for (const number of steps.keys()) {
				await page.waitForSelector(`[data-walk="${id}"][data-step="${number + 1}"]`);
				// Everything that the guide types and opens by itself is there.
				await page.waitForSelector('#sandbox-lent[data-done]', { state: 'attached' });
				for (const press of presses[id][number + 1] ?? []) {
					await page.click(press);
					clicks += 1;
				}
				await page.waitForSelector(outcomes[id][number + 1] ?? '[data-walk]');
				if (number + 1 < steps.length) {
					await page.click('[data-guide="next"]');
					clicks += 1;
				}
			}
			assert.ok(clicks <= 6, `${clicks} clicks`);
			await page.click('[data-guide="leave"]');
			await page.waitForURL('**/#walks');
		});
	}

	it('does what the visitor left undone, as often as they start again, in three clicks at most', async () => {
		const visitor = new Visitor(stage().url);
		for (const { id, steps } of [...walks, ...walks]) {
			assert.ok(steps.length <= 3);
			for (const number of steps.keys()) {
				const answer = await visitor.form(`/sandbox/walks/${id}/${number + 1}`, {});
				assert.equal(answer.status, 302, `${id} ${number + 1}: ${answer.text}`);
				let page = await visitor.get(answer.location.replace(/#.*/, ''));
				page = page.location ? await visitor.get(page.location) : page;
				assert.equal(page.status, 200, `${id} ${number + 1}: ${answer.location}`);
				visitor.forgetCsrf();
				// The page of a partner account asks for its strikes by itself.
				const { text } = id === 'strike' ? await visitor.get('/api/v3/plugins/forum-terms/partners/acme/strikes') : page;
				assert.match(text, done[id][number + 1] ?? /./, `${id} ${number + 1}`);
			}
		}
	});

	it('logs in as each of five people with one click', async () => {
		// The newcomer last: they are asked before they see this page again.
		for (const { username } of [...people].reverse()) {
			const page = await stage().page(null);
			await page.goto('/');
			await page.click(`main button[name="as"][value="${username}"]`);
			await page.waitForSelector(`[component="header/avatar"] >> text=${username}`);
		}
	});

	it('takes nothing without the token of the page, of nobody else, and no step before its walk', async () => {
		const visitor = new Visitor(stage().url);
		const bare = { 'content-type': 'application/x-www-form-urlencoded' };
		for (const path of ['/sandbox/log-in', '/sandbox/walks/terms/1', '/sandbox/leave']) {
			assert.equal((await visitor.request('POST', path, 'as=admin', bare)).status, 403, path);
		}
		for (const path of ['/sandbox/walks/terms/2', '/sandbox/walks/terms/3', '/sandbox/walks/constructor/1']) {
			assert.equal((await visitor.form(path, {})).status, 404, path);
		}
		assert.equal((await visitor.form('/sandbox/log-in', { as: 'staff1' })).status, 404);
		assert.equal((await visitor.get('/api/self')).status, 401);
	});

	for (const colorScheme of ['light', 'dark'] as const) {
		it(`can be read by everybody, on a phone, too, and so can a walk (${colorScheme})`, async () => {
			const page = await stage().page(null, { colorScheme });
			await page.goto('/');
			assert.equal(await page.getAttribute('html', 'data-bs-theme'), colorScheme);
			await assertSound(page);
			await start(page, 'restrict');
			await page.waitForSelector('[data-role="effects"]:not(.d-none)');
			await assertSound(page);
		});
	}

	for (const [id, covering] of [['checklist', '[component="composer"]'], ['strike', 'dialog.forum-terms-strike']] as const) {
		it(`keeps its bar in sight on a phone, whatever a walk opens (${id})`, async () => {
			const page = await stage().page(null, { viewport: { width: 390, height: 800 } });
			await start(page, id);
			await page.waitForSelector('#sandbox-lent[data-done]', { state: 'attached' });
			const edges = await page.evaluate(other => ['.sandbox-walk [data-guide="next"]', '.sandbox-walk', other].map((selector) => {
				const box = document.querySelector(selector)?.getBoundingClientRect();
				return { top: box?.top ?? -1, bottom: box?.bottom ?? -1 };
			}), covering);
			const [button, bar, opened] = edges;
			assert.ok(button && bar && opened && bar.top === 0 && button.bottom <= bar.bottom && bar.bottom <= 200 &&
				opened.top >= bar.bottom && opened.bottom <= 800, JSON.stringify(edges));
			await assertSound(page);
		});
	}

	it('keeps the theme that was chosen', async () => {
		const page = await stage().page(null);
		await page.goto('/');
		await page.click('[data-theme-switch]');
		await page.reload();
		assert.equal(await page.getAttribute('html', 'data-bs-theme'), 'dark');
	});
}, { isWhole: true });
