import type { Database } from '../../lib/kernel/host/ports';
import type { PartnerStore } from '../../lib/partners/accounts/store';

/** What is filled in: people and posts from a number up to another, the posts into one topic. */
export interface Fill {
	partner: string; tid: number; people: [from: number, to: number]; posts: [from: number, to: number];
}

const together = 200;

async function each(from: number, to: number, work: (index: number) => Promise<unknown>): Promise<void> {
	for (let start = from; start < to; start += together) {
		await Promise.all(Array.from({ length: Math.min(together, to - start) }, (_, index) => work(start + index)));
	}
}

/**
 * Makes a partner account large by the store's own writes, inside the forum that is measured: ten thousand accounts and
 * a hundred thousand posts made over its routes would take hours. `field` is the one that says for whom a post speaks.
 */
export function benchFill(store: PartnerStore, database: Database, field: string) {
	const author = 1_000_000;
	const pidOf = (index: number) => 10_000_000 + index;
	return async ({ partner, tid, people, posts }: Fill): Promise<{ people: number; posts: number }> => {
		const [from, to] = people;
		await store.join(Array.from({ length: to - from }, (_, index) => ({
			uid: author + from + index, partner, role: 'support' as const, since: 1, isHalted: false,
		})));
		await each(posts[0], posts[1], async (index) => {
			await store.notePost(partner, { pid: String(pidOf(index)), uid: author }, 1000 + index);
			await database.setObject(`post:${pidOf(index)}`, {
				pid: pidOf(index), tid, uid: author, timestamp: 1000 + index, content: 'A post of the bench.', [field]: partner,
			});
		});
		return { people: await store.peopleCount(partner), posts: await store.postCount(partner) };
	};
}
