import type { Database } from '../kernel/ports';
import { hostModule } from './modules';

/** NodeBB's database behind the port; counters come back as numbers whatever the engine answers. */
export function nodebbDatabase(): Database {
	const db = () => hostModule('./src/database');
	return {
		getObject: async key => db().getObject(key),
		// HOST: src/database/*/hash.js answers [] for [] but some engines fail on an empty list of keys.
		getObjects: async keys => (keys.length > 0 ? db().getObjects(keys) : []),
		async setObject(key, data) {
			// HOST: src/database/redis/hash.js changes the object it is given.
			await db().setObject(key, { ...data });
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
		async sortedSetAdd(key, score, value) {
			await db().sortedSetAdd(key, score, value);
		},
		async sortedSetAddBulk(rows) {
			await db().sortedSetAddBulk(rows.map(([key, score, value]) => [key, score, value]));
		},
		async sortedSetRemove(key, value) {
			await db().sortedSetRemove(key, value);
		},
		sortedSetCard: async key => Number(await db().sortedSetCard(key)),
		getSortedSetRangeByScore: async (key, count, min, max) =>
			db().getSortedSetRangeByScore(key, 0, count, min, max),
		getSortedSetRevRangeByScore: async (key, count, max) =>
			db().getSortedSetRevRangeByScore(key, 0, count, max, '-inf'),
	};
}
