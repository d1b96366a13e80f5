import { pick } from 'lodash';
import * as v from 'valibot';
import { actorOf } from '../../kernel/host/member';
import type { Host } from '../../kernel/host/ports';
import type { Trim } from '../../kernel/slice/routes';
import { hook } from '../../kernel/slice/slice';
import { textOf } from '../../kernel/formats/text';
import { isPartner } from '../company/account';
import type { PartnerDirectory } from '../accounts/directory';
import { attributionFields as names } from './post-attribution';
import type { PartnerSettings } from '../company/settings';
import type { PartnerStore } from '../accounts/store';
import { after, atOnce, now, type Soon } from '../../kernel/host/soon';

type Fields = Record<string, unknown>;
interface Create { post: Fields; data: Fields }
interface Queued { id?: unknown; type?: unknown; data: Fields }
interface Unqueued { data: { id?: unknown; data?: Fields } }
interface Saved { post: Fields }
interface Page { posts: (Fields | null)[] }
interface Owner { posts: Fields[]; toUid?: unknown }

/** Field of a queued post with the partner its author spoke for when it was submitted. */
const queuedField = 'forumTermsSpokeFor';

const stored = Object.values(names);
type Stamp = Readonly<Record<string, string>>;
/** Of an author who speaks for nobody. */
const nobody: Stamp = { [names.partner]: '', [names.role]: '' };

const attribution = v.object({ [names.partner]: v.string(), [names.role]: v.string() });

/** The stored attribution of a post from the queue; a browser can send any field. */
function keptIn({ fromQueue, req, [queuedField]: kept }: Fields): Record<string, string> | null {
	// HOST: src/posts/queue.js sets `fromQueue` and stores no request; src/api/helpers.js resets it for all others.
	const parsed = fromQueue === true && !req ? v.safeParse(attribution, kept) : null;
	return parsed?.success ? parsed.output : null;
}

/**
 * Stamps every post with partner and role at that moment (clause 4.12); who owned the account then is in its timeline.
 * The fields are part of the post, so they survive the author's leaving, and reading them costs nothing.
 */
