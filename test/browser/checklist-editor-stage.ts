import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Stage } from './stage';

const texts = (text: string) => ({ 'en-GB': text });
export const card = (number: number) => `[data-role="checklist-items"] > li:nth-child(${number})`;
export const save = '[data-role="checklist-editor"] button[type=submit]';
export const preview = '[data-role="checklist-preview"]';

export async function prepare(stage: Stage): Promise<void> {
	const admin = await stage.terms('admin');
	const saved = await admin.call('PUT', '/admin/checklists/fax', {
		title: texts('Fax machines'), items: [
			{ key: 'machine', kind: 'choice', prompt: texts('Which machine?'), options: [
				{ value: 'one', label: texts('The first') }, { value: 'two', label: texts('The second') },
			] },
			{ key: 'manual', kind: 'confirm', prompt: texts('I read the manual') },
			{ key: 'lines', kind: 'text', prompt: texts('How many lines?') },
		],
	});
	assert.equal(saved.status, 200, saved.text);
	const waiting = await admin.call('PUT', '/admin/checklists/gates', { title: texts('Gates'), items: [
		{ key: 'gate', kind: 'choice', prompt: texts('Which gate?'), options: [
			{ value: 'one', label: texts('The first') }, { value: 'two', label: texts('The second') },
		] },
		{ key: 'lock', kind: 'text', prompt: texts('Which lock?'), shownWhen: { item: 'gate', values: ['one', 'two'] } },
	] });
	assert.equal(waiting.status, 200, waiting.text);
	await (await stage.visitor('admin')).send('POST', '/api/v3/categories', { name: 'Faxes & more', parentCid: 3 });
}

export async function openTab(page: Page, pill: string): Promise<void> {
	await page.goto('/admin/plugins/forum-terms');
	await page.waitForSelector('[data-document][data-ready]');
	await page.click('#tab-checklists');
	await page.waitForSelector('[data-role="checklists"][data-loaded]');
	await page.click(`#checklist-tab-${pill}`);
	await page.waitForSelector(`#checklist-pane-${pill}.active`);
}

export async function edit(page: Page, id: string): Promise<void> {
	await openTab(page, 'profiles');
	await page.click(`[data-profile="${id}"] [data-role="actions"] [data-action="edit"]`);
	await page.waitForSelector(`${preview} [data-item]`);
}

interface StoredItem { key: string; shownWhen?: { values?: string[] } }

export async function storedItems(stage: Stage, id: string): Promise<StoredItem[]> {
	const { response } = await (await stage.terms('admin')).call('GET', '/admin/checklists');
	const profiles = response.profiles as { id: string; items: StoredItem[] }[];
	return profiles.find(profile => profile.id === id)?.items ?? [];
}
