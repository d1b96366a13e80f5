import type { GuideEntry } from '../../kernel/offers/category-guide';
import type { Clause } from './markdown';

const clauseOfCategories = /^5(\.|$)/;

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * The living list for a text (clause 5). Categories that its own clause 5 names are not shown a second time; without
 * such a clause, the text has no list of its own.
 */
export function categoriesFor(clauses: readonly Pick<Clause, 'id' | 'heading' | 'markdown'>[], entries: readonly GuideEntry[]) {
	const said = clauses.filter(({ id }) => clauseOfCategories.test(id)).map(({ markdown }) => folded(markdown)).join('\n');
	const isNamed = ({ name }: GuideEntry) => said.includes(folded(name));
	const left = entries.flatMap((one): GuideEntry[] => {
		const below = one.below.filter(other => !isNamed(other));
		// What is not named below a named one still has to be found.
		return isNamed(one) ? below : [{ ...one, below }];
	});
	const count = (list: readonly GuideEntry[]) => list.reduce((sum, { below }) => sum + 1 + below.length, 0);
	return {
		hasCategoryClause: clauses.some(({ id }) => clauseOfCategories.test(id)), categories: left,
		isPartOfList: count(left) < count(entries),
	};
}
