import MarkdownIt from 'markdown-it';
import { clauseAnchor } from '../kernel/clause';
import { safeHtml } from '../kernel/html';

/** A numbered piece of a text that a decision can cite, with its own markdown. */
export interface Clause {
	/** `2`, `4.5`, or the slug of an unnumbered heading such as `definitions`. */
	id: string;
	heading: string;
	markdown: string;
}

/** HTML and clauses of one text. */
export interface RenderedText {
	html: string;
	clauses: Clause[];
}

// Rendered here and never through NodeBB's parser: other plugins (emoji, mentions, link previews) would change
// the text that people accept, and would change it again after an upgrade.
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });

type Token = ReturnType<typeof parser.parse>[number];

interface Marker { line: number; end: number; id: string; heading: string }

/** `## 4. Posting` is clause 4, `## Definitions` is clause `definitions`. */
function sectionOf(title: string): string {
	const number = /^(\d+(?:\.\d+)*)[.)]?(?:\s|$)/.exec(title)?.[1];
	return number ?? (title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'section');
}

/** Gives every heading of level 2 and every top-level item of an ordered list below it its clause number. */
function markClauses(tokens: Token[]): Marker[] {
	const markers: Marker[] = [];
	const seen = new Map<string, number>();
	let section = '';
	let item = 0;
	const mark = (token: Token, wanted: string, heading: string) => {
		const count = (seen.get(wanted) ?? 0) + 1;
		seen.set(wanted, count);
		// A number used twice would make a citation ambiguous; the second one is told apart.
		const id = count === 1 ? wanted : `${wanted}-${count}`;
		token.attrSet('id', clauseAnchor(id));
		markers.push({ line: token.map?.[0] ?? 0, end: token.map?.[1] ?? 0, id, heading });
	};
	tokens.forEach((token, index) => {
		if (token.type === 'heading_open' && token.tag === 'h2' && token.level === 0) {
			const heading = tokens[index + 1]?.content ?? '';
			section = sectionOf(heading);
			mark(token, section, heading);
		} else if (token.type === 'ordered_list_open' && token.level === 0) {
			item = Number(token.attrGet('start') ?? 1) - 1;
		} else if (token.type === 'list_item_open' && token.level === 1 && token.markup !== '-' && section !== '' &&
			/^[.)]$/.test(token.markup)) {
			item += 1;
			mark(token, `${section}.${item}`, '');
		}
	});
	return markers;
}

/** The lines that belong to a clause: up to the next one, or for a list item its own lines. */
function clausesOf(lines: readonly string[], markers: readonly Marker[]): Clause[] {
	const preamble = lines.slice(0, markers[0]?.line ?? lines.length).join('\n').trim();
	const clauses = markers.map((marker, index): Clause => {
		const isItem = marker.heading === '';
		const next = markers[index + 1]?.line ?? lines.length;
		const body = lines.slice(isItem ? marker.line : marker.line + 1, isItem ? Math.min(marker.end, next) : next);
		const text = body.join('\n').trim();
		return { id: marker.id, heading: marker.heading, markdown: isItem ? text.replace(/^\d+[.)]\s+/, '') : text };
	});
	return preamble ? [{ id: 'preamble', heading: '', markdown: preamble }, ...clauses] : clauses;
}

/** Renders a terms text: safe HTML with an anchor per clause, and the clauses themselves for comparison. */
export function renderTerms(markdown: string): RenderedText {
	const source = normaliseText(markdown);
	const environment = {};
	const tokens = parser.parse(source, environment);
	const markers = markClauses(tokens);
	const html = safeHtml(parser.renderer.render(tokens, parser.options, environment), 'terms');
	return { html, clauses: clausesOf(source.split('\n'), markers) };
}

/** The clauses alone, without the HTML, which costs most. */
export function clausesIn(markdown: string): Clause[] {
	const source = normaliseText(markdown);
	return clausesOf(source.split('\n'), markClauses(parser.parse(source, {})));
}

/** One spelling for texts that look the same: NFC, `\n` line ends, no blank at the ends. */
export function normaliseText(markdown: string): string {
	return markdown.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}
