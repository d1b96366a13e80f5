import { dayIn } from '../../kernel/formats/date';
import type { OwedText } from '../../kernel/offers/owed';
import type { Catalogue } from '../documents/catalogue';
import { isSameLanguage, shownLanguage } from '../text/language';
import { isDue, type Debt } from '../documents/rules';

/** Adds the text of a debt in the member's language. */
export async function owedView(
	debt: Debt, catalogue: Catalogue, language: string, fallback: string, now: number,
): Promise<OwedText> {
	const { version, document, since, declined, acceptedAt } = debt;
	const isChange = since !== null && since.id !== version.id;
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
		changedSince: isChange ? since.id : '',
		acceptedOn: isChange && acceptedAt > 0 ? dayIn(language, acceptedAt) : '',
		declined,
		due: isDue(debt, now),
		dueAt: debt.dueAt,
		dueAtISO: isDue(debt, now) ? '' : new Date(debt.dueAt).toISOString(),
		dueOn: isDue(debt, now) ? '' : dayIn(language, debt.dueAt),
		isFallback: !isSameLanguage(shown, language),
	};
}
