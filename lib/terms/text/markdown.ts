import MarkdownIt from 'markdown-it';
import { safeHtml } from '../../kernel/formats/html';
import { markClauses, type Marker } from './sections';
import { fixLinks } from './inner-links';
import { unreadHeadings, outlined } from './outline';

/** A numbered part of a text that decisions can cite, with its markdown. */
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
	/** Headings with a numbering that could not be read. */
	unread: string[];
}

// Not NodeBB's parser: other plugins (emoji, mentions, link previews) would change the text that people accept, and
// change it again after an upgrade.
const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });

// Prints an item's number, as readers cite it, before its text.
parser.renderer.rules.list_item_open = (tokens, index, options, _environment, self) => {
	const { number } = (tokens[index]?.meta ?? {}) as { number?: string };
	return self.renderToken(tokens, index, options) + (number === undefined ? '' : `<span class="forum-terms-number">${number}</span> `);
};

/** The lines of a clause: up to the next one, or for a list item its own lines. */
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

/** Renders a terms text: safe HTML with an anchor per clause, and the clauses for comparison. */
export function renderTerms(markdown: string): RenderedText {
	const source = outlined(normaliseText(markdown));
	const environment = {};
	const tokens = parser.parse(source, environment);
	const markers = markClauses(tokens);
	fixLinks(tokens);
	const html = safeHtml(parser.renderer.render(tokens, parser.options, environment), 'terms');
	return { html, clauses: clausesOf(source.split('\n'), markers), unread: unreadHeadings(source) };
}

/** Only the clauses, without the HTML, which is the expensive part. */
export function clausesIn(markdown: string): Clause[] {
	const source = outlined(normaliseText(markdown));
	return clausesOf(source.split('\n'), markClauses(parser.parse(source, {})));
}

/** One spelling for texts that look the same: NFC, `\n` line ends, trimmed. */
export function normaliseText(markdown: string): string {
	return markdown.normalize('NFC').replace(/\r\n?/g, '\n').trim();
}
