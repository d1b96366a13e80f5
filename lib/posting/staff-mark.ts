import { actorOf, uidOf } from '../kernel/host/member';
import type { Host } from '../kernel/host/ports';
import { readThrough } from '../kernel/host/read-through';
import { hook } from '../kernel/slice/slice';

interface Post { uid?: unknown; topic?: { cid?: unknown } | null; forumTermsStaff?: boolean }

/** Marks posts of the forum's staff as official; all others express their authors' views (clauses 1 and 4.7). */
export function staffMarkHooks({ places, cache }: Pick<Host, 'places' | 'cache'>) {
	const staff = readThrough<ReadonlySet<number>>(cache('forum-terms-staff', { max: 1000, ttlSeconds: 60 }),
		async cid => new Set(await places.staffOf(Number(cid))));

	async function mark(posts: readonly (Post | null)[], cidOf: (post: Post) => unknown): Promise<void> {
		for (const post of posts) {
			const [uid, cid] = [uidOf(actorOf(post?.uid)), Number(post && cidOf(post))];
			if (post && uid > 0 && cid > 0 && (await staff.get(String(cid))).has(uid)) {
				post.forumTermsStaff = true;
			}
		}
	}

	return {
		page: hook<{ topic?: { cid?: unknown }; posts?: (Post | null)[] }>('open', 'only the mark is missing', async ({ topic, posts = [] }) => {
			await mark(posts, () => topic?.cid);
		}),
		/** HOST: src/topics/create.js `onNewPost` sends a new post to readers of a topic as a summary. */
		fresh: hook<{ posts?: (Post | null)[] }>('open', 'only the mark is missing', async ({ posts = [] }) => {
			await mark(posts, post => post.topic?.cid);
		}),
	};
}
