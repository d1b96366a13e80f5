import type { MemberAccess, WrittenPost } from '../../kernel/host/member-access';
import type { PostCare, Takeable } from '../../kernel/host/post-care';

/** What somebody may hide, and restore, per category. */
export type Reach = { [what in keyof Takeable]: (cid: number) => boolean };

/** What a restriction that hides posts would hide. */
export interface Hideable {
	/** The evidence, if only evidence is hidden. */
	pids: readonly string[];
	count: number;
	/** Visible posts that the person who decides may not delete in the forum's own pages. */
	left: number;
}

/** Visible posts: those somebody may hide, and the number of others. */
export interface Split { hideable: WrittenPost[]; left: number }

export interface ReachLookup {
	/** For a person; 0: the forum itself, which may do everything. One read for all categories. */
	reachOf(by: number, cids: readonly number[]): Promise<Reach>;
	/** A member's posts since a moment, in pages, split by what somebody may hide. */
	written(uid: number, since: number, by: number, places: Places): AsyncGenerator<Split>;
	/** The same for some posts. */
	split(posts: readonly WrittenPost[], by: number, places: Places): Promise<Split>;
}

/** Categories of a restriction; null: the whole forum. */
export type Places = readonly number[] | null;

const batch = 200;
const everything: Reach = { posts: () => true, topics: () => true, scheduled: () => true, queued: () => true };

/** Which posts of members somebody may hide: those the forum lets them delete. */
export function reachLookup({ access, care }: {
	access: Pick<MemberAccess, 'postsSince'>; care: Pick<PostCare, 'takeable'>;
}): ReachLookup {
	async function reachOf(by: number, cids: readonly number[]): Promise<Reach> {
		if (by === 0) {
			return everything;
		}
		const { posts, topics, scheduled, queued } = await care.takeable([...new Set(cids)], by);
		const among = (list: readonly number[]) => (cid: number) => list.includes(cid);
		return { posts: among(posts), topics: among(topics), scheduled: among(scheduled), queued: among(queued) };
	}
	const self: ReachLookup = {
		reachOf,
		async split(posts, by, places) {
			const inView = posts.filter(({ isDeleted, cid }) =>
				!isDeleted && (places === null || places.includes(cid)));
			const reach = await reachOf(by, inView.map(({ cid }) => cid));
			const hideable = inView.filter(({ cid }) => reach.posts(cid));
			return { hideable, left: inView.length - hideable.length };
		},
		async* written(uid, since, by, places) {
			// By position in the list, which hiding does not change: many posts can share a time.
			for (let start = 0; ; start += batch) {
				const page = await access.postsSince(uid, since, start, batch);
				yield self.split(page, by, places);
				if (page.length < batch) {
					return;
				}
			}
		},
	};
	return self;
}
