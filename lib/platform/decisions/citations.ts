import type { ClauseTexts } from '../../kernel/offers/clause-texts';
import type { DecisionBook } from '../../kernel/offers/decision-book';
import type { Host } from '../../kernel/host/ports';
import { tokenOf } from '../../kernel/refusals/message';
import type { Phrase } from '../../kernel/refusals/phrase';

/** What a decision cites, as it was when it was made; all empty where the record has none. */
export interface Citation {
	/** For example `forum-3`. */
	termsVersion: string;
	/** How readers know that version. */
	versionName: string;
	/** The clause in that version: its heading, and its text as markdown. */
	heading: string;
	sentence: string;
}

/** The citations of decisions by their number, in the reader's language. */
export type Citations = (decisions: readonly number[], language: string) => Promise<(decision: number) => Citation>;

const nothing: Citation = { termsVersion: '', versionName: '', heading: '', sentence: '' };

export function citations({ book, clauses, nameOf, translate }: {
	book: Pick<DecisionBook, 'read'>; clauses: Pick<ClauseTexts, 'text'>; nameOf(version: string): Promise<Phrase>;
	translate: Host['translate'];
}): Citations {
	return async (decisions, language) => {
		const ids = [...new Set(decisions)].filter(id => id > 0);
		const records = ids.length > 0 ? await book.read(ids) : [];
		const found = await Promise.all(records.map(async (record): Promise<Citation> => {
			if (!record?.termsVersion) {
				return nothing;
			}
			const { termsVersion, clause } = record;
			const [name, text] = await Promise.all([
				nameOf(termsVersion), clause && clauses.text(termsVersion, clause, language),
			]);
			return {
				termsVersion, versionName: await translate(tokenOf(name), language),
				heading: text?.heading ?? '', sentence: text?.text ?? '',
			};
		}));
		const byId = new Map(ids.map((id, index) => [id, found[index]]));
		return id => byId.get(id) ?? nothing;
	};
}
