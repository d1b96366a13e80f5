import type { Host } from '../../kernel/host/ports';
import type { EvidenceSearch, Reach } from './search';
import { itemsOnce, textFor } from '../profiles/item';
import type { ChecklistStore } from '../profiles/store';

const mostValues = 200;
// Free text and ticks are not searchable: there are no values to choose from.
const findable = new Set(['choice', 'multi-choice', 'version', 'vendor', 'trunk']);

interface Asked { uid: number; reach: Reach; query: Record<string, string>; language: string }

/** The choices of the search on the staff page, with the current search. */
export function searchForm({ store, host }: { store: ChecklistStore; host: Pick<Host, 'places'> }, search: EvidenceSearch) {
	return async ({ uid, reach, query, language }: Asked) => {
		const [profiles, categories, values] = await Promise.all([
			store.profiles(), host.places.visibleCategories(uid),
			query.item ? search.values(query.item, reach, mostValues) : [],
		]);
		const items = profiles.flatMap(profile => profile.items).filter(({ kind }) => findable.has(kind));
		const options = items.filter(({ key }) => key === query.item).flatMap(item => item.options ?? []);
		const isChosen = (name: string, value: string) => query[name] === value;
		return {
			items: itemsOnce(items).map(({ key, prompt }) =>
				({ key, prompt: textFor(prompt, language), isChosen: isChosen('item', key) })),
			values: values.map(value => ({
				value, label: textFor(options.find(option => option.value === value)?.label, language) || value,
				isChosen: isChosen('value', value),
			})),
			profiles: profiles.map(({ id, title }) =>
				({ id, title: textFor(title, language) || id, isChosen: isChosen('profile', id) })),
			categories: categories.filter(({ cid }) => reach === 'all' || reach.includes(cid))
				.map(({ cid, name }) => ({ cid, name, isChosen: isChosen('cid', String(cid)) })),
			from: query.from ?? '', to: query.to ?? '',
		};
	};
}
