import { keyFunctions } from './database-keys';
import { setFunctions } from './database-sets';

interface Values {
	text: { value: string };
	hash: Map<string, unknown>;
	zset: Map<string, number>;
	set: Set<string>;
	list: { values: string[] };
}
type Stored = { [K in keyof Values]: { kind: K; value: Values[K] } }[keyof Values];

export type Row = Record<string, unknown>;

/** Only scalars survive a database; what is null or undefined is not stored (Redis drops it). */
function scalar(value: unknown): unknown {
	return typeof value === 'boolean' ? String(value) : value;
}

/**
 * NodeBB's key-value surface in one process: asynchronous like a server, copies in and out, one type per key.
 * Numbers stay numbers as on PostgreSQL; a key used with two types fails as on Redis.
 */
export function sandboxDatabase() {
	const keys = new Map<string, Stored>();
	const expiries = new Map<string, number>();
	const stats = { commands: 0, writes: 0 };
	/** What is in memory until it is written to; to read it sends nothing. HOST: src/database/redis/hash.js. */
	const kept = new Set<string>();

	async function tick(): Promise<void> {
		stats.commands += 1;
		await Promise.resolve();
	}
	function open<K extends Stored['kind']>(key: string, kind: K, make: boolean): Values[K] | null {
		if ((expiries.get(key) ?? Infinity) <= Date.now()) {
			keys.delete(key);
			expiries.delete(key);
		}
		const found = keys.get(key);
		stats.writes += Number(make);
		if (make) {
			kept.delete(key);
		}
		if (found && found.kind !== kind) {
			throw new Error(`WRONGTYPE ${key} is a ${found.kind}, not a ${kind}`);
		}
		if (!found && make) {
			const empty = {
				text: { value: '' }, list: { values: [] }, set: new Set<string>(), hash: new Map<string, never>(),
				zset: new Map<string, never>(),
			};
			const value = empty[kind];
			keys.set(key, { kind, value } as Stored);
			return value;
		}
		return (found?.value ?? null) as Values[K] | null;
	}
	const hash = (key: string) => open(key, 'hash', true) as Map<string, unknown>;
	function assign(key: string, data: Row): void {
		for (const [field, value] of Object.entries(data).filter(([, one]) => one !== undefined && one !== null)) {
			hash(key).set(field, scalar(value));
		}
	}
	const sorted = (key: string, reverse = false) => [...open(key, 'zset', false) ?? []].sort((a, b) =>
		(reverse ? -1 : 1) * (a[1] - b[1] || (a[0] < b[0] ? -1 : 1)));
	const infinities: Record<string, number> = { '-inf': -Infinity, '+inf': Infinity };
	const bound = (value: number | string) => infinities[value] ?? Number(value);
	const cut = <T>(list: T[], start: number, stop: number) => list.slice(
		start < 0 ? Math.max(0, list.length + start) : start, (stop < 0 ? list.length + stop : stop) + 1);

	const db = {
		stats,
		...keyFunctions({ keys, expiries, tick, stats, kept }),
		async get(key: string): Promise<string | null> {
			await tick();
			return open(key, 'text', false)?.value ?? null;
		},
		async set(key: string, value: string): Promise<void> {
			await tick();
			stats.writes += 1;
			keys.set(key, { kind: 'text', value: { value } });
		},
		async getObject(key: string, fields: string[] = []): Promise<Row | null> {
			stats.commands -= Number(kept.has(key));
			await tick();
			const found = open(key, 'hash', false);
			kept.add(key);
			const row = found && Object.fromEntries(found);
			return row && fields.length > 0 ?
				Object.fromEntries(fields.map(field => [field, row[field] ?? null])) : row;
		},
		async getObjects(list: string[], fields: string[] = []): Promise<(Row | null)[]> {
			const read = list.filter(key => !kept.has(key)).length;
			const rows = await Promise.all(list.map(key => db.getObject(key, fields)));
			stats.commands -= Math.max(0, read - 1);
			return rows;
		},
		async getObjectFields(key: string, fields: string[]): Promise<Row> {
			const row = await db.getObject(key);
			return Object.fromEntries(fields.map(field => [field, row?.[field] ?? null]));
		},
		async getObjectsFields(list: string[], fields: string[]): Promise<Row[]> {
			const rows = await db.getObjects(list);
			return rows.map(row => Object.fromEntries(fields.map(field => [field, row?.[field] ?? null])));
		},
		async getObjectField(key: string, field: string): Promise<unknown> {
			return (await db.getObject(key))?.[field] ?? null;
		},
		async setObject(key: string | string[], data: Row): Promise<void> {
			await tick();
			[key].flat().forEach(one => assign(one, data));
		},
		async setObjectBulk(rows: readonly (readonly [string, Row])[]): Promise<void> {
			await tick();
			rows.forEach(([key, data]) => assign(key, data));
		},
		async setObjectField(key: string, field: string, value: unknown): Promise<void> {
			await db.setObject(key, { [field]: value });
		},
		async deleteObjectField(key: string, field: string): Promise<void> {
			await db.deleteObjectFields(key, [field]);
		},
		async deleteObjectFields(key: string, fields: string[]): Promise<void> {
			await tick();
			kept.delete(key);
			stats.writes += 1;
			fields.forEach(field => open(key, 'hash', false)?.delete(field));
		},
		async incrObjectField(key: string, field: string): Promise<number> {
			return db.incrObjectFieldBy(key, field, 1);
		},
		async decrObjectField(key: string, field: string): Promise<number> {
			return db.incrObjectFieldBy(key, field, -1);
		},
		async incrObjectFieldBy(key: string, field: string, by: number): Promise<number> {
			await tick();
			const next = Number(hash(key).get(field) ?? 0) + by;
			hash(key).set(field, next);
			return next;
		},
		async sortedSetAdd(key: string, score: number | number[], value: string | number | string[]): Promise<void> {
			await tick();
			const [scores, set] = [[score].flat(), open(key, 'zset', true) as Map<string, number>];
			[value].flat().forEach((one, index) => set.set(String(one), Number(scores[index])));
		},
		async sortedSetAddBulk(rows: readonly (readonly [string, number, string | number])[]): Promise<void> {
			await tick();
			for (const [key, score, value] of rows) {
				(open(key, 'zset', true) as Map<string, number>).set(String(value), Number(score));
			}
		},
		async sortedSetRemove(key: string, value: string | number | readonly string[]): Promise<void> {
			await tick();
			stats.writes += 1;
			[value].flat().forEach(one => open(key, 'zset', false)?.delete(String(one)));
		},
		async sortedSetScores(key: string, values: readonly string[]): Promise<(number | null)[]> {
			await tick();
			return values.map(value => open(key, 'zset', false)?.get(value) ?? null);
		},
		async sortedSetsCard(list: readonly string[]): Promise<number[]> {
			await tick();
			return list.map(key => open(key, 'zset', false)?.size ?? 0);
		},
		async sortedSetScore(key: string, value: string | number): Promise<number | null> {
			await tick();
			return open(key, 'zset', false)?.get(String(value)) ?? null;
		},
		async sortedSetCard(key: string): Promise<number> {
			await tick();
			return open(key, 'zset', false)?.size ?? 0;
		},
		async getSortedSetRange(key: string, start: number, stop: number): Promise<string[]> {
			await tick();
			return cut(sorted(key), start, stop).map(([value]) => value);
		},
		async getSortedSetRevRange(key: string, start: number, stop: number): Promise<string[]> {
			await tick();
			return cut(sorted(key, true), start, stop).map(([value]) => value);
		},
		async getSortedSetRangeByScore(
			key: string, start: number, count: number, min: number | string, max: number | string,
		): Promise<string[]> {
			await tick();
			const inside = sorted(key).filter(([, score]) => score >= bound(min) && score <= bound(max));
			return inside.slice(start, count < 0 ? undefined : start + count).map(([value]) => value);
		},
		async getSortedSetRevRangeByScore(
			key: string, start: number, count: number, max: number | string, min: number | string,
		): Promise<string[]> {
			await tick();
			const inside = sorted(key, true).filter(([, score]) => score >= bound(min) && score <= bound(max));
			return inside.slice(start, count < 0 ? undefined : start + count).map(([value]) => value);
		},
		async getSortedSetRangeByScoreWithScores(
			key: string, start: number, count: number, min: number | string, max: number | string,
		): Promise<{ value: string; score: number }[]> {
			const values = await db.getSortedSetRangeByScore(key, start, count, min, max);
			return values.map(value => ({ value, score: open(key, 'zset', false)?.get(value) ?? 0 }));
		},
		async getSortedSetRevRangeByScoreWithScores(
			key: string, start: number, count: number, max: number | string, min: number | string,
		): Promise<{ value: string; score: number }[]> {
			const values = await db.getSortedSetRevRangeByScore(key, start, count, max, min);
			return values.map(value => ({ value, score: open(key, 'zset', false)?.get(value) ?? 0 }));
		},
		async listAppend(key: string, value: string): Promise<void> {
			await tick();
			open(key, 'list', true)?.values.push(value);
		},
		/** As on Redis, an empty list is none. */
		async listRemoveAll(key: string, value: string): Promise<void> {
			await tick();
			stats.writes += 1;
			const list = open(key, 'list', false);
			if (list) {
				list.values = list.values.filter(one => one !== value);
				void (list.values.length === 0 && keys.delete(key));
			}
		},
		async getListRange(key: string, start: number, stop: number): Promise<string[]> {
			await tick();
			return cut(open(key, 'list', false)?.values ?? [], start, stop);
		},
		...setFunctions({ open: (key, make) => open(key, 'set', make), tick, stats, kept }),
	};
	return db;
}

export type SandboxDatabase = ReturnType<typeof sandboxDatabase>;
