import type { StoredCategory } from '../../kernel/category-tree';
import type { Blueprint } from './blueprint';

/**
 * Which living category each one of the file is, by key: the one that has its key, the one that its `cid` names in a
 * file of this very forum, or the one that an administrator matched. Each living category is one of the file's at most.
 */
export function identified<T extends StoredCategory>(
	{ forum: origin, categories }: Blueprint, present: readonly T[],
	{ forum, adopt = {} }: { forum: string; adopt?: Readonly<Record<string, number>> },
): Map<string, T> {
	const byKey = new Map<string, T>();
	for (const one of present) {
		// Of two with one key the first has it; the other one can only be named by its cid.
		if (one.key !== '' && !byKey.has(one.key)) {
			byKey.set(one.key, one);
		}
	}
	const byCid = new Map(present.map(one => [one.cid, one]));
	const taken = new Set(categories.flatMap(({ key }) => byKey.get(key) ?? []));
	const named = origin === forum ?
		categories.flatMap(({ key, cid }) => (cid === undefined ? [] : [[key, cid] as const])) : [];
	for (const [key, cid] of [...Object.entries(adopt), ...named]) {
		const one = byCid.get(cid);
		if (one && !byKey.has(key) && !taken.has(one)) {
			byKey.set(key, one);
			taken.add(one);
		}
	}
	return new Map(categories.flatMap(({ key }) => {
		const one = byKey.get(key);
		return one ? [[key, one] as const] : [];
	}));
}
