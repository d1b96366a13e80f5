import { plainText } from '../../kernel/formats/html';
import type { Queue, WaitingPost } from '../../kernel/host/content';
import { textOf } from '../../kernel/formats/text';
import type { Database } from '../../kernel/host/ports';
import { hostModule } from '../core/modules';
import { topicNumber, topicRows } from '../core/topic-rows';
import { queuedKey, queuedRows } from './queued-rows';

/** HOST: src/posts/queue.js `getType`. */
const actOf = (type: unknown) => (type === 'topic' ? 'topic' as const : type === 'crosspost' ? 'crosspost' as const : 'reply' as const);

/** HOST: src/posts/queue.js caches all queued posts. */
export function nodebbQueue(database: Database): Queue {
	const load = async (id: string) => (await queuedRows(database, [id]))[0] ?? null;

	return {
		async read(id): Promise<WaitingPost | null> {
			const found = await load(id);
			if (!found) {
				return null;
			}
			const { data, row } = found;
			const act = actOf(row.type);
			return {
				uid: Number(row.uid), act, tid: act === 'topic' ? '' : textOf(data.tid),
				// HOST: src/posts/queue.js `editQueuedContent` also writes a category into a reply, where it has no
				// effect.
				cid: Number(act === 'topic' ? data.cid : act === 'crosspost' ? data.crosspostCid : 0) || null,
				title: textOf(data.title), content: textOf(data.content), sourceContent: textOf(data.sourceContent),
				forumTerms: data.forumTerms,
				tags: Array.isArray(data.tags) ? data.tags.map(textOf) : [],
			};
		},
		async texts(ids) {
			const rows = await queuedRows(database, ids);
			const topicOf = await topicRows(rows.map(found => found?.data.tid), ['cid', 'title']);
			return rows.map((found, index) => {
				const act = actOf(found?.row.type);
				if (!found || act === 'crosspost') {
					return null;
				}
				const { row, data } = found;
				const topic = topicOf(data.tid);
				return {
					id: ids[index] ?? '', uid: Number(row.uid) || 0, act,
					cid: Number(topic?.cid ?? data.cid) || 0, tid: topicNumber(data.tid),
					title: plainText(textOf(topic?.title)) || textOf(data.title),
					content: textOf(data.sourceContent) || textOf(data.content),
					// HOST: src/posts/queue.js `addToQueue` builds the id from type and time.
					at: Number((ids[index] ?? '').split('-').at(-1)) || 0,
				};
			});
		},
		async keepAnswers(id, forumTerms) {
			const found = await load(id);
			if (found) {
				const before = found.data.forumTerms ?? {};
				await database.setObject(queuedKey(id), {
					data: JSON.stringify({ ...found.data, forumTerms: { ...before, ...forumTerms } }),
				});
				hostModule('./src/cache').del('post-queue');
			}
		},
	};
}
