import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clauseIds } from '../../lib/kernel/refusals/clause';
import { termsDifference } from '../../lib/terms/text/difference';
import { clausesIn, renderTerms } from '../../lib/terms/text/markdown';

const idsIn = (text: string) => clausesIn(text).map(({ id }) => id);
const items = (count: number, indent = '  ') =>
	Array.from({ length: count }, (_, index) => `${indent}${index + 1}. Do not do what number ${index + 1} names.`).join('\n');

/** As the official text comes from the page: no markdown, and a section without words. */
const pasted = `Forum Terms and Conditions

1. What the forum is for

It is for people who share ideas. It is a great place!

… And what it is not about

It is not for complaints.

2. Acceptance of the terms

Whoever uses the forum accepts them.

Definitions

  • “Forum” means all of its categories
  • “User” means whoever registers

3. What to check before posting

Please check these:

  • Did you read the guides? We want to help.
  • The prerequisites of a support ticket.

4. Posting content

Describe what you ask.

${items(12)}

5. The categories

6. Termination of access

Access may end at any time.`;

describe('clauses of a text, however it came', () => {
	it('are those of the official text as it is copied from its page, and all that decisions cite', () => {
		assert.deepEqual(idsIn(pasted), [
			'preamble', '1', '2', 'definitions', '3', '4', ...Array.from({ length: 12 }, (_, index) => `4.${index + 1}`), '5', '6',
		]);
		assert.deepEqual(clauseIds.filter(id => !idsIn(pasted).includes(id)), []);
		assert.match(renderTerms(pasted).html, /<li>“User” means/);
	});

	it('are the same where copying lost the blank lines and the blanks in front', () => {
		const lines = pasted.replace(/\n\n+/g, '\n').replace(/^ +/gm, '').replace(/^Definitions$/m, '\nDefinitions\n');
		assert.deepEqual(idsIn(lines), idsIn(pasted));
	});

	for (const [what, text, ids] of [
		['a number at any level', '### 4.5 Licence\n\nx\n\n### 4.6 Removal\n\ny', ['4.5', '4.6']],
		['sections of the first level', '# 1. Scope\n\nx\n\n# 2. Use\n\n1. y', ['1', '2', '2.1']],
		['a title above the sections', '# Forum terms\n\n# 1. Scope\n\nx', ['preamble', '1']],
		['signs and words before a number', '## § 4 Beiträge\n\n1. x\n\n## Artikel 5: Kategorien\n\n## Ziffer 6\n\n## Section 7 – Use', ['4', '4.1', '5', '6', '7']],
		['the same in lines of their own', 'Artikel 5:\n\nMan liest.\n\nZiffer 6\n\nMan schreibt.', ['5', '6']],
		['bold lines', '**7. Bold**\n\nx.\n\n**8. Bolder**\n\n1. y', ['7', '8', '8.1']],
		['a list whose last number a section could have', '1. Scope\n\nx\n\n2. Use\n\n1. Be kind\n2. Post no spam\n3. Ask first\n\n3. End\n\ny', ['1', '2', '2.1', '2.2', '2.3', '3']],
		['a list without headings', '1. Be kind to all.\n2. Post no spam.', ['1', '2']],
		['roman numbers', '## I. Scope\n\nx\n\n## IV. Posting\n\n1. y\n\n## XII. End', ['1', '4', '4.1', '12']],
		['a section below a section', '## 4. Posting\n\n### 1. Spam\n\nx\n\n### Notes\n\ny', ['4', '4.1']],
		['German definitions', '## Begriffsbestimmungen\n\nx', ['definitions']],
		['a loose list below a heading', '## Posting\n\n1. Be kind\n\n2. No spam', ['posting', 'posting.1', 'posting.2']],
		['counted lines of code', '## 1. A\n\n```\n2. B\n• c\n```', ['1']],
	] as const) {
		it(`are read from ${what}`, () => assert.deepEqual(idsIn(text), ids));
	}

	it('are said without their number, which stands before them', () => {
		assert.deepEqual(clausesIn('## 4. Posting\n\nBe clear.\n\n1. Be kind.\n2) No spam.').map(({ id, markdown }) => [id, markdown]),
			[['4', 'Be clear.'], ['4.1', 'Be kind.'], ['4.2', 'No spam.']]);
	});

	it('tell words before the first heading from a section that is called preamble', () => {
		const [before, after] = ['Old words.', 'New words.'].map(words => clausesIn(`${words}\n\n## Preamble\n\nMore.`));
		assert.deepEqual(before?.map(({ id }) => id), ['preamble', 'preamble-2']);
		assert.deepEqual(termsDifference(before ?? [], after ?? []).clauses.map(({ clause, state }) => [clause, state]),
			[['preamble', 'changed'], ['preamble-2', 'same']]);
	});

	it('are marked where their heading reads differently, with what it was', () => {
		const [change] = termsDifference(clausesIn('## 4. Prohibited content\n\nx'), clausesIn('## 4. Permitted content\n\nx')).clauses;
		assert.equal(change?.state, 'changed');
		assert.deepEqual(change?.headingParts.map(({ text, state }) => `${state}: ${text}`),
			['same: 4. ', 'removed: Prohibited', 'added: Permitted', 'same:  content']);
		assert.deepEqual(change?.parts, [{ text: 'x', state: 'same' }]);
	});

	it('are named where something counts and no number can be told', () => {
		assert.deepEqual(renderTerms('## A. Scope\n\nx\n\n## 2. Use\n\n**b) Posts**').unread, ['A. Scope', 'b) Posts']);
	});

	it('are looked for in time that does not explode, however long a line is', () => {
		for (const line of [`# ${' '.repeat(150_000)}x`, `**1. a**${' '.repeat(150_000)}x`, `1. ${'** '.repeat(60_000)}x`, `§ ${' '.repeat(150_000)}x`]) {
			assert.deepEqual(renderTerms(line).unread, []);
		}
	});

	it('print the number of an item as it is cited', () => {
		const { html } = renderTerms('## 4. Posting\n\n1. Be kind.\n\n2. No spam.\n\n## Other\n\n1. x');
		assert.match(html, /<li id="clause-4-2">\s*<span class="forum-terms-number">4\.2<\/span>/);
		assert.equal(html.match(/forum-terms-number"/g)?.length, 2);
	});

	it('have anchors in every script', () => {
		const anchors = [...renderTerms('## الشروط\n\nx\n\n## المنشورات\n\ny\n\n## 条款\n\nz').html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
		assert.deepEqual(anchors, ['clause-الشروط', 'clause-المنشورات', 'clause-条款']);
	});

	it('are where the links of a table of contents lead, under the names that editors give', () => {
		const contents = '[a](#3-your-account) [b](#your-account) [c](#clause-3) [d](#notes) [e](#%C3%BCber-uns) [f](#über-uns)';
		const { html } = renderTerms(`${contents}\n\n## 3. Your account\n\n### Notes\n\nx\n\n## Über uns\n\ny`);
		const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => `#${id}`));
		const links = [...html.matchAll(/href="(#[^"]*)"/g)].map(([, href]) => decodeURIComponent(href ?? ''));
		assert.equal(links.length, 6);
		assert.deepEqual(links.filter(link => !ids.has(link)), []);
	});

	it('law: anchors are all different, and every heading has one', () => {
		const heading = fc.constantFrom('## 4.1 A', '## 4-1', '## 4.1', '### 1. B', '## Preamble', '# A', '## preamble 2', '## 2-2', '## 2.', '1. item', 'Words.', '**3. C**');
		fc.assert(fc.property(fc.array(heading, { minLength: 1, maxLength: 12 }), (lines) => {
			const { html, clauses } = renderTerms(lines.join('\n\n'));
			const anchors = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
			assert.equal(new Set(anchors).size, anchors.length);
			assert.equal(new Set(clauses.map(({ id }) => id)).size, clauses.length);
			assert.equal([...html.matchAll(/<h\d(?! id=)/g)].length, 0);
		}));
	});
});
