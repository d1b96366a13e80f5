import type { Posts } from '../../kernel/host/content';
import { textOf } from '../../kernel/formats/text';
import { hostModule } from '../core/modules';
import { topicNumber } from '../core/topic-rows';

/** Stored posts behind the port. */
export function nodebbPosts(): Posts {
	return {
		async writeFields(pid, fields) {
			await hostModule('./src/database').setObject(`post:${pid}`, fields);
		},
		async summaries(pids, uid) {
			// HOST: src/posts/summary.js does not check whether the reader may see them.
			const readable = pids.length === 0 ? [] :
				await hostModule('./src/privileges').posts.filter('topics:read', [...pids], uid);
			const rows = readable.length === 0 ? [] :
				await hostModule('./src/posts').getPostSummaryByPids(readable, uid, { stripTags: true });
			return rows.filter(row => row !== null).map(row => ({
				pid: textOf(row.pid), tid: topicNumber(row.tid), uid: Number(row.uid) || 0,
				timestamp: Number(row.timestamp),
				content: textOf(row.content), isDeleted: Number(row.deleted) === 1,
				title: textOf((row.topic as Record<string, unknown> | undefined)?.title),
			}));
		},
	};
}