export function attributionHooks({ store, directory, settings, host }: {
	store: PartnerStore; directory: PartnerDirectory; settings: () => Soon<PartnerSettings>;
	host: Pick<Host, 'clock' | 'posts' | 'care' | 'cache'>;
}) {
	// Stamps of the last minute's posts, so that delivering a new post to readers needs no read.
	const fresh = host.cache('forum-terms-fresh-partners', { max: 1000, ttlSeconds: 60 });

	/** A member's current fields; empty texts if they speak for nobody. */
	function stampOf(uid: unknown): Soon<Stamp> {
		const actor = actorOf(uid);
		return after(actor.kind === 'member' ? directory.membership(actor.uid) : null, membership => (!membership ? nobody :
			after(directory.account(membership.partner), account => (account ?
				{ [names.partner]: account.id, [names.role]: membership.role } : nobody))));
	}

	/**
	 * Pages show company, level and role instead of the stored fields, which no page needs. Reads nothing if no partner
	 * posted.
	 */
	const decorate = atOnce(function* (posts: Page['posts']) {
		const ours = posts.filter((post): post is Fields => textOf(post?.[names.partner]) !== '').map((post) => {
			const [id, role] = [textOf(post[names.partner]), textOf(post[names.role])];
			stored.forEach(name => delete post[name]);
			return { post, id, role };
		});
		if (ours.length === 0 || !(yield* now(settings())).showPartner) {
			return;
		}
		const found = yield* now(directory.accounts(ours.map(({ id }) => id)));
		const at = host.clock.now();
		for (const { post, id, role } of ours) {
			const account = found.get(id);
			if (account) {
				const level = isPartner(account, at) ? account.level : '';
				post.forumTermsPartnerBadge = { id, company: account.company, role, level };
			}
		}
	});

	return {
		post: hook<Create>('open', 'attribution is best effort and never blocks a post', ({ post, data }) => {
			// A browser can send any field.
			stored.forEach(name => delete post[name]);
			return after(keptIn(data) ?? stampOf(data.uid), (stamp) => {
				if (stamp[names.partner]) {
					Object.assign(post, stamp);
					fresh.set(String(post.pid), stamp);
				}
			});
		}),
		/** The attribution is that of the submission, whatever changes while the post is queued. */
		queued: hook<Queued>('open', 'attribution is best effort; it is determined at approval', async ({ id, type, data }) => {
			delete data[queuedField];
			const stamp = await stampOf(data.uid);
			data[queuedField] = { ...stamp };
			// HOST: src/posts/queue.js `addToQueue`: a crosspost has no text of its own.
			const partner = textOf(stamp[names.partner]);
			if (partner && type !== 'crosspost') {
				await store.noteWaiting(partner, textOf(id), host.clock.now());
			}
		}),
		/** Approved or rejected. */
		unqueued: hook<Unqueued>('open', 'a decided post is left out of the list of queued ones anyway', async ({ data: { id, data } }) => {
			const kept = v.safeParse(attribution, data?.[queuedField]);
			const partner = kept.success ? textOf(kept.output[names.partner]) : '';
			await (partner ? store.dropWaiting(partner, textOf(id)) : undefined);
		}),
		saved: hook<Saved>('open', 'attribution is best effort; the post itself names the partner', ({ post }) => {
			const partner = textOf(post[names.partner]);
			return partner === '' ? undefined : store.notePost(partner,
				{ pid: textOf(post.pid), uid: Number(post.uid) }, Number(post.timestamp) || host.clock.now());
		}),
		page: hook<Page>('open', 'only the badges are missing', ({ posts }) => decorate(posts)),
		/** HOST: src/topics/create.js `onNewPost`: a new post is sent as a summary with core's fields only. */
		fresh: hook<Page>('open', 'only the badges are missing', ({ posts }) => {
			for (const post of posts) {
				const stamp = post ? fresh.get(String(post.pid)) : undefined;
				if (post && stamp) {
					Object.assign(post, stamp);
				}
			}
			return decorate(posts);
		}),
		/**
		 * The new author is responsible from now on; the timeline keeps the earlier one. This hook runs before others.
		 * HOST: src/plugins/hooks.js `fireActionHook` passes one payload from hook to hook, and NodeBB's bundled search
		 * plugin overwrites the old author in it.
		 */
		owner: hook<Owner>('open', 'attribution is best effort', async ({ posts, toUid }) => {
			const stamp = await stampOf(toUid);
			const partner = stamp[names.partner] ?? '';
			for (const { pid, timestamp, ...post } of posts) {
				// HOST: src/posts/user.js `changeOwner` passes core's fields only.
				const [stored] = names.partner in post ? [] : await host.care.read([textOf(pid)], [names.partner]);
				const before = textOf(post[names.partner]) || (stored?.fields[0] ?? '');
				const at = host.clock.now();
				await store.append([...new Set([before, partner])].filter(id => id !== '').map(id => ({
					partner: id, at, by: 0, kind: 'post-reowned' as const, pid: textOf(pid), uid: Number(toUid),
					from: Number(post.uid), wasOurs: before === id, isOurs: partner === id,
				})));
				if (before) {
					await store.dropPost(before, { pid: textOf(pid), uid: Number(post.uid) });
				}
				if (partner) {
					await store.notePost(partner, { pid: textOf(pid), uid: Number(toUid) },
						Number(timestamp) || host.clock.now());
				}
				if (before || partner) {
					await host.posts.writeFields(textOf(pid), stamp);
				}
			}
		}),
	};
}

/**
 * NodeBB answers with the whole stored post where somebody asks for one, and to everybody who has its topic open when
 * it is edited. Without badges no reader learns from it for whom it was written.
 */
export function attributionTrims({ settings }: { settings: () => Soon<PartnerSettings> }): Trim[] {
	const trim = async (post: Fields) => {
		const kept = pick(post, stored);
		stored.forEach(name => delete post[name]);
		if ((await settings()).showPartner) {
			Object.assign(post, kept);
		}
	};
	return [
		{ call: 'api.posts.get', trim },
		// HOST: src/posts/edit.js: what it answers is sent on as `event:post_edited` too.
		{ call: 'posts.edit', trim: ({ post }) => trim(post as Fields) },
	];
}
