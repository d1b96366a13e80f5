import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { refusalTable } from '../lib/kernel/refusal';

export const root = resolve(__dirname, '..', '..');

/** docs/refusals.md, made of the table in lib/kernel/refusal.ts and the English sentences. */
export function refusalsPage(): string {
	const sentences = JSON.parse(readFileSync(join(root, 'languages/en-GB/forum-terms.json'), 'utf8')) as Record<string, string>;
	const rows = Object.entries(refusalTable).map(([code, { status, clause }]) =>
		`| \`${code}\` | ${status} | ${clause ?? '–'} | ${(sentences[`refusal.${code}`] ?? '').replaceAll('|', '\\|')} |`);
	return [
		'# Refusals', '',
		"On the plugin's own routes a refusal comes with this status and `{ code, clause?, field?, termsVersion? }` in `response`. On",
		"NodeBB's own write routes it is a 4xx whose message is the same sentence in the reader's language. `%1`, `%2` … are what the",
		'sentence is about. `npm run docs` writes this page.', '',
		'| code | status | clause | sentence |', '| --- | --- | --- | --- |', ...rows, '',
	].join('\n');
}

if (require.main === module) {
	writeFileSync(join(root, 'docs', 'refusals.md'), refusalsPage());
}
