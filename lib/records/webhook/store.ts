import { readThrough } from '../../kernel/host/read-through';
import type { Host } from '../../kernel/host/ports';
import { postFailures } from '../../platform/exchange/outside-post';
import { firstOf, sortedSet, walk } from '../../platform/paged-index';
import { filled, number, oneOf, storedRow } from '../../platform/stored-row';
import { untried, type Progress } from './rules';

const keys = {
	/** Hash: where decisions go; missing: nowhere. */
	target: 'forum-terms:decision-webhook',
	/** Hash: how delivery goes. */
	progress: 'forum-terms:decision-webhook-progress',
	/** Sorted set: decisions to deliver, by number; written with their outcome. */
	due: 'forum-terms:decision-webhook-due',
	/** Sorted set: `<number> <status>` of decisions that the other system refuses, by number. */
	aside: 'forum-terms:decision-webhook-aside',
} as const;

const targetRow = storedRow<{ url: string }>({ url: filled });
const progressRow = storedRow<Progress>({
	deliveredId: number, deliveredAt: number, attempts: number, failingSince: number,
	failure: oneOf(['', ...postFailures], ''), status: number, nextAt: number,
	failedId: number, refusals: number,
});

/** One target and one list, however many decisions. */
export interface WebhookStore {
	/** The list that a decision joins with its outcome; null while nothing is delivered. Usually without a read. */
	queue(): Promise<string | null>;
	/** That list, even while nothing is delivered. */
	dueKey: string;
	/** Empty: none. */
	url(): Promise<string>;
	setUrl(url: string): Promise<void>;
	/** Ends delivery and forgets how it went and what was due; the target first. */
	clear(): Promise<void>;
	/** Forgets what an earlier target left. */
	clearDue(): Promise<void>;
	progress(): Promise<Progress>;
	setProgress(progress: Progress): Promise<void>;
	/** All that is due, from the lowest number on, in batches; may be removed meanwhile. */
	due(batch: number): AsyncGenerator<number[]>;
	removeDue(id: number): Promise<void>;
	waiting(): Promise<number>;
	/** Moves a decision out of the way of those behind it; after a crash in between it is in both lists. */
	setAside(id: number, status: number): Promise<void>;
	/** The first ones set aside, by number. */
	aside(count: number): Promise<Refused[]>;
	asideCount(): Promise<number>;
	isAside(id: number): Promise<boolean>;
	dropAside(id: number): Promise<void>;
	/** Makes decisions due again. */
	addDue(ids: readonly number[]): Promise<void>;
}

/** A decision that the other system refuses, with the status of its answer. */
export interface Refused { id: number; status: number }

export function webhookStore({ database, cache }: Pick<Host, 'database' | 'cache'>): WebhookStore {
	const targets = targetRow.in(database);
	const progresses = progressRow.in(database);
	const url = async () => (await targets.get(keys.target))?.url ?? '';
	const known = readThrough<{ url: string }>(
		cache('forum-terms-decision-webhook', { max: 1, ttlSeconds: 3600 }), async () => ({ url: await url() }));
	const clearDue = async () => {
		await database.delete(keys.due);
		await database.delete(keys.aside);
		await database.delete(keys.progress);
	};
	const asideOf = (id: number) =>
		database.sortedSetPage(keys.aside, { count: -1, min: id, max: id, isNewestFirst: false });
	const refusedIn = (value: string): Refused => {
		const [id = 0, status = 0] = value.split(' ').map(Number);
		return { id, status };
	};
	return {
		url, clearDue, dueKey: keys.due,
		queue: async () => ((await known.get('target')).url === '' ? null : keys.due),
		async setUrl(next) {
			await targets.set(keys.target, { url: next });
			known.forget('target');
		},
		async clear() {
			await database.delete(keys.target);
			known.forget('target');
			await clearDue();
		},
		progress: async () => await progresses.get(keys.progress) ?? untried,
		setProgress: progress => progresses.set(keys.progress, progress),
		async* due(batch) {
			for await (const ids of walk(sortedSet(database, keys.due), batch)) {
				yield ids.map(Number);
			}
		},
		removeDue: id => database.sortedSetRemove(keys.due, String(id)),
		waiting: () => database.sortedSetCard(keys.due),
		async setAside(id, status) {
			await database.sortedSetAdd(keys.aside, id, `${id} ${status}`);
			await database.sortedSetRemove(keys.due, String(id));
		},
		aside: async count => (await firstOf(sortedSet(database, keys.aside), count)).map(refusedIn),
		asideCount: () => database.sortedSetCard(keys.aside),
		isAside: async id => (await asideOf(id)).length > 0,
		async dropAside(id) {
			const found = (await asideOf(id)).map(({ value }) => value);
			await (found.length > 0 ? database.sortedSetRemove(keys.aside, found) : undefined);
		},
		addDue: ids => database.sortedSetAddBulk(ids.map(id => [keys.due, id, String(id)] as const)),
	};
}
