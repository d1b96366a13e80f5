import type { QueuedText } from '../../kernel/host/post-care';
import type { Host } from '../../kernel/host/ports';
import { pageOf, type Page, type Position } from '../../platform/paged-index';
import { named } from '../../platform/people';
import type { PartnerStore } from '../accounts/store';

/** A queued post for an account. */
export type WaitingText = QueuedText & { username: string };
export type WaitingPosts = (
	id: string, reader: number, count: number, from?: Position | null,
) => Promise<Page<WaitingText>>;

/** Queued posts in categories that the reader may read, oldest first. */
export function waitingPosts({ store, host }: {
	store: Pick<PartnerStore, 'waiting'>;
	host: Pick<Host, 'queue' | 'care' | 'members'>;
}): WaitingPosts {
	return async (id, reader, count, from = null) => {
		const { rows, next } = await pageOf(store.waiting(id), from, { count }, async (queued) => {
			const texts = await host.queue.texts(queued);
			const places = [...new Set(texts.flatMap(text => (text ? [text.cid] : [])))];
			const cids = new Set(await host.care.readableCategories(places, reader));
			return texts.map(text => (text && cids.has(text.cid) ? text : null));
		});
		const nameOf = await named(host.members, rows.map(({ uid }) => uid));
		return { next, rows: rows.map(text => ({ ...text, username: nameOf(text.uid).username })) };
	};
}
