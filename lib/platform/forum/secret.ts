import { randomBytes } from 'node:crypto';
import type { Host } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';

const key = 'forum-terms:secrets';

/**
 * The forum's own secret for fingerprints, created on first use. It is the first entry of a list, so that processes
 * that start together agree on one; it never changes.
 */
export function forumSecret({ database, cache }: Pick<Host, 'database' | 'cache'>): () => Promise<string> {
	const first = async () => (await database.getList(key))[0];
	const secrets = readThrough<{ secret: string }>(cache('forum-terms-secret', { max: 1, ttlSeconds: 60 }), async () => {
		if (await first() === undefined) {
			await database.listAppend(key, randomBytes(32).toString('hex'));
		}
		return { secret: await first() ?? '' };
	});
	return async () => (await secrets.get('forum')).secret;
}
