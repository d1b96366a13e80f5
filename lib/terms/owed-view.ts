import type { OwedText } from '../kernel/owed';
import type { Catalogue } from './catalogue';
import { shownLanguage } from './language';
import type { Debt } from './rules';

/** Makes the text of a debt readable in the member's language. */
export async function owedView(
	debt: Debt, catalogue: Catalogue, language: string, fallback: string,
): Promise<OwedText> {
	const { version, document, since, declined } = debt;
	const shown = shownLanguage(Object.keys(version.hashes), language, fallback);
	const text = await catalogue.text(version.id, shown);
	return {
		document: document.id,
		title: version.title,
		version: version.id,
		language: shown,
		hash: version.hashes[shown] ?? '',
		html: text?.html ?? '',
		changelog: version.changelog,
		changedSince: since && since.id !== version.id ? since.id : '',
		declined,
	};
}
