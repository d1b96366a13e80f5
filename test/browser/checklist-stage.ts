import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Stage } from './stage';

const inEnglish = (text: string) => ({ 'en-GB': text });
const option = (value: string, more: object = {}) => ({ value, label: inEnglish(value), ...more });

const trunk = [
	{ key: 'used', kind: 'choice', prompt: inEnglish('Is a trunk involved?'), options: [option('no'), option('yes')] },
	{
		key: 'trunk', kind: 'trunk', stable: true, prompt: inEnglish('Provider and country'),
		shownWhen: { item: 'used', values: ['yes'] },
	},
	{ key: 'version', kind: 'version', behind: 'block', stable: true, prompt: inEnglish('Version and update') },
	{ key: 'checked', kind: 'multi-choice', prompt: inEnglish('What was checked?'), options: [
		option('firewall', { required: true }), option('logs', { verdict: 'warn', say: inEnglish('Keep the logs private.') }),
	] },
	{ key: 'asked', kind: 'vendor', minLength: 3, readers: 'staff', prompt: inEnglish('Vendor asked first') },
	{ key: 'guide', kind: 'link', required: false, prompt: inEnglish('Guide followed') },
	{ key: 'happened', kind: 'text', minLength: 10, prompt: inEnglish('What happened?') },
	{ key: 'ports', kind: 'text', prompt: inEnglish('Which ports?'), shownWhen: { tags: ['network'] } },
	{ key: 'done', kind: 'confirm', prompt: inEnglish('I read the manual') },
];
const phone = [
	{ key: 'model', kind: 'text', prompt: inEnglish('Model of the phone') },
	...trunk.filter(({ key }) => key === 'version' || key === 'done'),
];
export const text = 'Half an hour of typing that nobody wants to do again.';
export const panel = '.forum-terms-panel';
export const at = (key: string) => `[data-item="${key}"]`;

export async function compose(page: Page, title: string): Promise<void> {
	await page.goto('/category/3');
	await page.click('[component="category/post"]');
	await page.waitForSelector(`${panel}:not(.d-none)`);
	await page.fill('#composer-title', title);
	await page.click(`${panel} [data-action="write"]`);
	await page.fill('#composer-content', text);
	await page.click(`${panel}-toggle`);
}

export async function send(page: Page): Promise<void> {
	await page.click('[component="composer"] button[type=submit]');
}

export async function answerAll(page: Page): Promise<void> {
	await page.selectOption(`${at('used')} select`, 'yes');
	await page.fill(`${at('trunk')} input`, 'Telekom');
	await page.selectOption(`${at('trunk')} select`, 'DE');
	await page.fill(`${at('version')} input`, 'V20 Update 9');
	await page.check(`${at('checked')} input[value="firewall"]`);
	await page.fill(`${at('asked')} input >> nth=0`, 'Yealink');
	await page.fill(`${at('asked')} input >> nth=1`, 'Case 12');
	await page.fill(`${at('happened')} input`, 'Calls end after 30 minutes.');
	await page.check(`${at('done')} input`);
}

/** Checklists of every kind of item: in category 3, a shorter one in 4, nothing in 5; replies in 3 are asked less. */
export async function placeChecklists(stage: Stage): Promise<void> {
	const admin = await stage.terms('admin');
	for (const [path, body] of [
		['/admin/checklists/spec-trunk', { items: trunk }],
		['/admin/checklists/spec-phone', { items: phone }],
		['/admin/checklists/spec-reply', { items: trunk.filter(({ key }) => key === 'done') }],
		['/admin/checklist-places', { topics: { 3: 'spec-trunk', 4: 'spec-phone' }, replies: { 3: 'spec-reply' } }],
		['/admin/checklist-knowledge', { releases: [{ version: 'V20 Update 9', since: 0 }], graceDays: 0 }],
	] as const) {
		const saved = await admin.call('PUT', path, body);
		assert.equal(saved.status, 200, saved.text);
	}
}

/** A call of the forum's own API as whoever the page belongs to. */
export async function callIn(page: Page, method: string, path: string, body: object): Promise<Record<string, unknown>> {
	if (page.url() === 'about:blank') {
		await page.goto('/');
	}
	return page.evaluate(async ([how, where, json]) => {
		const answer = await fetch(where ?? '', {
			method: how ?? '', body: json ?? '',
			headers: {
				'content-type': 'application/json',
				'x-csrf-token': (globalThis as unknown as { config: { csrf_token: string } }).config.csrf_token,
			},
		});
		return (await answer.json() as { response: Record<string, unknown> }).response;
	}, [method, path, JSON.stringify(body)]);
}
