import { element } from 'forum-terms/kit/dom';
import { localMoment } from 'forum-terms/kit/local-time';

/** One fact of a statement of reasons, as lib/platform/decisions/statement.ts sends it. */
export interface StatementLine {
	name: string; label: string; text: string; iso: string; quote: string; quoteLanguage: string; path: string;
}

function fact({ text, iso, path }: StatementLine): HTMLElement | string {
	return path !== '' ? element('a', { href: `${config.relative_path}${path}` }, text) :
		iso !== '' ? element('time', { datetime: iso }, localMoment(iso)) : text;
}

/** A statement of reasons as a list of facts, in the reader's zone. */
export function statementList(lines: readonly StatementLine[]): HTMLElement {
	return element('dl', { class: 'forum-terms-facts mb-0' }, ...lines.flatMap(line => [
		element('dt', {}, line.label),
		element('dd', { class: 'forum-terms-words', 'data-line': line.name }, fact(line), ...line.quote === '' ? [] : [
			element('blockquote', {
				class: 'forum-terms-words border-start ps-3 my-2', 'data-role': 'sentence', lang: line.quoteLanguage,
			}, line.quote),
		]),
	]));
}
