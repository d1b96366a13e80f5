import type { Database, StoredHash } from '../../lib/kernel/host/ports';

/** `everything`: all that is stored, as one text. `killBefore`: the key before whose write the process dies. */
type MemoryDatabase = Database & {
	writes: string[]; killBefore: string; everything(): string;
	/** When the database may drop a key; nothing is dropped here. */
	expiries: Map<string, number>;
	/** Keys of what could not be read. */
	damaged: Set<string>;
};

/** A database in a Map with the engines' common manners: fresh copies out, numbers as strings like Redis. */
export function memoryDatabase(): MemoryDatabase {
	const hashes = new Map<string, Record<string, string>>();
	const sets = new Map<string, Map<string, number>>();
	const lists = new Map<string, string[]>();
	const writes: string[] = [];
	const hash = (key: string) => {
		const existing = hashes.get(key) ?? {};
		hashes.set(key, existing);
		return existing;
	};
	const inOrder = (key: string) => [...(sets.get(key) ?? new Map<string, number>())].sort((a, b) => a[1] - b[1]);
	const add = async (key: string, field: string, by: number) => {
		writes.push(key);
		const stored = hash(key);
		if (!Number.isFinite(Number(stored[field] ?? 0))) {
			throw new Error(`${key} ${field} is no number`);
		}
		stored[field] = String(Number(stored[field] ?? 0) + by);
		return Number(stored[field]);
	};
	const database: MemoryDatabase = {
		/** Stands for a process that dies right before it writes this key. */
		killBefore: '',
		writes,
		everything: () => JSON.stringify([[...hashes], [...sets].map(([key, values]) => [key, [...values]])]),
		expiries: new Map(),
		damaged: new Set(),
		unreadable: key => void database.damaged.add(key),
		expireAt: async (key, at) => void database.expiries.set(key, at),
		getObject: async key => (hashes.has(key) ? { ...hashes.get(key) } : null),
		getObjects: async keys => keys.map(key => (hashes.has(key) ? { ...hashes.get(key) } : null)),
		setObject: async (key, data: StoredHash) => {
			writes.push(key);
			const texts = Object.entries(data).map(([name, value]) => [name, String(value)]);
			Object.assign(hash(key), Object.fromEntries(texts));
		},
		setObjectBulk: async (rows) => {
			for (const [key, data] of rows) {
				await database.setObject(key, data);
			}
		},
		deleteObjectFields: async (key, fields) => fields.forEach((field) => {
			delete hash(key)[field];
		}),
		incrObjectField: (key, field) => add(key, field, 1),
		incrObjectFieldBy: add,
		deleteObjectField: async (key, field) => {
			delete hash(key)[field];
		},
		delete: async (key) => {
			hashes.delete(key);
			sets.delete(key);
		},
		sortedSetAdd: async (key, score, value) => {
			if (database.killBefore === key) {
				throw new Error('killed');
			}
			if (!Number.isFinite(score)) {
				throw new Error(`${key} ${value} has no score`);
			}
			writes.push(key);
			sets.set(key, (sets.get(key) ?? new Map<string, number>()).set(value, score));
		},
		sortedSetAddBulk: async (rows) => {
			for (const [key, score, value] of rows) {
				await database.sortedSetAdd(key, score, value);
			}
		},
		sortedSetRemove: async (key, value) => {
			[value].flat().forEach(one => sets.get(key)?.delete(one));
		},
		sortedSetScores: async (key, values) => values.map(value => sets.get(key)?.get(value) ?? null),
		sortedSetCard: async key => sets.get(key)?.size ?? 0,
		sortedSetPage: async (key, { count, min, max, isNewestFirst }) => {
			const inside = inOrder(key).filter(([, score]) => score >= min && score <= max);
			return (isNewestFirst ? inside.reverse() : inside).slice(0, count < 0 ? undefined : count)
				.map(([value, score]) => ({ value, score }));
		},
		listAppend: async (key, value) => void lists.set(key, [...lists.get(key) ?? [], value]),
		listRemoveAll: async (key, value) => void lists.set(key, (lists.get(key) ?? []).filter(one => one !== value)),
		getList: async key => [...lists.get(key) ?? []],
	};
	return database;
}
