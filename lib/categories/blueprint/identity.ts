import { isEqual, omit } from 'lodash';
import type { Words } from '../rules/words';
import type { StoredCategory } from '../../kernel/host/category-tree';
import type { Blueprint, BlueprintCategory } from './blueprint';

/**
 * Matches the file's categories to existing ones: by key, by `cid` if the file was exported from this forum, or as an
 * administrator matched them. Each existing category is matched at most once.
 */
export function identified<T extends StoredCategory>(
	{ forum: origin, categories }: Blueprint, present: readonly T[],
	{ forum, adopt = {} }: { forum: string; adopt?: Readonly<Record<string, number>> },
): Map<string, T> {
	const byKey = new Map<string, T>();
	for (const one of present) {
		// If two have the same key, the first keeps it; the other can be matched by cid only.
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

/** The blueprint with other rules for one of the forum's categories, if it lists that one. */
export function withRules(
	blueprint: Blueprint, present: readonly StoredCategory[],
	{ cid, texts, forum }: { cid: number; texts: Words; forum: string },
): Blueprint {
	const named = identified(blueprint, present, { forum });
	return {
		...blueprint,
		categories: blueprint.categories.map(one => (named.get(one.key)?.cid === cid ? ruled(one, texts) : one)),
	};
}

function ruled(one: BlueprintCategory, texts: Words = {}): BlueprintCategory {
	return { ...omit(one, ['rules']), ...Object.keys(texts).length > 0 ? { rules: texts } : {} };
}

/** The blueprint before an apply with the rules that administrators have written since, as `withRules` noted them. */
export function withRulesSince(before: Blueprint, applied: Blueprint, now: Blueprint): Blueprint {
	const rulesIn = ({ categories }: Blueprint) => new Map(categories.map(({ key, rules }) => [key, rules]));
	const [then, since] = [rulesIn(applied), rulesIn(now)];
	return {
		...before,
		categories: before.categories.map((one) => {
			const rules = since.get(one.key);
			return since.has(one.key) && !isEqual(then.get(one.key), rules) ? ruled(one, rules) : one;
		}),
	};
}
