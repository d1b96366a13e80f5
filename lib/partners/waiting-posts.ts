import type { QueuedText } from '../kernel/post-care';
import type { Host } from '../kernel/ports';
import type { PartnerParts } from './parts';

/** A text of an account's people that the forum's staff has yet to let through. */
export type WaitingText = QueuedText & { username: string };
export type WaitingPosts = (id: string, reader: number) => Promise<WaitingText[]>;

/** What waits for the forum's staff, as far as the reader may read where it goes; oldest first. */
export function waitingPosts({ directory, host }: Pick<PartnerParts, 'directory'> & {
	host: Pick<Host, 'queue' | 'care' | 'members'>;
}): WaitingPosts {
	return async (id, reader) => {
		const all = await host.queue.waiting();
		const writers = [...new Set(all.map(({ uid }) => uid))].filter(uid => uid > 0);
		const memberships = await Promise.all(writers.map(uid => directory.membership(uid)));
		const staff = writers.filter((_uid, index) => memberships[index]?.partner === id);
		const own = all.filter(({ uid }) => staff.includes(uid));
		const cids = await host.care.readableCategories([...new Set(own.map(({ cid }) => cid))], reader);
		const people = await host.members.profiles(staff);
		return own.filter(({ cid }) => cids.includes(cid)).map(text => ({
			...text, username: people.find(person => person?.uid === text.uid)?.username ?? '',
		}));
	};
}
