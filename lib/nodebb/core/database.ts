import type { Database, Log } from '../../kernel/host/ports';
import { isUnderLease } from './leases';
import { hostModule } from './modules';

/** After this many keys the log repeats itself. */
const mostLogged = 1000;

/** NodeBB's database behind the port; counters are numbers on every engine. */
export function nodebbDatabase(log: Log): Database {
	const db = () => hostModule('./src/database');
	const said = new Set<string>();
	/**
	 * HOST: src/database/{redis,mongo}/hash.js caches hashes, and another node's invalidation may arrive after its
	 * lease has ended. Under a lease, hashes are read from the database itself; src/cache/lru.js `set` informs no other
	 * node, and lru-cache treats undefined as a removal.
	 */
	const fresh = (keys: readonly string[]) => {
		const { objectCache } = db();
		if (objectCache && isUnderLease()) {
			keys.forEach(key => objectCache.set(key, undefined));
		}
	};
	return {
		async getObject(key) {
			fresh([key]);
			return db().getObject(key);
		},
		async getObjects(keys) {
			fresh(keys);
			// HOST: src/database/*/hash.js: some engines fail on an empty list of keys.
			return keys.length > 0 ? db().getObjects(keys) : [];
		},
		// HOST: src/database/redis/hash.js modifies its argument.
		setObject: (key, data) => db().setObject(key, { ...data }),
		async setObjectBulk(rows) {
			await db().setObjectBulk(rows.map(([key, data]) => [key, { ...data }]));
		},
		async deleteObjectFields(key, fields) {
			await db().deleteObjectFields(key, fields);
		},
		incrObjectField: async (key, field) => Number(await db().incrObjectField(key, field)),
		incrObjectFieldBy: async (key, field, by) => Number(await db().incrObjectFieldBy(key, field, by)),
		async deleteObjectField(key, field) {
			await db().deleteObjectField(key, field);
		},
		async delete(key) {
			await db().delete(key);
		},
		async expireAt(key, at) {
			await db().pexpireAt(key, at);
		},
		async sortedSetAdd(key, score, value) {
			await db().sortedSetAdd(key, score, value);
		},
		async sortedSetAddBulk(rows) {
			const [[first] = []] = rows;
			// HOST: src/database/redis/sorted/add.js sends one command for a list, and one for each row of a bulk.
			await (first !== undefined && rows.every(([key]) => key === first) ?
				db().sortedSetAdd(first, rows.map(([, score]) => score), rows.map(([, , value]) => value)) :
				db().sortedSetAddBulk(rows.map(([key, score, value]) => [key, score, value])));
		},
		async sortedSetRemove(key, value) {
			await db().sortedSetRemove(key, typeof value === 'string' ? value : [...value]);
		},
		sortedSetScores: async (key, values) => db().sortedSetScores(key, [...values]),
		sortedSetCard: async key => Number(await db().sortedSetCard(key)),
		async sortedSetPage(key, { count, min, max, isNewestFirst }) {
			const rows = await (isNewestFirst ? db().getSortedSetRevRangeByScoreWithScores(key, 0, count, max, min) :
				db().getSortedSetRangeByScoreWithScores(key, 0, count, min, max));
			return rows.map(({ value, score }) => ({ value: String(value), score: Number(score) }));
		},
		listAppend: (key, value) => appended(key, value),
		async listRemoveAll(key, value) {
			await db().listRemoveAll(key, value);
		},
		getList: async key => db().getListRange(key, 0, -1),
		unreadable(key) {
			if (!said.has(key)) {
				void (said.size >= mostLogged && said.clear());
				said.add(key);
				log.error('storage', 'unreadable', new Error(`what stands under ${key} is not what was written there`));
			}
		},
	};
}

/** HOST: src/database/mongo/list.js fails when two processes create the list at once; the retry finds it. */
async function appended(key: string, value: string): Promise<void> {
	try {
		await hostModule('./src/database').listAppend(key, value);
	} catch (error) {
		if (!(error instanceof Error && error.message.includes('E11000'))) {
			throw error;
		}
		await hostModule('./src/database').listAppend(key, value);
	}
}
