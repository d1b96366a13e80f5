import type { Host } from '../../kernel/host/ports';
import { pageOf, type Page, type Position } from '../../platform/paged-index';
import { publicIn, topicField } from '../evidence/topic-field';
import type { Reach } from './search';
import type { EvidenceStore } from '../evidence/store';
import { openItems } from './view';
import type { ChecklistStore } from '../profiles/store';

/** A topic with open items. */
export interface OwedTopic {
	tid: number;
	title: string;
	slug: string;
	cid: number;
	uid: number;
	/** Since when, milliseconds since 1970. */
	at: number;
	items: { key: string; prompt: string }[];
}

const batchSize = 200;

/** Topics with open items in the reader's categories, oldest first. */
export function owedTopics(
	{ evidence, store }: { evidence: EvidenceStore; store: ChecklistStore }, topics: Host['topics'],
) {
	/** Null for a topic that is deleted, out of reach, or owes nothing any more. */
	async function opened(tids: readonly string[], reach: Reach) {
		const stored = await topics.readMany(tids.map(Number), topicField);
		const shown = stored.map(topic => (topic ? publicIn(topic) : null));
		const records = await evidence.read(shown.map(open => open?.evidence ?? 0));
		return stored.map((topic, index) => {
			const [open, record] = [shown[index], records[index]];
			const isOwed = open && record && open.owed.length > 0;
			return topic && isOwed && (reach === 'all' || reach.includes(topic.cid)) ? { topic, open, at: record.at } : null;
		});
	}
	return async (
		reach: Reach, language: string, count: number, from: Position | null = null,
	): Promise<Page<OwedTopic>> => {
		const { rows, next } = await pageOf(evidence.owedTopics(), from, { count, window: batchSize },
			tids => opened(tids, reach));
		return {
			next, rows: await Promise.all(rows.map(async ({ topic: { tid, title, slug, cid, uid }, open, at }) =>
				({ tid, title, slug, cid, uid, at, items: await openItems(store, open, language) }))),
		};
	};
}
