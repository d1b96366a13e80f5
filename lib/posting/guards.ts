import type { Topics } from '../kernel/host/content';
import type { Refusal } from '../kernel/refusals/refusal';
import type { Guard, GuardCall } from '../kernel/slice/routes';
import { textOf } from '../kernel/formats/text';
import type { Door } from './door';
import type { HostPost } from './submission';
import { hostWrites, type HostWrite } from './host-writes';
import { oneRefusal } from './rules';

/** The guards of the one door. */
export function postingGuards(door: Door, topics: Pick<Topics, 'read'>): Guard[] {
	/** One submission per moved topic, for the author's own topics; staff may move those of others. */
	async function moved(uid: number, { tid, ...data }: GuardCall['data']): Promise<HostPost[]> {
		const posts = [tid].flat().map((one: unknown) => ({ ...data, tid: one, uid }));
		const owners = await Promise.all(posts.map(post => topics.read(textOf(post.tid), '')));
		// Leaves invalid ids to the door; NodeBB would read an id out of a nested list.
		return posts.filter(({ tid: one }, index) => owners[index]?.uid === uid || textOf(one) === '');
	}

	async function postsOf({ act, said }: HostWrite, uid: number, data: GuardCall['data']): Promise<HostPost[]> {
		if (act === 'move') {
			return moved(uid, data);
		}
		const parts = said ? said(data) : {};
		return parts ? [{ ...data, ...parts, uid }] : [];
	}

	return hostWrites.map((write): Guard => ({
		...write,
		async examine({ actor, data }): Promise<Refusal | null> {
			if (actor.kind !== 'member') {
				// NodeBB accepts these from members only.
				return null;
			}
			for (const post of await postsOf(write, actor.uid, data)) {
				const judged = await door.judgePost(write.act, post, 'api');
				const refusal = judged.ok ?
					oneRefusal(judged.value.reasons.filter(({ outcome }) => outcome !== 'hold')) : judged.refusal;
				if (refusal) {
					return refusal;
				}
			}
			return null;
		},
	}));
}
