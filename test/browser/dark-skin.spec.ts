import assert from 'node:assert/strict';
import { answerAll, at, compose, placeChecklists } from './checklist-stage';
import { assertSound, describeInBrowser } from './stage';

/** What Bootswatch's Darkly makes of Bootstrap: dark ground, and alerts and quiet buttons that are hard to read. */
const darkly = `
	:root, [data-bs-theme] { --bs-body-bg: #222; --bs-body-color: #fff; --bs-body-bg-rgb: 34, 34, 34;
		--bs-body-color-rgb: 255, 255, 255; --bs-secondary-color: rgba(255, 255, 255, .75);
		--bs-border-color: #dee2e6; --bs-tertiary-bg: #444; --bs-link-color: #00bc8c; --bs-link-color-rgb: 0, 188, 140;
		--bs-link-hover-color-rgb: 0, 150, 112; --bs-primary: #375a7f; --bs-danger: #e74c3c; --bs-warning: #f39c12;
		--bs-form-invalid-color: #e74c3c; --bs-code-color: #e83e8c; --bs-emphasis-color: #fff; --bs-success: #00bc8c;
		--bs-danger-text-emphasis: #5c1e18; --bs-warning-text-emphasis: #613e07; --bs-success-text-emphasis: #004b38;
		--bs-success-bg-subtle: #ccf2e8; --bs-danger-bg-subtle: #fadbd8; --bs-warning-bg-subtle: #fdebd0; }
	body, .card, .list-group-item, .text-bg-warning.small { background-color: #222 !important; color: #fff !important; }
	.alert { border: none; color: #fff; }
	.alert-warning { background-color: #f39c12; } .alert-danger { background-color: #e74c3c; }
	.btn-primary { --bs-btn-bg: #375a7f; --bs-btn-color: #fff; }
	.btn-outline-secondary { --bs-btn-color: #444; } .btn-outline-danger { --bs-btn-color: #e74c3c; }
	.btn-outline-primary { --bs-btn-color: #375a7f; } .invalid-feedback { color: #e74c3c; }
	nav.navbar, #alerts { display: none; }`;

/** How much the edges of empty tick boxes differ from what is behind them, as WCAG counts; the least of the page. */
const edgeContrast = () => {
	const parts = (colour: string) => [...colour.matchAll(/[\d.]+/g)].map(Number);
	const [ground = [255, 255, 255]] = [document.body].map(body => parts(getComputedStyle(body).backgroundColor));
	const light = (colour: readonly number[]) => {
		const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((one) => {
			const part = one / 255;
			return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
		});
		return (0.2126 * r) + (0.7152 * g) + (0.0722 * b);
	};
	const boxes = [...document.querySelectorAll('.form-check-input:not(:checked)')];
	const found = boxes.map((box) => {
		const [r = 0, g = 0, b = 0, alpha = 1] = parts(getComputedStyle(box).borderTopColor);
		const edge = [r, g, b].map((one, index) => (one * alpha) + ((ground[index] ?? 0) * (1 - alpha)));
		const [dark = 0, bright = 0] = [light(edge), light(ground)].sort((one, other) => one - other);
		return (bright + 0.05) / (dark + 0.05);
	});
	return found.length > 0 ? Math.min(...found) : 0;
};

describeInBrowser('a dark skin', (stage) => {
	it('and a light one show the edges of boxes to tick at 3 to 1', async () => {
		const page = await stage().page('moderator');
		await page.goto('/forum-terms/restrictions?new=1');
		await page.waitForSelector('form[data-role="planner"]');
		const light = await page.evaluate(edgeContrast);
		await page.addStyleTag({ content: darkly });
		const dark = await page.evaluate(edgeContrast);
		assert.ok(light >= 3 && dark >= 3, `light ${light.toFixed(2)}, dark ${dark.toFixed(2)}`);
	});

	it('leaves notices, buttons and messages at fields of ours readable', async () => {
		const customer = await stage().visitor('customer');
		const uid = Number((await customer.get('/api/self')).json.uid);
		const made = await (await stage().terms('moderator')).call('POST', '/admin/restrictions', {
			uid, scope: 'posting', clause: '4.1', until: Date.UTC(2090, 0, 2),
		});
		assert.equal(made.status, 200, made.text);
		const member = await stage().page('customer');
		await member.goto('/category/3');
		await member.waitForSelector('.forum-terms-barred a');
		await member.addStyleTag({ content: `${darkly} #content > :not(.forum-terms-barred) { display: none !important; }` });
		await assertSound(member);
		const page = await stage().page('moderator');
		await page.goto('/forum-terms/restrictions');
		await page.waitForSelector('[data-role="lines"]');
		await page.addStyleTag({ content: darkly });
		await assertSound(page);
		await page.goto('/forum-terms/restrictions?new=1');
		await page.click('form[data-role="planner"] [type="submit"]');
		await page.waitForSelector('.invalid-feedback');
		await page.addStyleTag({ content: darkly });
		await assertSound(page);
	});

	it('leaves what is said about answers readable, with script and without', async () => {
		await placeChecklists(stage());
		const page = await stage().page('staff1');
		await compose(page, 'Calls end at thirty minutes');
		await answerAll(page);
		await page.check(`${at('checked')} input[value="logs"]`);
		await page.waitForSelector('.forum-terms-panel .text-warning-emphasis >> text=Keep the logs private.');
		await page.addStyleTag({ content: `${darkly} body > :not(.composer), .composer :not(.forum-terms-panel *, :has(.forum-terms-panel),
			.forum-terms-panel) { display: none !important; }` });
		await assertSound(page);
		await page.goto('/forum-terms');
		await page.evaluate(() => {
			const { config } = window as unknown as { config: { csrf_token: string } };
			const form = document.createElement('form');
			Object.assign(form, { method: 'post', action: '/compose' });
			for (const [name, value] of Object.entries({
				csrf_token: config.csrf_token, cid: '3', title: 'Calls end at thirty minutes', content: 'They end at thirty minutes.',
				forumTermsChecklist: '1', 'forumTermsAnswer.happened': 'short',
			})) {
				form.append(Object.assign(document.createElement('input'), { name, value }));
			}
			document.body.append(form);
			form.submit();
		});
		await page.waitForSelector('.text-danger-emphasis');
		// The composer's own draft is back there.
		await page.addStyleTag({ content: `${darkly} .composer { display: none !important; }` });
		await assertSound(page);
	});

	it('leaves the areas of the ACP readable in its dark mode', async () => {
		const page = await stage().page('admin', { colorScheme: 'dark' });
		for (const area of ['overview', 'categories', 'partners', 'records']) {
			await page.goto(`/admin/plugins/forum-terms#${area}`);
			await page.reload();
			await page.waitForSelector(`#pane-${area}.active .btn[class*="btn-outline-"]:visible`);
			assert.equal(await page.getAttribute('html', 'data-bs-theme'), 'dark');
			await assertSound(page);
		}
	});

	it('leaves the terms and what changed in them readable', async () => {
		const from = await stage().publish({ text: { 'en-GB': '## 2. Accepting\n\nWho writes agrees to this text.' } });
		const to = await stage().publish({ text: { 'en-GB': '## 2. Accepting\n\nWho posts agrees to this whole text.' } });
		const page = await stage().page(null);
		for (const path of [`/forum-terms/${to}`, `/forum-terms/${from}/diff/${to}`]) {
			await page.goto(path);
			await page.waitForLoadState('networkidle');
			await page.addStyleTag({ content: darkly });
			await assertSound(page);
		}
	});
});
