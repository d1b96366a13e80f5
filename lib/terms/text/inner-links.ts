import { numberedTitle } from './clause-number';
import { headingsIn, slugOf, type Token } from './sections';

/** An address as it was before it was escaped; as it is where that cannot be told. */
function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Links within the text lead to its clauses, under the names that other programs give to headings as well. */
export function mendLinks(tokens: readonly Token[]): void {
	const places = new Map<string, string>();
	const add = (name: string, id: string) => void (places.has(name) || places.set(name, id));
	const seen = new Map<string, number>();
	for (const { text, token } of headingsIn(tokens)) {
		const id = String(token.attrGet('id') ?? '');
		// As GitHub and most editors make them.
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
