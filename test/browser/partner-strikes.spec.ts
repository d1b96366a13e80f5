import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { sandboxSocket } from '../driver/socket';
import { assertSound, describeInBrowser, tabTo } from './stage';

const base = '/api/v3/plugins/forum-terms/partners/acme';

describeInBrowser('strikes on the page of a partner account', (stage) => {
	/** Numbers of the strikes: the moderator's two and the administrator's one. */
	let ids: number[] = [];

	before(async () => {
		const admin = await stage().visitor('admin');
		const uidOf = async (name: string) => Number((await (await stage().visitor(name)).get('/api/self')).json.uid);
		const saved = await admin.send('PUT', '/api/v3/plugins/forum-terms/admin/partners/acme', {
			company: 'Acme Telecom', level: 'Gold', owners: [await uidOf('owner')],
			staff: [{ uid: await uidOf('staff1'), role: 'support' }, { uid: await uidOf('staff2'), role: 'sales' }],
		});
		assert.equal(saved.status, 200, saved.text);
		const give = async (giver: string, writer: string, clause: string, points: number, reason: string) => {
			const { response } = await (await stage().visitor(writer)).send('POST', '/api/v3/topics/2', {
				content: `Something that ${writer} should not have written, clause ${clause}.`,
			});
			const given = await (await stage().visitor(giver)).send('POST', `${base}/strikes`, {
				pid: Number(response.pid), clause, points, reason,
			});
			assert.equal(given.status, 200, given.text);
			return Number((given.response.strike as { id: number }).id);
		};
		ids = [
			await give('moderator', 'staff1', '4.1', 4, 'This is an advertisement.\nPlease answer the question that was asked <b>instead</b>.'),
			await give('moderator', 'staff2', '4.4', 10, 'It names the licence key of a customer.'),
			await give('admin', 'staff2', '4.2', 2, 'It names a person.'),
		];
	});

	const row = (index: number) => `[data-strike="${ids[index] ?? 0}"]`;
	const look = async (page: Page, name: string) => {
		if (process.env.SCREENSHOTS) {
			await page.screenshot({ path: `${process.env.SCREENSHOTS}/strikes-${name}.png`, fullPage: true });
		}
		await assertSound(page);
	};
	const openPage = async (who: string) => {
		const page = await stage().page(who);
		await page.goto(`/forum-terms/partner?tab=strikes${who === 'owner' ? '' : '&id=acme'}`);
		await page.waitForSelector('[data-role="standing"]');
		return page;
	};
	const badge = (page: Page) => page.locator('.forum-terms-tabs .active .badge:not(.d-none)').allInnerTexts();

	it('show the owner what waits for their answer, for what, and what comes next', async () => {
		const page = await openPage('owner');
		assert.deepEqual(await badge(page), ['3']);
		assert.match(await page.innerText('[data-role="standing"]'), /Now: 0 points from 0 people\./);
		assert.equal(await page.getAttribute('[role="meter"]', 'aria-valuetext'), 'Points: 0 of 3');
		const text = await page.innerText(row(0));
		for (const part of [/Clause 4\.1: Prohibited content/, /Post by staff1/, /given by the forum’s staff/, /Points: 4/,
			/asked <b>instead<\/b>/, /counts from /, /You can answer once/]) {
			assert.match(text, part);
		}
		assert.equal(await page.locator('[data-role="referrals"], [data-act]').count(), 0);
		await look(page, 'owner');
	});

	it('are answered by the owner with the keyboard only; what is missing is said, nothing typed is lost', async () => {
		const page = await openPage('owner');
		await page.fill(`#strike-answer-${ids[2] ?? 0}`, 'Not sent yet.');
		await page.click('h1');
		for (const index of [0, 1]) {
			await tabTo(page, `#strike-answer-${ids[index] ?? 0}`, 120);
			await page.keyboard.press('Tab');
			await page.keyboard.press('Enter');
			await page.waitForSelector(`#strike-answer-${ids[index] ?? 0}-problem >> text=at least 3 characters`);
			assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA');
			await page.keyboard.type('A customer asked for exactly this.');
			assert.equal(await page.locator(`#strike-answer-${ids[index] ?? 0}-problem`).count(), 0);
			await page.keyboard.press('Tab');
			await page.keyboard.press('Enter');
			await page.waitForSelector(`${row(index)}[data-state="answered"]`);
			assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-strike')), String(ids[index]));
		}
		assert.match(await page.innerText(`${row(0)} [data-role="answer"]`), /A customer asked for exactly this\./);
		assert.equal(await page.inputValue(`#strike-answer-${ids[2] ?? 0}`), 'Not sent yet.');
		assert.deepEqual(await badge(page), ['1']);
		await look(page, 'answered');
	});

	it('leave the decision to somebody else than the giver, who may only take them back', async () => {
		const page = await openPage('moderator');
		assert.deepEqual(await badge(page), ['2']);
		assert.match(await page.innerText(row(0)), /another person has to decide/);
		assert.deepEqual(await page.locator(`${row(0)} [data-act]`).allInnerTexts(), ['Withdraw the strike']);
		await page.click(`${row(0)} [data-act="withdraw"]`);
		await look(page, 'giver');
		await page.keyboard.type('He is right, a customer did ask.');
		await page.click(`${row(0)} form [type="submit"]`);
		await page.waitForSelector(`${row(0)}[data-state="withdrawn"]`);
		assert.match(await page.innerText(`${row(0)} [data-role="decision"]`), /Withdrawn by moderator[\s\S]*a customer did ask/);
		assert.equal(await page.locator(`${row(0)} [data-act]`).count(), 0);
		assert.equal(await page.locator('[data-role="referrals"]').count(), 0);
	});

	it('count once somebody decides so, by keyboard, and the standing follows', async () => {
		const page = await openPage('admin');
		await tabTo(page, `${row(1)} [data-act="counts"]`, 120);
		await page.keyboard.press('Enter');
		await page.waitForSelector(`${row(1)} textarea:focus`);
		await page.keyboard.type('A licence key is nobody else’s business.');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.waitForSelector(`${row(1)}[data-state="counts"]`);
		assert.match(await page.innerText('[data-role="standing"]'), /10 points from 1 person \(under review\)[\s\S]*Since /);
		await page.waitForSelector('[data-role="state"].border-warning >> text=under review');
		assert.deepEqual(await badge(page), []);
		await look(page, 'decided');
	});

	it('lead to a referral that only asks the partner team, and shows where it went', async () => {
		const page = await openPage('admin');
		assert.match(await page.innerText('[data-role="referrals-lead"]'), /does not end the 3CX partner account/);
		await page.fill('#partner-referral', 'Goes on after three talks.');
		await page.click('[data-role="referrals"] form [type="submit"]');
		await page.click('[data-answer="ok"]');
		await page.waitForSelector('[data-role="referrals"] [data-role="mailed"] >> text=Not sent');
		await page.waitForSelector('.modal', { state: 'detached' });
		const admin = await stage().visitor('admin');
		const set = await sandboxSocket(admin, 'admin.settings.set', {
			hash: 'forum-terms', values: { partnerTeamEmail: 'team@vendor.example' },
		});
		assert.equal(set.error, '');
		await page.click('[data-role="referrals"] li button');
		await page.waitForSelector('[data-role="mailed"] >> text=Sent to team@vendor.example');
		const { response } = await (await stage().visitor('owner')).send('GET', `${base}/strikes`);
		assert.equal((response.referrals as { reason: string }[])[0]?.reason, 'Goes on after three talks.');
		await look(page, 'referred');
		const owner = await openPage('owner');
		assert.match(await owner.innerText('[data-role="referrals"]'), /Goes on after three talks\./);
		assert.match(await owner.innerText('[data-role="mailed"]'), /^Sent to the partner team on/);
		assert.equal(await owner.locator('[data-role="referrals"] form, [data-role="referrals"] button').count(), 0);
		await look(owner, 'owner-referred');
	});

	it('show somebody who moderates single categories those for posts there, and nothing else of the account', async () => {
		const admin = await stage().visitor('admin');
		const customer = Number((await (await stage().visitor('customer')).get('/api/self')).json.uid);
		const { cid } = (await admin.get('/api/topic/2')).json;
		await admin.send('PUT', `/api/v3/categories/${Number(cid)}/moderator/${customer}`, {});
		const page = await openPage('customer');
		assert.match(await page.innerText('[data-role="partner"]'), /Strikes for this company’s posts[\s\S]*Clause 4\.4/);
		assert.equal(await page.locator('.forum-terms-tabs, .forum-terms-counts, [data-role="referrals"]').count(), 0);
		assert.ok(await page.locator('[data-act="withdraw"]').count() > 0);
		await look(page, 'category-moderator');
	});

	it('open the clause and the post as they were, also when the post is gone', async () => {
		const page = await openPage('owner');
		const [evidence, reasons] = [`${row(0)} [data-role="evidence"]`, `${row(0)} [data-role="reasons"]`];
		const admin = await stage().visitor('admin');
		const { response } = await admin.send('GET', `${base}/strikes`);
		const pid = (response.strikes as { id: number; pid: string }[]).find(({ id }) => id === ids[0])?.pid;
		assert.equal((await admin.send('DELETE', `/api/v3/posts/${String(pid)}`)).status, 200);
		await page.click(`${evidence} summary`);
		await page.waitForSelector(`${evidence} >> text=Something that staff1 should not have written, clause 4.1.`);
		await page.click(`${reasons} summary`);
		await page.waitForSelector(`${reasons} [data-role="sentence"]`);
		assert.match(await page.innerText(`${reasons} [data-line="cause"]`), /version \d+ of/);
		assert.equal(await page.innerText(`${reasons} [data-line="by"]`), 'the forum’s staff');
		await look(page, 'proof');
	});

	it('stand below a suspension, which the owner answers once and only another administrator upholds', async () => {
		const admin = await stage().visitor('admin');
		const account = '/api/v3/plugins/forum-terms/admin/partners/acme/suspension';
		await admin.send('PUT', account, { clause: '4.12', reason: 'Invented endorsements.', notice: 'sent' });
		const page = await openPage('owner');
		const hearing = '[data-role="hearing"]';
		await page.fill(`${hearing} textarea`, 'They were real: we can show them.');
		await page.click(`${hearing} [type="submit"]`);
		await page.waitForSelector(`${hearing} [data-role="answer"]`);
		assert.equal(await page.locator(`${hearing} form`).count(), 0);
		await look(page, 'hearing');
		const desk = await stage().page('admin');
		await desk.goto('/forum-terms/waiting');
		await desk.waitForSelector('[data-role="waiting"] [data-kind="suspension-answer"]');
		await look(desk, 'waiting');
		await desk.click('[data-kind="suspension-answer"] a');
		// Nobody else administers this forum, so the record will say that they decided alone.
		await desk.fill(`${hearing} textarea`, 'They were not.');
		await desk.click(`${hearing} [type="submit"]`);
		await desk.waitForSelector(`${hearing} [data-role="decision"] >> text=They were not.`);
		await look(desk, 'upheld');
		await admin.send('DELETE', account, { reason: 'For the next spec.' });
	});
});
