import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { assertSound, describeInBrowser, tabTo } from './stage';

const form = 'form[data-role="planner"]';
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

describeInBrowser('the page about ended access', (stage) => {
	const uidOf = async (name: string) => Number((await (await stage().visitor(name)).get('/api/self')).json.uid);
	const call = async (method: string, path: string, body?: object) => {
		const answer = await (await stage().terms('moderator')).call(method, `/admin/restrictions${path}`, body);
		assert.equal(answer.status, 200, answer.text);
		return answer.response;
	};
	let pid = 0;
	let slug = '';
	/** Numbers of restrictions: all access of one member, the chat of another who appealed. */
	let [ended, appealed] = ['', ''];

	before(async () => {
		const { response } = await (await stage().visitor('staff1')).send('POST', '/api/v3/topics', {
			cid: 3, title: 'The best offer of the year', content: 'Buy your phones from us, the best there are.',
		});
		[pid, slug] = [Number(response.mainPid), String(response.slug)];
		ended = String((await call('POST', '', {
			uid: await uidOf('staff2'), scope: 'forum', clause: '4.4', reason: 'A password.', note: 'Called him.',
			content: { queued: 'end', scheduled: 'end', posts: 'all', since: 0 },
		})).id);
		appealed = String((await call('POST', '', {
			uid: await uidOf('owner'), scope: 'chat', withoutCause: true,
		})).id);
		const owner = await stage().terms('owner');
		const [{ code } = { code: '' }] = (await owner.me()).response.restrictions as { code: string }[];
		await owner.call('POST', `/access/${code}/appeal`, { text: 'I never wrote that chat.' });
	});

	it('is not there for members without a say', async () => {
		const page = await stage().page('customer');
		const answer = await page.goto('/forum-terms/restrictions');
		assert.equal(answer?.status(), 403);
		await page.goto('/user/staff1');
		assert.equal(await page.locator('a[href*="forum-terms-access"]').count(), 0);
	});

	it('is reached from a member and from a post, with both filled in', async () => {
		const page = await stage().page('moderator');
		await page.goto('/user/staff1');
		await page.click('a[href*="forum-terms-access"]');
		await page.waitForSelector(form);
		assert.equal(await page.inputValue('#restriction-member'), 'staff1');
		await page.goto(`/topic/${slug}`);
		await page.click('[component="post/tools"] [data-bs-toggle="dropdown"]');
		await page.click('[component="forum-terms/restrict"]');
		await page.waitForSelector(form);
		assert.equal(await page.inputValue('#restriction-member'), 'staff1');
		assert.equal(await page.inputValue('#restriction-evidence'), String(pid));
		await assertSound(page);
	});

	it('gives a restriction another end', async () => {
		const { id } = await call('POST', '', { uid: await uidOf('customer'), scope: 'chat', clause: '4.1', reason: 'Loud.' });
		const page = await stage().page('moderator');
		await page.goto(`/forum-terms/restrictions?id=${String(id)}`);
		const end = 'form[data-role="end"]';
		await page.waitForSelector(end);
		// It lasts; without the script, there is a field for the date all the same.
		await page.waitForSelector('#restriction-end-until', { state: 'hidden' });
		await page.check('#restriction-end-date');
		await page.fill('#restriction-end-reason', 'A week will do.');
		await page.click(`${end} [type="submit"]`);
		await page.waitForSelector('#restriction-end-until-problem');
		await page.fill('#restriction-end-until', '2099-05-04T10:30');
		await assertSound(page);
		await page.click(`${end} [type="submit"]`);
		await page.waitForSelector('[data-role="events"] >> text=A week will do.');
		assert.equal(await page.inputValue('#restriction-end-until'), '2099-05-04T10:30');
		await call('DELETE', `/${String(id)}`, { reason: 'Enough.' });
	});

	it('says at the field what is missing, with the focus there, and loses nothing', async () => {
		const page = await stage().page('moderator');
		await page.goto('/forum-terms/restrictions?new=1');
		await page.fill('#restriction-reason', 'Advertising, three times.');
		await page.click(`${form} [type="submit"]`);
		await page.waitForSelector('#restriction-member-problem');
		assert.equal(await focused(page), 'restriction-member');
		await page.fill('#restriction-member', 'staff1');
		await page.click(`${form} [type="submit"]`);
		await page.waitForSelector('#restriction-scope-problem >> text=what to restrict');
		await page.check('#restriction-scope-categories');
		await page.click(`${form} [type="submit"]`);
		await page.waitForSelector('#restriction-places-problem');
		await assertSound(page);
		await page.check('#restriction-category-3');
		assert.equal(await page.locator('#restriction-places-problem').count(), 0);
		await page.click(`${form} [type="submit"]`);
		await page.waitForSelector('#restriction-clause-problem');
		await page.selectOption('#restriction-clause', '4.1');
		await page.fill('#restriction-evidence', '999999');
		await page.click(`${form} [type="submit"]`);
		await page.waitForSelector('#restriction-evidence-problem >> text=999999');
		assert.equal(await page.inputValue('#restriction-reason'), 'Advertising, three times.');
		await assertSound(page);
	});

	it('preselects nothing harsh: no scope, a week, nothing taken away beside it, and no alarming button in front', async () => {
		const page = await stage().page('moderator');
		await page.goto('/forum-terms/restrictions?new=1');
		await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#restriction-until')?.value !== '');
		const chosen = await page.locator(`${form} input:checked`).evaluateAll(all => all.map(one => one.id));
		assert.deepEqual(chosen, ['restriction-begins-now', 'restriction-ends-until', 'restriction-cause-clause', 'decision-notice-sent']);
		const scopes = await page.locator(`${form} input[name="scope"]`).evaluateAll(all => all.map(one => (one as HTMLInputElement).value));
		assert.deepEqual(scopes, ['uploads', 'chat', 'replies', 'topics', 'categories', 'posting', 'forum']);
		const clauses = await page.locator('#restriction-clause option').evaluateAll(all => all.map(one => (one as HTMLOptionElement).value));
		assert.deepEqual(clauses, ['', '1', '3', '4', '4.1', '4.2', '4.4', '4.12', '5']);
		assert.deepEqual(await page.locator('[data-role="restrictions"] .btn-primary').evaluateAll(all => all.map(one => one.textContent)), ['Preview the effects']);
	});

	it('ends access by keyboard alone: effects first, then one question, then the case', async () => {
		const page = await stage().page('moderator');
		await page.goto(`/forum-terms/restrictions?pid=${pid}`);
		await tabTo(page, 'input[name="scope"]');
		while (await focused(page) !== 'restriction-scope-posting') {
			await page.keyboard.press('ArrowDown');
		}
		await tabTo(page, '#restriction-clause');
		await page.keyboard.press('4');
		await page.selectOption('#restriction-clause', '4.1');
		await tabTo(page, '#restriction-reason');
		await page.keyboard.type('This is advertising.');
		await tabTo(page, `${form} [type="submit"]`);
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-role="effects"]:not(.d-none)');
		assert.equal(await focused(page), 'restriction-effects');
		await page.waitForSelector('[data-group="ends"] >> text=applies immediately');
		await page.waitForSelector('[data-group="stays"]');
		await assertSound(page);
		await tabTo(page, '[data-action="end"]');
		await page.keyboard.press('Enter');
		await page.waitForSelector('dialog[open] >> text=staff1 will be restricted (topics, replies and edits), starting now, until');
		await assertSound(page);
		await page.keyboard.press('Escape');
		await page.waitForSelector('dialog[open]', { state: 'detached' });
		assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-action')), 'end');
		await page.keyboard.press('Enter');
		await tabTo(page, '[data-answer="yes"]');
		await page.keyboard.press('Enter');
		await page.waitForSelector('[data-role="case"] >> text=This is advertising.');
		await page.waitForSelector('[data-role="events"] >> text=Started');
		await assertSound(page);
	});

	it('looks again when what was shown is no longer what would happen', async () => {
		const page = await stage().page('moderator');
		await page.goto(`/forum-terms/restrictions?uid=${await uidOf('newcomer')}`);
		await page.check('#restriction-scope-forum');
		await page.check('#restriction-cause-none');
		await page.click(`${form} [type="submit"]`);
		await page.waitForSelector('[data-action="end"]:visible');
		await page.fill('#restriction-note', 'Changed after looking.');
		await page.waitForSelector('[data-role="moved"]:not(.d-none) >> text=You have changed something');
		assert.equal(await page.isVisible('[data-action="end"]'), false);
		await page.click(`${form} [type="submit"]`);
		await page.waitForSelector('[data-action="end"]:visible');
		await page.route('**/admin/restrictions', route => route.fulfill({ status: 409, json: {
			status: { code: 'conflict', message: 'It moved on.' },
			response: { code: 'restriction-moved-on', field: 'plan' },
		} }));
		await page.click('[data-action="end"]');
		await page.click('[data-answer="yes"]');
		await page.waitForSelector('[data-role="moved"]:not(.d-none) >> text=It moved on.');
		assert.equal(await page.isVisible('[data-action="end"]'), true);
		assert.equal(await page.inputValue('#restriction-note'), 'Changed after looking.');
	});

	it('lists, filters, and gives access back with a reason', async () => {
		const page = await stage().page('moderator');
		await page.goto('/forum-terms/restrictions?state=in-force');
		await page.waitForSelector(`[data-restriction="${ended}"] >> text=staff2 – whole forum`);
		await assertSound(page);
		await page.goto('/forum-terms/restrictions?state=waiting');
		assert.equal(await page.locator(`[data-restriction="${ended}"]`).count(), 0);
		await page.goto(`/forum-terms/restrictions?id=${ended}`);
		await page.waitForSelector('text=Devices that have to log in again');
		await page.click('form[data-role="lift"] [type="submit"]');
		await page.waitForSelector('#restriction-lift-reason-problem');
		await page.fill('#restriction-lift-reason', 'It was a test key.');
		await page.check('#restriction-lift-keep');
		await page.click('form[data-role="lift"] [type="submit"]');
		await page.waitForSelector('[data-role="case"] >> text=lifted');
		const { state } = await call('GET', `/${ended}`);
		assert.equal(state, 'ended');
		await assertSound(page);
	});

	it('answers an appeal in words', async () => {
		// Another person than whoever decided.
		const page = await stage().page('admin');
		await page.goto('/forum-terms/restrictions?state=appeal');
		await page.click(`[data-restriction="${appealed}"] a`);
		await page.waitForSelector('[data-role="appeal"] >> text=I never wrote that chat.');
		assert.equal(await page.locator('form[data-role="lift"]').count(), 0, 'one way to end it');
		assert.equal(await page.textContent('[data-role="case"] .btn-primary'), 'Grant and lift restriction');
		await page.click('form[data-role="answer"] [value="granted"]');
		await page.waitForSelector('#restriction-answer-problem');
		await page.fill('#restriction-answer', 'You are right, sorry.');
		await page.click('form[data-role="answer"] [value="granted"]');
		await page.waitForSelector('[data-role="appeal"] >> text=Granted');
		await page.waitForSelector('[data-role="case"] >> text=after an appeal');
	});

	it('asks whoever banned from the forum\'s own screens for the cause, and takes it in words', async () => {
		const banned = await uidOf('newcomer');
		await (await stage().visitor('moderator')).send('PUT', `/api/v3/users/${banned}/ban`, { until: 0, reason: 'Spam' });
		const page = await stage().page('moderator');
		const line = page.locator('[data-restriction] >> text=newcomer – whole forum');
		for (let tries = 0; tries < 20 && await line.count() === 0; tries += 1) {
			await page.goto('/forum-terms/restrictions?state=owed');
		}
		await page.click('[data-restriction]:has-text("newcomer – whole forum") a');
		await page.waitForSelector('form[data-role="cause"]');
		await assertSound(page);
		await page.fill('#restriction-reason', 'Three advertisements in an hour.');
		await page.click('form[data-role="cause"] [type="submit"]');
		await page.waitForSelector('#restriction-clause-problem');
		assert.equal(await focused(page), 'restriction-clause');
		assert.equal(await page.inputValue('#restriction-reason'), 'Three advertisements in an hour.');
		await page.selectOption('#restriction-clause', '4.1');
		await page.click('form[data-role="cause"] [type="submit"]');
		await page.waitForSelector('[data-role="events"] >> text=Reason given');
		assert.equal(await page.locator('form[data-role="cause"]').count(), 0);
		await page.waitForSelector('[data-role="case"] >> text=Three advertisements in an hour.');
	});
});
