import { dayIn } from '../../kernel/formats/date';
import { languageName } from '../../kernel/formats/language';
import type { Host } from '../../kernel/host/ports';
import type { OwedText } from '../../kernel/offers/owed';
import { tokenOf } from '../../kernel/refusals/message';
import type { Catalogue } from '../documents/catalogue';
import { isSameLanguage, shownLanguage } from '../text/language';
import { isDue, type Debt } from '../documents/rules';
import { shippedTitle, titleText, versionName } from '../documents/version-name';

export interface OwedViewParts { catalogue: Catalogue; translate: Host['translate']; fallbackLanguage: () => string; now: () => number }

/** Adds the text of a debt in the member's language. */
export async function owedView(
	debt: Debt, language: string, { catalogue, translate, fallbackLanguage, ...parts }: OwedViewParts,
): Promise<OwedText> {
	const { version, document, since, declined, acceptedAt } = debt;
	const now = parts.now();
	const isChange = since !== null && since.id !== version.id;
	const shown = shownLanguage(Object.keys(version.hashes), language, fallbackLanguage());
	const text = await catalogue.text(version.id, shown);
	return {
		document: document.id,
		title: version.title === shippedTitle ? await translate(titleText(shippedTitle), language) : version.title,
		version: version.id,
		name: await translate(tokenOf(versionName(version)), language),
		language: shown,
		languageName: languageName(shown, language),
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
