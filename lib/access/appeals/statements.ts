import { uniqBy } from 'lodash';
import type { ClauseText, ClauseTexts } from '../../kernel/offers/clause-texts';
import type { DecisionBook, DecisionSnapshot } from '../../kernel/offers/decision-book';
import type { Members } from '../../kernel/host/ports';
import { nameOf } from '../../platform/people';
import type { Restriction } from '../restriction/restriction';
import { statementOf } from '../restriction/view';

/** A post of theirs, as it stood when it was decided about; without a text if it was gone already. */
type OwnText = Pick<DecisionSnapshot, 'pid' | 'title' | 'content' | 'writtenAt' | 'isPurged'>;

export type Statement = ReturnType<typeof statementOf> & {
	/** Who decided; empty for the forum's staff, as the setting says, and for a program. */
	decidedBy: string;
	/** The clause in the version that the decision cites; null without one. */
	sentence: ClauseText | null;
	texts: OwnText[];
};

/** What a member reads about a restriction, years later too: the sentence and the texts it rests on. */
export interface Statements {
	of(restriction: Restriction, language: string): Promise<Statement>;
	/** Without the texts; for lists. */
	brief(restriction: Restriction, language: string): Promise<Omit<Statement, 'texts'>>;
	sentence(restriction: Pick<Restriction, 'clause' | 'termsVersion'>, language: string): Promise<ClauseText | null>;
}

export function statements({ clauses, book, members, isDeciderShown }: {
	clauses: Pick<ClauseTexts, 'text'>; book: Pick<DecisionBook, 'get' | 'snapshots'>;
	members: Pick<Members, 'profiles'>; isDeciderShown(): Promise<boolean>;
}): Statements {
	const sentence: Statements['sentence'] = async ({ clause, termsVersion }, language) =>
		(clause && termsVersion ? clauses.text(termsVersion, clause, language) : null);
	async function textsOf({ uid, decisions }: Restriction): Promise<OwnText[]> {
		const texts: OwnText[] = [];
		for (const id of decisions) {
			const decision = await book.get(id);
			const found = decision ? await book.snapshots(decision) : [];
			// Nobody reads what another member wrote; a post that was gone has no author.
			const own = found.filter(text => text !== null).filter(text => text.uid === uid || text.isPurged);
			texts.push(...own.map(({ pid, title, content, writtenAt, isPurged }) =>
				({ pid, title, content, writtenAt, isPurged })));
		}
		return uniqBy(texts, 'pid');
	}
	const brief: Statements['brief'] = async (restriction, language) => ({
		...statementOf(restriction), sentence: await sentence(restriction, language),
		decidedBy: await isDeciderShown() ? await nameOf(members, restriction.by) : '',
	});
	return {
		sentence, brief,
		of: async (restriction, language) =>
			({ ...await brief(restriction, language), texts: await textsOf(restriction) }),
	};
}
