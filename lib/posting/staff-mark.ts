import { actorOf, uidOf } from '../kernel/host/member';
import { after, inTurn, type Soon } from '../kernel/host/soon';
import { hook } from '../kernel/slice/slice';
import type { Forum } from '../platform/forum/forum';

interface Post { uid?: unknown; topic?: { cid?: unknown } | null; forumTermsStaff?: boolean }

const nobody: ReadonlySet<number> = new Set();

/** Marks posts of the forum's staff as official; all others express their authors' views (clauses 1 and 4.7). */
export function staffMarkHooks({ staffOf }: Pick<Forum, 'staffOf'>) {
	const staffIn = (cid: unknown): Soon<ReadonlySet<number>> => (Number(cid) > 0 ? staffOf(Number(cid)) : nobody);
	function mark(post: Post | null, official: ReadonlySet<number>): void {
		const uid = uidOf(actorOf(post?.uid));
		if (post && uid > 0 && official.has(uid)) {
			post.forumTermsStaff = true;
		}
	}

	return {
		page: hook<{ topic?: { cid?: unknown }; posts?: (Post | null)[] }>('open', 'only the mark is missing', ({ topic, posts = [] }) =>
			after(staffIn(topic?.cid), official => posts.forEach(post => mark(post, official)))),
		/** HOST: src/topics/create.js `onNewPost` sends a new post to readers of a topic as a summary. */
		fresh: hook<{ posts?: (Post | null)[] }>('open', 'only the mark is missing', ({ posts = [] }) =>
			inTurn(posts, post => after(staffIn(post?.topic?.cid), official => mark(post, official)))),
	};
}
