import type { GuideEntry } from '../../kernel/offers/category-guide';
import type { Clause } from './markdown';

const clauseOfCategories = /^5(\.|$)/;

const folded = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * The current categories for a text (clause 5), without those its own clause 5 names; empty if the text has no such
 * clause.
 */
export function categoriesFor(clauses: readonly Pick<Clause, 'id' | 'heading' | 'markdown'>[], entries: readonly GuideEntry[]) {
	const said = clauses.filter(({ id }) => clauseOfCategories.test(id)).map(({ markdown }) => folded(markdown)).join('\n');
	const isNamed = ({ name }: GuideEntry) => said.includes(folded(name));
	const left = entries.flatMap((one): GuideEntry[] => {
		const below = one.below.filter(other => !isNamed(other));
		// Unnamed categories below a named one still have to be listed.
		return isNamed(one) ? below : [{ ...one, below }];
	});
	const count = (list: readonly GuideEntry[]) => list.reduce((sum, { below }) => sum + 1 + below.length, 0);
	return {
		hasCategoryClause: clauses.some(({ id }) => clauseOfCategories.test(id)), categories: left,
		isPartOfList: count(left) < count(entries),
	};
}
