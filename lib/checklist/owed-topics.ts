import type { Host } from '../kernel/ports';
import { publicIn, topicField } from './evidence-keeper';
import type { Reach } from './evidence-search';
import { openItems } from './evidence-view';
import type { ChecklistParts } from './parts';

/** A topic whose place asks for something that nobody has answered. */
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
const mostBatches = 10;

/** Topics with open items within somebody's reach, longest first; `next` is where the following page starts. */
export function owedTopics({ evidence, store }: Pick<ChecklistParts, 'evidence' | 'store'>, topics: Host['topics']) {
	return async (
		reach: Reach, language: string, count: number, after = 0,
	): Promise<{ topics: OwedTopic[]; next: number | null }> => {
		const found: OwedTopic[] = [];
		let from = after;
		for (let batch = 0; batch < mostBatches; batch += 1) {
			const tids = await evidence.owedTopics(batchSize, from);
			const stored = await topics.readMany(tids, topicField);
			const shown = stored.map(topic => (topic ? publicIn(topic) : null));
			const records = await evidence.read(shown.map(open => open?.evidence ?? 0));
			for (const [index, topic] of stored.entries()) {
				const [open, record] = [shown[index], records[index]];
				if (topic && open && record && open.owed.length > 0 && (reach === 'all' || reach.includes(topic.cid))) {
					const { tid, title, slug, cid, uid } = topic;
					if (found.length === count) {
						return { topics: found, next: from };
					}
					const items = await openItems(store, open, language);
					found.push({ tid, title, slug, cid, uid, at: record.at, items });
				}
				from = Math.max(from, record?.id ?? 0);
			}
			if (tids.length < batchSize) {
				return { topics: found, next: null };
			}
		}
		return { topics: found, next: from };
	};
}
