import { chunk } from 'lodash';
import type { Database } from '../kernel/ports';
import { textOf } from '../kernel/text';
import { allOf, sortedSet } from '../platform/paged-index';
import type { ImportAct } from './import-rules';

const keys = {
	/** Sorted set: plans by time. */
	plans: 'forum-terms:partner-imports',
	plan: (id: string) => `forum-terms:partner-import:${id}`,
	acts: (id: string, part: number) => `forum-terms:partner-import-acts:${id}:${part}`,
	text: (id: string, part: number) => `forum-terms:partner-import-text:${id}:${part}`,
} as const;

/** How long a plan can be carried out, and a text waits for its other parts. */
export const planMilliseconds = 60 * 60 * 1000;
/** More parts than this are no list of partners. */
export const mostParts = 64;
const actsPerRecord = 50;

export interface LeftOver { id: string; code: string; facts: string[] }

/** A plan and what became of it: the journal of the import. */
export interface ImportRecord {
	id: string;
	state: 'receiving' | 'planned' | 'applying' | 'done';
	/** SHA-256 of the text, in hex. */
	hash: string;
	by: number;
	/** Milliseconds since 1970. */
	at: number;
	errors: number;
	acts: number;
	/** Number of the act that comes next. */
	next: number;
	leftOver: LeftOver[];
}

/** Plans of imports, their texts while they arrive, and how far each was carried out. */
export interface ImportStore {
	read(id: string): Promise<ImportRecord | null>;
	save(record: ImportRecord): Promise<void>;
	/** How far the import is, without the rest of the record. */
	advance(id: string, next: number): Promise<void>;
	saveActs(id: string, acts: readonly ImportAct[]): Promise<void>;
	/** The acts from this number on, `count` of them in all; records of an earlier plan may lie behind. */
	acts(id: string, from: number, count: number): AsyncGenerator<{ act: ImportAct; number: number }>;
	saveText(id: string, part: number, text: string): Promise<void>;
	/** The parts from 0 up to this one; null where one is missing. */
	texts(id: string, last: number): Promise<string[] | null>;
	/** Plans from oldest to newest. */
	ids(): Promise<string[]>;
	/** Takes texts and acts away and leaves the record of what was done. */
	forget(id: string): Promise<void>;
}

export function importStore(database: Database): ImportStore {
	return {
		async read(id) {
			const row = await database.getObject(keys.plan(id));
			return row ? {
				id, state: textOf(row.state) as ImportRecord['state'], hash: textOf(row.hash),
				by: Number(row.by ?? 0), at: Number(row.at ?? 0), errors: Number(row.errors ?? 0),
				acts: Number(row.acts ?? 0), next: Number(row.next ?? 0),
				leftOver: JSON.parse(textOf(row.leftOver) || '[]') as LeftOver[],
			} : null;
		},
		async save({ id, leftOver, ...rest }) {
			await database.setObject(keys.plan(id), { ...rest, leftOver: JSON.stringify(leftOver) });
			await database.sortedSetAdd(keys.plans, rest.at, id);
		},
		advance: (id, next) => database.setObject(keys.plan(id), { next }),
		async saveActs(id, acts) {
			for (const [part, some] of chunk([...acts], actsPerRecord).entries()) {
				await database.setObject(keys.acts(id, part), { json: JSON.stringify(some) });
			}
		},
		async* acts(id, from, count) {
			for (let part = Math.floor(from / actsPerRecord); part * actsPerRecord < count; part += 1) {
				const row = await database.getObject(keys.acts(id, part));
				if (!row) {
					return;
				}
				const acts = JSON.parse(textOf(row.json) || '[]') as ImportAct[];
				for (const [index, act] of acts.entries()) {
					const number = (part * actsPerRecord) + index;
					if (number >= from && number < count) {
						yield { act, number };
					}
				}
			}
		},
		saveText: (id, part, text) => database.setObject(keys.text(id, part), { text }),
		async texts(id, last) {
			const wanted = Array.from({ length: last + 1 }, (_none, part) => keys.text(id, part));
			const rows = await database.getObjects(wanted);
			return rows.every(row => row !== null) ? rows.map(row => textOf(row?.text)) : null;
		},
		ids: () => allOf(sortedSet(database, keys.plans)),
		async forget(id) {
			const record = await this.read(id);
			for (let part = 0; part < mostParts; part += 1) {
				await database.delete(keys.text(id, part));
			}
			for (let part = 0; part * actsPerRecord < (record?.acts ?? 0); part += 1) {
				await database.delete(keys.acts(id, part));
			}
			await database.sortedSetRemove(keys.plans, id);
		},
	};
}
