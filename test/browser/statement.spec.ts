import assert from 'node:assert/strict';
import { assertSound, describeInBrowser } from './stage';

describeInBrowser(`the statement about one's access`, (stage) => {
	let code = '';
	async function restrict(name: string): Promise<void> {
		const uid = Number((await (await stage().visitor(name)).get('/api/self')).json.uid);
		const made = await (await stage().terms('moderator')).call('POST', '/admin/restrictions', {
			uid, scope: 'posting', clause: '4.1', reason: 'Three advertisements.\nAnswers are welcome.', note: 'Not for him.',
			until: Date.now() + (7 * 86_400_000),
		});
		assert.equal(made.status, 200, made.text);
	}

	before(async () => {
		await restrict('customer');
		const { response } = await (await stage().terms('customer')).me();
		[{ code } = { code: '' }] = response.restrictions as { code: string }[];
	});

	it('stands under "My agreements" with what it rests on and the way to it', async () => {
		const page = await stage().page('customer');
		await page.goto('/user/customer/forum-terms');
		await page.waitForSelector('[data-role="own-access"] >> text=clause 4.1');
		await assertSound(page);
		await page.click('[data-role="own-access"] a');
		await page.waitForSelector('[data-role="statement"]');
	});

	it('is said above the text before anything is typed, and keeps what is typed', async () => {
		// Restricted after the page with its button was there.
		const page = await stage().page('staff1');
		await page.goto('/category/3');
		await restrict('staff1');
		await page.click('[component="category/post"]');
		await page.waitForSelector('[component="composer"] .forum-terms-barred >> text=clause 4.1');
		await assertSound(page);
		await page.fill('#composer-title', 'May I still write here?');
		await page.fill('#composer-content', 'I would like to know whether this is kept.');
		await page.click('[component="composer"] [type="submit"]');
		await page.waitForSelector('.toast >> text=clause 4.1');
		assert.equal(await page.inputValue('#composer-content'), 'I would like to know whether this is kept.');
	});

	it('is read without logging in, without the note of the staff', async () => {
		const page = await stage().page(null);
		const answer = await page.goto(`/forum-terms/access/${code}`);
		assert.equal(answer?.headers()['x-robots-tag'], 'noindex');
		await page.waitForSelector('text=Three advertisements.');
		assert.doesNotMatch(await page.textContent('[data-role="statement"]') ?? '', /Not for him|moderator/);
		await assertSound(page);
		const file = page.waitForEvent('download');
		await page.click('a[download]');
		assert.equal((await file).suggestedFilename(), 'forum-terms-own-data.json');
		assert.equal((await page.goto(`/forum-terms/access/${code.slice(0, -1)}x`))?.status(), 404);
	});

	it('takes an appeal from a guest, once, and shows it', async () => {
		const page = await stage().page(null);
		// Sent before the page's own script has arrived: it waits for it, and nothing typed is lost.
		let release: () => void = assert.fail;
		const isReleased = new Promise<void>((resolve) => {
			release = resolve;
		});
		await page.route('**/forum-terms/access.js', async (route) => {
			await isReleased;
			await route.continue();
		});
		await page.goto(`/forum-terms/access/${code}`);
		await page.fill('#statement-text', 'No');
		await page.click('form[data-role="appeal-form"] [type="submit"]');
		release();
		await page.waitForSelector('#statement-text-problem >> text=10 characters');
		assert.equal(await page.evaluate(() => document.activeElement?.id), 'statement-text');
		await assertSound(page);
		// What was said of it goes when it is right, not when something is typed, and not only when it is sent.
		await page.fill('#statement-text', 'Not yet');
		assert.equal(await page.isVisible('#statement-text-problem'), true);
		await page.fill('#statement-text', 'I only answered a question about prices.');
		assert.equal(await page.isVisible('#statement-text-problem'), false);
		assert.equal(await page.getAttribute('#statement-text', 'aria-invalid'), null);
		await page.click('form[data-role="appeal-form"] [type="submit"]');
		await page.waitForSelector('text=No answer yet.');
		await page.waitForSelector('text=I only answered a question about prices.');
		assert.equal(await page.locator('#statement-text').count(), 0);
		await assertSound(page);
	});

	it('prints as text alone, black on white in a dark skin too', async () => {
		const page = await stage().page('customer');
		await page.goto(`/forum-terms/access/${code}`);
		await page.addStyleTag({ content: ':root { --bs-body-bg: #222; --bs-body-color: #fff; } body { background: #222; color: #fff; }' });
		await page.emulateMedia({ media: 'print' });
		const { ink, paper } = await page.evaluate(() => ({
			ink: getComputedStyle(document.querySelector('[data-role="statement"] h1, .forum-terms-page h1') ?? document.body).color,
			paper: getComputedStyle(document.body).backgroundColor,
		}));
		assert.deepEqual([ink, paper], ['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
		assert.equal(await page.locator('nav:visible, .forum-terms-page .btn:visible').count(), 0);
	});
});
