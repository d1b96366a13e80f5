import * as v from 'valibot';
import { actorOf } from '../../kernel/host/member';
import type { WritingPlace } from '../../kernel/offers/owed';
import type { Host, Clock, Database } from '../../kernel/host/ports';
import { after, type Soon } from '../../kernel/host/soon';
import { hook } from '../../kernel/slice/slice';
import { textOf } from '../../kernel/formats/text';
import type { Audience } from '../acceptance/audience';
import { keys } from '../documents/keys';
import { editField, stamps, type Stamp } from './stamp';

/** Field of a queued post with the stamp of its submission. */
const queuedField = 'forumTermsStamp';

const stampSchema = v.object({ version: v.string(), licence: v.string() });

type Fields = Record<string, unknown>;
interface Create { post: Fields; data: Fields }
interface Summary { posts: (Fields | null)[] }
interface Queue { data: Fields }
interface Edit { post: Fields; data: Fields; uid?: unknown }

function queuedStamp(data: Fields): Stamp | null {
	// Trusted only on re-entry from the queue: a browser can send any field.
	const parsed = data.fromQueue === true ? v.safeParse(stampSchema, data[queuedField]) : null;
	return parsed?.success ? parsed.output : null;
}

/** The most specific id that a hook has. */
function placeIn({ cid, tid, pid }: Fields): WritingPlace {
	const [inCategory, inTopic, ofPost] = [textOf(cid), textOf(tid), textOf(pid)];
	return inCategory !== '' ? { cid: inCategory } : inTopic !== '' ? { tid: inTopic } : ofPost !== '' ? { pid: ofPost } : {};
}

/**
 * Stamps every post, at creation and at each edit, with the terms and licence it was made under (R4.5, feature 3). The
 * fields are part of the post, so queue, move, fork, merge and a change of owner keep them. HOST: src/topics/create.js
 * has already written the topic when `filter:post.create` fires; throwing there would leave it without a post.
 */
export function stampHooks(
	parts: {
		audience: Audience; clock: Clock; database: Database;
		cidOf: (place: WritingPlace) => Soon<number | null>;
	}, host: Host,
) {
	const stampOf = stamps(parts);
	const stampNow = (uid: unknown, place: Fields) => {
		const actor = actorOf(uid);
		return stampOf(actor.kind === 'member' ? actor.uid : 0, placeIn(place));
	};
	// Stamps of the last minute's posts, so that delivering a new post to readers needs no read.
	const fresh = host.cache('forum-terms-fresh-stamps', { max: 1000, ttlSeconds: 60 });
	return {
		stampNew: hook<Create>('open', 'a missing stamp must not cost a post', ({ post, data }) =>
			after(actorOf(data.uid).kind === 'remote' ? null : queuedStamp(data) ?? stampNow(data.uid, data), (stamp) => {
				if (stamp) {
					post.forumTermsVersion = stamp.version;
					// Usually the same; NodeBB reads every field of every post for every page.
					if (stamp.licence === stamp.version) {
						delete post.forumTermsLicence;
					} else {
						post.forumTermsLicence = stamp.licence;
					}
					fresh.set(String(post.pid), stamp);
				}
			})),
		/**
		 * A new post is sent to its author and to online readers as a summary with core's fields only. HOST:
		 * src/topics/create.js `onNewPost`, src/posts/summary.js.
		 */
		stampFresh: hook<Summary>('open', 'the page shows it on the next visit', ({ posts }) => {
			for (const post of posts) {
				const stamp = post ? fresh.get(String(post.pid)) as Stamp | undefined : undefined;
				if (post && stamp) {
					post.forumTermsVersion = stamp.version;
				}
			}
		}),
		stampQueued: hook<Queue>('open', 'a missing stamp must not cost a post', async ({ data }) => {
			delete data[queuedField];
			const stamp = await stampNow(data.uid, data);
			if (stamp) {
				data[queuedField] = { ...stamp };
			}
		}),
		stampEdit: hook<Edit>('open', 'a missing stamp must not cost a post', async ({ post, data, uid }) => {
			const actor = actorOf(uid ?? data.uid);
			const stamp = actor.kind === 'remote' ? null : await stampNow(uid ?? data.uid, { pid: data.pid });
			if (!stamp) {
				return;
			}
			post.forumTermsEdited = stamp.version;
			const at = parts.clock.now();
			await parts.database.sortedSetAdd(keys.postStamps(String(data.pid)), at, editField.write({
				at, uid: actor.kind === 'member' ? actor.uid : 0, ...stamp,
			}));
		}),
		stampsPurged: hook<{ posts: Fields[] }>('open', 'the stamps of edits stay; nobody can ask for them any more', async ({ posts }) => {
			await Promise.all(posts.map(({ pid }) => parts.database.delete(keys.postStamps(String(pid)))));
		}),
	};
}
