import { actorOf, uidOf } from '../../kernel/host/member';
import { rephrased } from '../../kernel/refusals/message';
import { atOnce, now } from '../../kernel/host/soon';
import { hook } from '../../kernel/slice/slice';
import { textOf } from '../../kernel/formats/text';
import type { Pointers } from './pointers';

/** NodeBB's text of this notification is HTML. */
const corePhrase = 'notifications:moved-your-topic';

interface Move { tid?: unknown; fromCid?: unknown; uid?: unknown }
interface CategoryPage {
	category: Record<string, unknown>;
	cid?: unknown;
	uid?: unknown;
	start?: unknown;
	tag?: unknown;
	targetUid?: unknown;
}
interface Created { data: Record<string, unknown> }

/**
 * Leaves a pointer after a move (clause 4). NodeBB itself writes "moved from" into the topic's timeline and notifies
 * its author, but says neither where to nor why, and leaves nothing in the old category.
 */
export function moveHooks(pointers: Pointers) {
	return {
		/** HOST: src/topics/tools.js `move`: `uid` is `system` if another forum moved it. */
		moved: hook<Move>('open', 'the topic is already moved', ({ tid, fromCid, uid }) =>
			pointers.moved({ tid: textOf(tid), fromCid: Number(fromCid) || 0, by: uidOf(actorOf(uid)) })),
		/** HOST: src/categories/index.js `getCategoryById` fires it for every page, including filtered ones. */
		page: hook<CategoryPage>('open', 'the category page works without pointers', atOnce(function* ({ category, cid, uid, start, tag, targetUid }) {
			const isWhole = !Number(start) && !textOf(tag) && !Number(targetUid);
			const found = isWhole ? yield* now(pointers.of(Number(cid), uidOf(actorOf(uid)))) : [];
			if (found.length > 0) {
				category.forumTermsMoved = found;
			}
		})),
		/**
		 * Extends NodeBB's own notification instead of sending a second one. HOST: src/socket.io/helpers.js
		 * `sendNotificationToTopicOwner`; src/notifications.js stores the object that the hook received.
		 */
		told: hook<Created>('open', "NodeBB's own text stays", atOnce(function* ({ data }) {
			const [, tid] = /^move:tid:(\d+):uid:\d+$/.exec(textOf(data.nid)) ?? [];
			const place = tid === undefined ? null : yield* now(pointers.placeFor(tid));
			const sentence = place === null ? null :
				rephrased(textOf(data.bodyShort), corePhrase, 'forum-terms:moved.told', [place]);
			if (sentence !== null) {
				data.bodyShort = sentence;
			}
		})),
	};
}
