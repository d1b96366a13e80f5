import { range } from 'lodash';
import * as v from 'valibot';
import type { Lease, LeaseName, Leases } from '../kernel/host/lease';
import type { Database } from '../kernel/host/ports';
import { sortedSet, walk } from './paged-index';
import { json, number, storedRow } from './stored-row';

/** Steps per record, so that ten thousand of them are read a few at a time. */
const perPage = 50;
/** Stored instead of the progress until all steps are written; such an entry only knows what to drop. */
const unwritten = -1;

type Id = string | number;
interface Page<Step> { length: number; done: number; steps: readonly Step[] }

/** The steps of a piece of work, recorded before any of them runs, and its progress. */
export interface Journal<Step> {
	/** `done`: how many of the first steps are already done. */
	write(id: Id, steps: readonly Step[], done?: number): Promise<void>;
	/** Null if nothing was written or it cannot be read. */
	read(id: Id): Promise<{ steps: Step[]; done: number } | null>;
	/** Number of finished steps; 0 without an entry. */
	done(id: Id): Promise<number>;
	/**
	 * Runs the remaining steps in order, under a lease; false without an entry. After a crash the interrupted step runs
	 * again, so every step must be safe to repeat; if a step throws, the next run starts with it. A step that also did
	 * the following ones answers how many steps it did.
	 */
	run(id: Id, lease: Lease, perform: (step: Step, index: number) => Promise<number | void>): Promise<boolean>;
	/** Removes the entry completely. */
	drop(id: Id): Promise<void>;
}

/** Entries of one kind, stored at `forum-terms:<name>:<id>`. */
export function journal<Step>(
	database: Database, name: string, step: v.GenericSchema<unknown, Step>,
): Journal<Step> {
	const keyOf = (id: Id) => `forum-terms:${name}:${id}`;
	/** The first page is the entry itself. */
	const pageKeys = (id: Id, length: number) => [
		keyOf(id), ...range(1, Math.ceil(length / perPage)).map(page => `${keyOf(id)}:${page}`),
	];
	const pages = storedRow<Page<Step>>({ length: number, done: number, steps: json(v.array(step), []) }).in(database);
	const entry = async (id: Id) => {
		const head = await pages.get(keyOf(id));
		return head && head.done !== unwritten ? head : null;
	};

	return {
		async write(id, steps, done = 0) {
			const { length } = steps;
			const [head = '', ...more] = pageKeys(id, length);
			await (more.length > 0 ? pages.set(head, { length, done: unwritten }) : undefined);
			for (const [index, key] of more.entries()) {
				await pages.set(key, { steps: steps.slice((index + 1) * perPage, (index + 2) * perPage) });
			}
			await pages.set(head, { length, done, steps: steps.slice(0, perPage) });
		},
		async read(id) {
			const head = await entry(id);
			const found = head ? await pages.found(pageKeys(id, head.length)) : [];
			const steps = found.flatMap(page => page.steps);
			return head && steps.length === head.length ? { steps, done: head.done } : null;
		},
		done: async id => (await entry(id))?.done ?? 0,
		async run(id, { check }, perform) {
			const head = await entry(id);
			const length = head?.length ?? 0;
			const keys = pageKeys(id, length);
			let [steps, first] = [head?.steps ?? [], 0];
			for (let index = head?.done ?? 0; index < length;) {
				if (index >= first + perPage) {
					first = index - (index % perPage);
					steps = (await pages.get(keys[first / perPage] ?? ''))?.steps ?? [];
				}
				const step = steps[index - first];
				if (step === undefined) {
					throw new Error(`step ${index} of ${keyOf(id)} cannot be read`);
				}
				check();
				const count = await perform(step, index);
				index += Math.max(1, Number(count ?? 1));
				await pages.set(keyOf(id), { done: index });
			}
			return head !== null;
		},
		async drop(id) {
			const head = await pages.get(keyOf(id));
			// The head last: it knows the other keys.
			for (const key of pageKeys(id, head?.length ?? 0).reverse()) {
				await database.delete(key);
			}
		},
	};
}

/**
 * Ids of work that may be unfinished. An id is added before anything of the work is written, so that nothing is lost.
 */
export interface OpenList {
	/** An id without unfinished work does no harm. `at`: milliseconds since 1970. */
	add(id: string, at: number): Promise<void>;
	remove(id: string): Promise<void>;
	/** Runs the work for every id added up to a moment, each under its lease; busy ones are skipped. */
	each(until: number, work: (id: string, lease: Lease) => Promise<void>): Promise<void>;
}

export function openList(
	{ database, leases, key, leaseOf }: {
		database: Database; leases: Leases; key: string; leaseOf(id: string): LeaseName;
	},
): OpenList {
	return {
		add: (id, at) => database.sortedSetAdd(key, at, id),
		remove: id => database.sortedSetRemove(key, id),
		async each(until, work) {
			for await (const ids of walk(sortedSet(database, key, { max: until }))) {
				for (const id of ids) {
					await leases.withLease(leaseOf(id), lease => work(id, lease), () => undefined);
				}
			}
		},
	};
}
