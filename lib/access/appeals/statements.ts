import { uniqBy } from 'lodash';
import type { ClauseText } from '../../kernel/offers/clause-texts';
import type { DecisionBook, DecisionSnapshot, DecisionSource } from '../../kernel/offers/decision-book';
import type { CategoryTree } from '../../kernel/host/category-tree';
import type { Phrase } from '../../kernel/refusals/phrase';
import type { Reasoned, StatementComposer, StatementOfReasons } from '../../platform/decisions/statement';
import type { Restriction } from '../restriction/restriction';
import { placesForMember, scopeName } from '../restriction/scope';
import { statementOf } from '../restriction/view';
import { draftOf, grounds } from '../termination/recorded-acts';

/** A post of theirs, as it stood when it was decided about; without a text if it was gone already. */
type OwnText = Pick<DecisionSnapshot, 'pid' | 'title' | 'content' | 'writtenAt' | 'isPurged'>;

export type Statement = ReturnType<typeof statementOf> & StatementOfReasons & { texts: OwnText[] };

/** What a member reads about a restriction, years later too: the sentence and the texts it rests on. */
export interface Statements {
	of(restriction: Restriction, language: string): Promise<Statement>;
	/** Without the texts; for lists. */
	brief(restriction: Restriction, language: string): Promise<Omit<Statement, 'texts'>>;
	/** As the member would read it, of a restriction that is about to be decided. */
	preview(restriction: Restriction, source: DecisionSource, language: string): Promise<StatementOfReasons>;
	sentence(restriction: Pick<Restriction, 'clause' | 'termsVersion'>, language: string): Promise<ClauseText | null>;
}

interface Parts {
	composer: StatementComposer;
	book: Pick<DecisionBook, 'read' | 'get' | 'snapshots'>;
	categories: Pick<CategoryTree, 'all'>;
}

export function statements({ composer, book, categories }: Parts): Statements {
	const { sentence } = composer;
	/** The decision that restricted, with the reason and the end that were given last. */
	async function reasonedOf(restriction: Restriction): Promise<Reasoned> {
		const { decisions, target, reason, clause, cause, from, until, termsVersion } = restriction;
		const [first] = await book.read(decisions.slice(0, 1));
		// A record whose time is over says nothing any more.
		const { by, at, source, automation } = first ?? {
			...restriction, source: { kind: 'own-look', id: '' } as const, automation: { detected: false, decided: false },
		};
		return {
			by, at, source, automation, clause, ground: grounds[cause], against: target, facts: reason, from, until,
			termsVersion,
		};
	}
	async function wordsOf({ scope }: Restriction, isOver: boolean) {
		const name: Phrase = { key: `forum-terms:restriction.scope.${scopeName(scope)}` };
		const places = placesForMember({ scope }, await categories.all());
		return {
			scope: places === '' ? name : { key: 'forum-terms:statement.scope-of', facts: [name, places] },
			redress: isOver ? null : { key: 'forum-terms:statement.redress.appeal' },
		};
	}
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
	const brief: Statements['brief'] = async (restriction, language) => {
		const { ended, appeal } = restriction;
		const [reasoned, words] = await Promise.all([
			reasonedOf(restriction), wordsOf(restriction, ended !== null || appeal !== null),
		]);
		return { ...statementOf(restriction), ...await composer.in(language)(reasoned, words) };
	};
	return {
		sentence, brief,
		async preview(restriction, source, language) {
			const { by, reason: facts } = restriction;
			return composer.preview(
				draftOf(restriction, { act: 'restrict', by, facts, source }), await wordsOf(restriction, false), language);
		},
		of: async (restriction, language) =>
			({ ...await brief(restriction, language), texts: await textsOf(restriction) }),
	};
}
