import * as v from 'valibot';
import type { Database } from '../../kernel/host/ports';
import { json, storedMap } from '../../platform/stored-row';
import type { Words } from './words';

/** Hash: category id to its rules by language (JSON). */
const key = 'forum-terms:category-rules';

const rules = json<Words>(v.record(v.string(), v.string()));

/** The rules of the categories, in Markdown; the one place where they are stored. */
export interface CategoryRules {
	/** By category id, for categories that have any. */
	all(): Promise<ReadonlyMap<number, Words>>;
	/** Without texts, the category has no rules. */
	save(cid: number, texts: Words): Promise<void>;
}

export function categoryRules(database: Database): CategoryRules {
	const stored = storedMap(database, rules);
	return {
		all: async () => new Map((await stored.get(key)).map(([cid, texts]) => [Number(cid), texts])),
		async save(cid, texts) {
			await (Object.keys(texts).length > 0 ? stored.set(key, { [cid]: texts }) :
				database.deleteObjectField(key, String(cid)));
		},
	};
}
