import { numberedTitle } from './clause-number';
import { headingsIn, slugOf, type Token } from './sections';

/** Decodes an address; returns it unchanged if that fails. */
function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Points links within the text to its clauses; accepts the anchors that other programs give headings. */
export function fixLinks(tokens: readonly Token[]): void {
	const places = new Map<string, string>();
	const add = (name: string, id: string) => void (places.has(name) || places.set(name, id));
	const seen = new Map<string, number>();
	for (const { text, token } of headingsIn(tokens)) {
		const id = String(token.attrGet('id') ?? '');
		// As GitHub and most editors do.
		const slug = text.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '').replaceAll(' ', '-');
		const count = seen.get(slug) ?? 0;
		seen.set(slug, count + 1);
		add(count === 0 ? slug : `${slug}-${count}`, id);
		add(slugOf(text), id);
		add(slugOf(numberedTitle(text)?.title ?? text), id);
		add(numberedTitle(text)?.number ?? slug, id);
	}
	for (const link of tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === 'link_open')) {
		const href = String(link.attrGet('href') ?? '');
		const place = href.startsWith('#') && places.get(decoded(href.slice(1)).toLowerCase());
		void (place && link.attrSet('href', `#${place}`));
	}
}
