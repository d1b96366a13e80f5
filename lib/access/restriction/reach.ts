import type { MemberAccess, WrittenPost } from '../../kernel/host/member-access';
import type { PostCare, Takeable } from '../../kernel/host/post-care';

/** What somebody may take out of sight in some categories, and show again there. */
export type Reach = { [what in keyof Takeable]: (cid: number) => boolean };

/** What a restriction that hides posts would hide. */
export interface Hideable {
	/** The evidence of it, where nothing but evidence goes. */
	pids: readonly string[];
	count: number;
	/** Posts in view that whoever decides may not delete in the forum's own screens. */
	left: number;
}

/** Posts in view: those somebody may hide, and how many they may not. */
export interface Split { hideable: WrittenPost[]; left: number }

export interface ReachLookup {
	/** Of whom; 0: the forum itself, which may everything. One read for all categories. */
	reachOf(by: number, cids: readonly number[]): Promise<Reach>;
	/** All that a member wrote since a moment, in pages, with what of it somebody may hide. */
	written(uid: number, since: number, by: number, places: Places): AsyncGenerator<Split>;
	/** The same of some posts. */
	split(posts: readonly WrittenPost[], by: number, places: Places): Promise<Split>;
}

/** Categories that a restriction is about; null: the whole forum. */
export type Places = readonly number[] | null;

const batch = 200;
const everything: Reach = { posts: () => true, topics: () => true, scheduled: () => true, queued: () => true };

/** How far somebody reaches with what members wrote: as far as the forum lets them delete it, and no further. */
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
			// By their place in the list, which hiding does not change: many posts can have the same moment.
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
