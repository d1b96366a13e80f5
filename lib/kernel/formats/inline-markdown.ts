import MarkdownIt from 'markdown-it';
import { safeHtml } from './html';

// Links, emphasis and code within a line; lists and paragraphs too where a text has several lines.
const parser = new MarkdownIt('zero', { html: false }).enable(['emphasis', 'link', 'backticks', 'escape', 'newline', 'list']);
// A question is read on more than one page, so a relative address would lead nowhere.
parser.validateLink = address => /^(?:https?:|mailto:)/i.test(address);

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

const isMarked = (text: string) => /[*_`[\\]|^\s*(?:[-+]|\d+[.)])\s/m.test(text);

function wordsIn(tokens: readonly Token[]): string {
	return tokens.map(({ type, content }) => (type.endsWith('break') ? '\n' : content)).join('');
}

/** The words of a text without its Markdown: `I read the rules` for `I read the [rules](https://example.org)`. */
export function plainMarkdown(text: string): string {
	if (!isMarked(text)) {
		return text;
	}
	const lines = parser.parse(text, {}).flatMap((token): string[] =>
		(token.type === 'inline' ? [wordsIn(token.children ?? [])] : token.type === 'list_item_open' ? ['\u2022 '] : []));
	return lines.join('\n').replaceAll('\u2022 \n', '\u2022 ');
}

/** The same as safe HTML; `inline` for one line, such as a label. */
export function markdownHtml(text: string, { inline }: { inline: boolean }): string {
	return safeHtml(inline ? parser.renderInline(text) : parser.render(text), 'inline');
}
