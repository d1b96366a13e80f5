import { readThrough } from '../../kernel/host/read-through';
import type { Host } from '../../kernel/host/ports';
import { postFailures } from '../../platform/exchange/outside-post';
import { sortedSet, walk } from '../../platform/paged-index';
import { filled, number, oneOf, storedRow } from '../../platform/stored-row';
import { untried, type Progress } from './rules';

const keys = {
	/** Hash: where decisions go; missing: nowhere. */
	target: 'forum-terms:decision-webhook',
	/** Hash: how delivery goes. */
	progress: 'forum-terms:decision-webhook-progress',
	/** Sorted set: decisions to deliver, by number; written with their outcome. */
	due: 'forum-terms:decision-webhook-due',
} as const;

const targetRow = storedRow<{ url: string }>({ url: filled });
const progressRow = storedRow<Progress>({
	deliveredId: number, deliveredAt: number, attempts: number, failingSince: number,
	failure: oneOf(['', ...postFailures], ''), status: number, nextAt: number,
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
}

export function webhookStore({ database, cache }: Pick<Host, 'database' | 'cache'>): WebhookStore {
	const targets = targetRow.in(database);
	const progresses = progressRow.in(database);
	const url = async () => (await targets.get(keys.target))?.url ?? '';
	const known = readThrough<{ url: string }>(
		cache('forum-terms-decision-webhook', { max: 1, ttlSeconds: 3600 }), async () => ({ url: await url() }));
	const clearDue = async () => {
		await database.delete(keys.due);
		await database.delete(keys.progress);
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
	};
}
