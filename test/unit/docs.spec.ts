import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failurePoliciesPage, refusalsPage, root } from '../docs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = ['README.md', ...readdirSync(join(root, 'docs')).map(name => join('docs', name))];

describe('docs', () => {
	it('list every refusal as the code has it (npm run docs)', () => {
		assert.equal(read('docs/refusals.md'), refusalsPage());
	});

	it('list how every handler fails, and why, as the code has it (npm run docs)', () => {
		assert.equal(read('docs/failure-policies.md'), failurePoliciesPage());
	});

	it('say each word of the dictionary once', () => {
		const words = [...read('docs/dictionary.md').matchAll(/^\| ([^|]+) \|/gm)]
			.flatMap(([, heads = '']) => heads.split(',').map(word => word.trim())).filter(word => !/^(word|-+)$/.test(word));
		assert.ok(words.length > 80, String(words.length));
		assert.deepEqual(words.filter((word, index) => words.indexOf(word) !== index), []);
	});

	for (const page of pages) {
		it(`${page} links to files that are there`, () => {
			const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(match => match[1] ?? '');
			assert.deepEqual(links.filter(link => !existsSync(join(root, dirname(page), link))), []);
		});
	}
});
