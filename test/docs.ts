import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { refusalTable } from '../lib/kernel/refusals/refusal';
import { expectation, type SettingSpec } from '../lib/kernel/slice/settings';
import { createPlugin } from '../lib/plugin';
import { hostInMemory } from './builders/host';
import { wiring } from './builders/wiring';

export const root = resolve(__dirname, '..', '..');

/** docs/refusals.md, made of the table in lib/kernel/refusals/refusal.ts and the English sentences. */
export function refusalsPage(): string {
	const sentences = JSON.parse(readFileSync(join(root, 'languages/en-GB/forum-terms.json'), 'utf8')) as Record<string, string>;
	const rows = Object.entries(refusalTable).map(([code, { status, clause, isDecision }]) =>
		`| \`${code}\` | ${status} | ${clause ?? '–'} | ${isDecision ? 'yes' : '–'} | ${(sentences[`refusal.${code}`] ?? '').replaceAll('|', '\\|')} |`);
	return [
		'# Refusals', '',
		"On the plugin's own routes a refusal comes with this status and `{ code, clause?, field?, termsVersion? }` in `response`. On",
		"NodeBB's own write routes it is a 4xx whose message is the same sentence in the reader's language. `%1`, `%2` … are what the",
		'sentence is about. A decision rests on its clause, and its sentence names it. Otherwise `clause` only says which part of the',
		'terms the request was about. `npm run docs` writes this page.', '',
		'| code | status | clause | decision | sentence |', '| --- | --- | --- | --- | --- |', ...rows, '',
	].join('\n');
}

/** docs/failure-policies.md, made of the hooks of the slices and of the rows that plugin.json has for them. */
export function failurePoliciesPage(): string {
	const wired = wiring();
	const rows = createPlugin(hostInMemory().host).slices.flatMap(({ name: slice, hooks: own = {} }) =>
		Object.entries(own).map(([name, { onFailure, why }]) => {
			const names = wired.filter(({ calls }) => calls.includes(`${slice}.${name}`)).map(({ hook }) => `\`${hook}\``);
			return `| ${slice} | ${name} | ${names.join(', ')} | ${onFailure} | ${why.replaceAll('|', '\\|')} |`;
		}));
	return [
		'# When the plugin itself fails', '',
		'`closed`: the action is refused with a sentence that says so. `open`: it continues as if the plugin were absent. `hold`: the',
		'post waits for staff. An unexpected error is logged once with slice, handler and uid, never with content, e-mail or IP.',
		'Guards before NodeBB\'s own writes (lib/posting/host-writes.ts) fail closed. `npm run docs` writes this page.', '',
		'| slice | handler | hooks of NodeBB | policy | why |', '| --- | --- | --- | --- | --- |', ...rows, '',
	].join('\n');
}

/** What an administrator may enter, and what holds without it. */
function valuesOf(spec: SettingSpec): [initial: string, allowed: string] {
	const initial = spec.kind === 'boolean' ? (spec.default ? 'on' : 'off') : String(spec.default).replaceAll('\n', ', ');
	return [initial === '' ? '–' : `\`${initial}\``, expectation(spec)];
}

/** docs/settings.md, made of the settings of the slices and the words that the ACP has for them. */
export function settingsPage(): string {
	const path = join(root, 'languages/en-GB/admin/plugins/forum-terms.json');
	const words = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
	const parts = createPlugin(hostInMemory().host).slices.flatMap(({ name, settings = {} }) => {
		const rows = Object.entries(settings).map(([key, spec]) => {
			const cells = [words[`settings.${key}`] ?? '', `\`${key}\``, ...valuesOf(spec), words[`settings.${key}-help`] ?? ''];
			return `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
		});
		return rows.length === 0 ? [] :
			[`## ${words[`settings.group.${name}`] ?? name}`, '', '| setting | key | default | allowed | what it does |', '| --- | --- | --- | --- | --- |', ...rows, ''];
	});
	return [
		'# Settings', '',
		"Administrators change these in the ACP under *Forum terms*. They are stored in NodeBB's own settings, `settings:forum-terms`, and",
		'apply immediately. A stored value that is not allowed counts as the default. *Allowed* says the range of a number, the words of a',
		'choice, and for a text its greatest length or an example. `npm run docs` writes this page.', '', ...parts,
	].join('\n');
}

if (require.main === module) {
	writeFileSync(join(root, 'docs', 'settings.md'), settingsPage());
	writeFileSync(join(root, 'docs', 'refusals.md'), refusalsPage());
	writeFileSync(join(root, 'docs', 'failure-policies.md'), failurePoliciesPage());
}
