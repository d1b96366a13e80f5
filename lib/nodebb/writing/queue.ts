import { plainText } from '../../kernel/formats/html';
import type { Queue, WaitingPost } from '../../kernel/content';
import { textOf } from '../../kernel/formats/text';
import { hostModule } from '../core/modules';

interface StoredData {
	title?: unknown; content?: unknown; sourceContent?: unknown;
	cid?: unknown; crosspostCid?: unknown; tid?: unknown; tags?: unknown; forumTerms?: unknown;
}

/** HOST: src/posts/queue.js `getType`. */
const actOf = (type: unknown) => (type === 'topic' ? 'topic' as const : type === 'crosspost' ? 'crosspost' as const : 'reply' as const);

/** HOST: src/posts/queue.js stores a queued post as JSON in `post:queue:<id>`, and caches all of them. */
export function nodebbQueue(): Queue {
	async function load(id: string): Promise<{ row: Record<string, unknown>; data: StoredData } | null> {
		const row = await hostModule('./src/database').getObject(`post:queue:${id}`);
		return row && { row, data: JSON.parse(textOf(row.data) || '{}') as StoredData };
	}
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
			const rows = await hostModule('./src/database').getObjects(ids.map(id => `post:queue:${id}`));
			const datas = rows.map(row => JSON.parse(textOf(row?.data) || '{}') as StoredData);
			const tids = [...new Set(datas.map(({ tid }) => Number(tid) || 0))].filter(tid => tid > 0);
			const found = tids.length > 0 ?
				await hostModule('./src/topics').getTopicsFields(tids, ['cid', 'title']) : [];
			const topics = new Map(tids.map((tid, index) => [tid, found[index]]));
			return rows.map((row, index) => {
				const [data = {}, act] = [datas[index], actOf(row?.type)];
				const topic = topics.get(Number(data.tid));
				return row === null || act === 'crosspost' ? null : {
					id: ids[index] ?? '', uid: Number(row.uid) || 0, act,
					cid: Number(topic?.cid ?? data.cid) || 0, tid: Number(data.tid) || 0,
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
				await hostModule('./src/database').setObject(`post:queue:${id}`, {
					data: JSON.stringify({ ...found.data, forumTerms: { ...before, ...forumTerms } }),
				});
				hostModule('./src/cache').del('post-queue');
			}
		},
	};
}
