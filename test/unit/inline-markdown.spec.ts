import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownHtml, plainMarkdown } from '../../lib/kernel/formats/inline-markdown';

describe('Markdown in a question', () => {
	for (const [text, words, html] of [
		['I read the [rules](https://example.org/r) and the **guide**', 'I read the rules and the guide',
			'I read the <a href="https://example.org/r" rel="nofollow ugc noopener" target="_blank">rules</a> and the <strong>guide</strong>'],
		['Run `sip <alg>` *once*', 'Run sip <alg> once', 'Run <code>sip &lt;alg&gt;</code> <em>once</em>'],
		['snake_case and 3 * 4 * 5', 'snake_case and 3 * 4 * 5', 'snake_case and 3 * 4 * 5'],
		['no \\*stars\\*', 'no *stars*', 'no *stars*'],
		['[click](javascript:alert(1)) <b>x</b>', '[click](javascript:alert(1)) <b>x</b>', '[click](javascript:alert(1)) &lt;b&gt;x&lt;/b&gt;'],
		['![a picture](https://example.org/x.png)', '!a picture', '!<a href="https://example.org/x.png" rel="nofollow ugc noopener" target="_blank">a picture</a>'],
	] as const) {
		it(`of ${JSON.stringify(text)}: words and safe HTML`, () => {
			assert.equal(plainMarkdown(text), words);
			assert.equal(markdownHtml(text, { inline: true }), html);
		});
	}

	it('may have lists in a help text', () => {
		assert.equal(plainMarkdown('First:\n\n- one `x`\n- two\n'), 'First:\n\u2022 one x\n\u2022 two');
		assert.equal(markdownHtml('- one\n- **two**', { inline: false }).replaceAll('\n', ''), '<ul><li>one</li><li><strong>two</strong></li></ul>');
	});

	it('law: a text without its signs is as it was, and no text becomes a script', () => {
		fc.assert(fc.property(fc.string({ unit: 'grapheme' }).filter(text => !/[*_`[\\\d+-]/.test(text)), text => plainMarkdown(text) === text));
		const parts = fc.constantFrom('<script>', '[x](', 'javascript:', ')', '`', '**', '"', 'data:text/html,', '<img onerror=1>', '\n- ', 'a');
		fc.assert(fc.property(fc.array(parts, { maxLength: 12 }).map(all => all.join('')), text =>
			!/<(?:script|img)|href="(?!https?:|mailto:)[^"]*:/i.test(markdownHtml(text, { inline: false }))), { numRuns: 500 });
	});
});
