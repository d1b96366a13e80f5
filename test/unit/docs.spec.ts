import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failurePoliciesPage, refusalsPage, root, settingsPage } from '../docs';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = ['README.md', ...readdirSync(join(root, 'docs')).map(name => join('docs', name))];

describe('docs', () => {
	it('list every refusal as the code has it (npm run docs)', () => {
		assert.equal(read('docs/refusals.md'), refusalsPage());
	});

	it('list how every handler fails, and why, as the code has it (npm run docs)', () => {
		assert.equal(read('docs/failure-policies.md'), failurePoliciesPage());
	});

	it('list every setting as code and ACP have it (npm run docs)', () => {
		assert.equal(read('docs/settings.md'), settingsPage());
	});

	it('name every key that the plugin stores (docs/data.md)', () => {
		const page = read('docs/data.md');
		const sources = (readdirSync(join(root, 'lib'), { recursive: true }) as string[]).filter(path => path.endsWith('.ts'));
		// A key ends where a variable part begins; language keys and caches are no rows.
		const keys = sources.flatMap(path => read(join('lib', path)).split('\n').flatMap(line =>
			(/\[\[|title:|text:|key: '|tx\(|cache\(/.test(line) ? [] : [...line.matchAll(/[`']forum-terms:([a-z-]+)(?=[:`'])/g)])))
			.map(([, stem = '']) => stem);
		const journals = sources.flatMap(path => [...read(join('lib', path)).matchAll(/\bjournal\([\w.]+, '([a-z-]+)'/g)])
			.map(([, stem = '']) => stem);
		assert.ok(keys.length > 90 && journals.length > 3, `${keys.length} ${journals.length}`);
		assert.deepEqual([...keys, ...journals].filter(stem => !new RegExp(`\`${stem}[:\`]`).test(page)), []);
	});

	it('name every field that the plugin adds to a row of NodeBB (docs/data.md)', () => {
		const page = read('docs/data.md');
		// What forms send, what answers carry, and what is passed from one hook to the next; nothing of it is stored.
		const passing = [
			'Accept', 'Agree', 'Answer', 'Asked', 'Choices', 'Confirm', 'Field', 'Language', 'Moved', 'Owed', 'PartnerBadge',
			'Queued', 'Rules', 'Silent', 'Staff', 'Versions',
		];
		const sources = (readdirSync(join(root, 'lib'), { recursive: true }) as string[]).filter(path => path.endsWith('.ts'));
		const found = new Set(sources.flatMap(path => [...read(join('lib', path)).matchAll(/\bforumTerms([A-Z]\w*)/g)])
			.map(([, name = '']) => name));
		assert.deepEqual(passing.filter(name => !found.has(name)), []);
		const missing = [...found].filter(name => !passing.includes(name) && !page.includes(`\`forumTerms${name}\``));
		assert.deepEqual(missing, []);
	});

	it('are all found from README.md', () => {
		const missing = pages.filter(page => page.endsWith('.md') && page !== 'README.md' && !read('README.md').includes(`](${page})`));
		assert.deepEqual(missing, []);
	});

	it('say each word of the dictionary once', () => {
		const words = [...read('docs/dictionary.md').matchAll(/^\| ([^|]+) \|/gm)]
			.flatMap(([, heads = '']) => heads.split(',').map(word => word.trim())).filter(word => !/^(word|-+)$/.test(word));
		assert.ok(words.length > 80, String(words.length));
		assert.deepEqual(words.filter((word, index) => words.indexOf(word) !== index), []);
	});

	/** Sentences and items outside of tables and examples. */
	const sentences = (page: string) => page.replaceAll(/^```[^]*?^```$/gm, '').replaceAll(/^\|.*$/gm, '').replaceAll(/\s+/g, ' ')
		.split(/(?<=[.:;]) | - /).map(part => part.trim()).filter(part => part.length > 25);

	for (const page of [...pages, 'CHANGELOG.md'].filter(name => name.endsWith('.md'))) {
		it(`${page} says nothing twice`, () => {
			const all = sentences(read(page));
			assert.deepEqual(all.filter((sentence, index) => all.indexOf(sentence) !== index), []);
		});
	}

	for (const page of pages) {
		it(`${page} links to files that are there`, () => {
			const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(match => match[1] ?? '');
			assert.deepEqual(links.filter(link => !existsSync(join(root, dirname(page), link))), []);
		});
	}
});
