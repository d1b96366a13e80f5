import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rulesHtml } from '../../lib/categories/rules/rules-html';
import { termsDifference } from '../../lib/terms/text/difference';
import { textHash, versionHash } from '../../lib/terms/text/hash';
import { renderTerms } from '../../lib/terms/text/markdown';

const sample = '## 4. Posting\n\nBefore you post:\n\n1. Be kind.\n2. No data of others.\n\n## Definitions\n\nForum means all.';

describe('terms text', () => {
	it('numbers headings and the items below them as clauses', () => {
		assert.deepEqual(renderTerms(sample).clauses.map(({ id }) => id), ['4', '4.1', '4.2', 'definitions']);
	});

	it('gives every clause an anchor to cite', () => {
		const { html } = renderTerms(sample);
		assert.match(html, /<h2 id="clause-4">/);
		assert.match(html, /<li id="clause-4-2">/);
		assert.match(html, /<h2 id="clause-definitions">/);
	});

	it('tells a number that is used twice apart', () => {
		assert.deepEqual(renderTerms('## 2. A\n\nx\n\n## 2. B\n\ny').clauses.map(({ id }) => id), ['2', '2-2']);
	});

	it('lets no script, style or handler through', () => {
		const { html } = renderTerms('## 1. <script>alert(1)</script>\n\n<img src=x onerror=alert(1)> [a](javascript:alert(1))');
		assert.doesNotMatch(html, /<script|<img|href="javascript/);
	});

	it('shows HTML as it was typed, in terms and in the rules of a category', () => {
		assert.match(renderTerms('Read <b>this</b>.').html, /Read &lt;b&gt;this&lt;\/b&gt;\./);
		assert.match(rulesHtml('Read <b>this</b>.'), /Read &lt;b&gt;this&lt;\/b&gt;\./);
	});

	it('law: whatever is written, the HTML holds no tag outside the profile', () => {
		fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => {
			const tags = [...renderTerms(text).html.matchAll(/<\/?([a-z0-9]+)/g)].map(match => match[1]);
			assert.ok(tags.every(tag => !['script', 'img', 'iframe', 'style', 'svg', 'object'].includes(tag ?? '')));
		}));
	});

	it('hashes the same words the same, whatever the line ends', () => {
		assert.equal(textHash('forum-1', 'en-GB', 'a\r\nb\n'), textHash('forum-1', 'en-GB', 'a\nb'));
		assert.notEqual(textHash('forum-1', 'en-GB', 'a'), textHash('forum-2', 'en-GB', 'a'));
		assert.notEqual(textHash('forum-1', 'en-GB', 'a'), textHash('forum-1', 'de', 'a'));
		assert.equal(versionHash({ 'en-GB': 'a', 'de': 'b' }), versionHash({ 'de': 'b', 'en-GB': 'a' }));
	});
});

describe('terms difference', () => {
	const compare = (before: string, after: string) =>
		termsDifference(renderTerms(before).clauses, renderTerms(after).clauses);

	it('says clause by clause what came, went and changed', () => {
		const { clauses } = compare('## 1. A\n\nold words\n\n## 2. B\n\ngone', '## 1. A\n\nnew words\n\n## 3. C\n\nhere');
		assert.deepEqual(clauses.map(({ clause, state }) => [clause, state]), [
			['1', 'changed'], ['3', 'added'], ['2', 'removed'],
		]);
		assert.deepEqual(clauses[0]?.parts.map(({ text, state }) => [text, state]), [
			['old', 'removed'], ['new', 'added'], [' words', 'same'],
		]);
	});

	it('law: the parts read together are the old text and the new text', () => {
		const words = fc.array(fc.constantFrom('may', 'must', 'post', 'not', 'the', 'forum'), { minLength: 1, maxLength: 30 });
		fc.assert(fc.property(words, words, (a, b) => {
			const [clause] = compare(`## 1. A\n\n${a.join(' ')}`, `## 1. A\n\n${b.join(' ')}`).clauses;
			const read = (without: string) => clause?.parts.filter(({ state }) => state !== without).map(({ text }) => text).join('');
			assert.equal(read('added'), a.join(' '));
			assert.equal(read('removed'), b.join(' '));
		}));
	});
});
