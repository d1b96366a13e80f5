import type { Queue, WaitingPost } from '../kernel/content';
import { textOf } from '../kernel/text';
import { hostModule } from './modules';

interface StoredData { cid?: unknown; tid?: unknown; tags?: unknown; forumTerms?: unknown }

/** HOST: src/posts/queue.js keeps a waiting post as JSON in `post:queue:<id>`, and all of them in its cache. */
export function nodebbQueue(): Queue {
	async function load(id: string): Promise<{ row: Record<string, unknown>; data: StoredData } | null> {
		const row = await hostModule('./src/database').getObject(`post:queue:${id}`);
		return row && { row, data: JSON.parse(textOf(row.data) || '{}') as StoredData };
	}
	return {
		async read(id): Promise<WaitingPost | null> {
			const found = await load(id);
			return found && {
				uid: Number(found.row.uid), act: found.row.type === 'topic' ? 'topic' : 'reply',
				cid: Number(found.data.cid) || null, forumTerms: found.data.forumTerms,
				tags: Array.isArray(found.data.tags) ? found.data.tags.map(textOf) : [],
			};
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
