import { pick } from 'lodash';
import { actorOf, uidOf } from '../../kernel/host/member';
import type { Host } from '../../kernel/host/ports';
import type { Soon } from '../../kernel/host/soon';
import { hook } from '../../kernel/slice/slice';
import { decodeChecklist } from '../asking/answers';
import type { Askings } from '../asking/asking';
import type { MemberMemories } from '../asking/member-memory';
import { stopping } from '../asking/reasons';
import { tagsIn } from '../effect/measures';
import { evidenceAnswers } from '../evidence/evidence';
import { textFor } from '../profiles/item';

/** A post on NodeBB's post queue page; `forumTermsQueued` is ours. */
interface QueuedPost {
	user?: { uid?: unknown };
	category?: { cid?: unknown } | null;
	type?: unknown;
	data?: { tags?: unknown; forumTerms?: { checklist?: unknown } };
	forumTermsQueued?: object;
}
interface Page { posts: QueuedPost[]; req?: { uid?: unknown; query?: { page?: unknown } } }

interface Parts {
	askings: Askings;
	memories: Pick<MemberMemories, 'waivers'>;
	isExempt: (uid: number) => Soon<boolean>;
	host: Pick<Host, 'members' | 'places'>;
}

/** HOST: src/controllers/mods.js `postQueue` shows this many posts per page, and cuts the page after its hook. */
const perPage = 20;

/** The answers of queued posts and their open items, on NodeBB's own page (clause 3). */
export function queuedHooks({ askings, memories, isExempt, host }: Parts) {
	const { members, places } = host;

	/** Judged for its current place, since staff may have changed the category. Null if nothing is asked there. */
	async function viewOf({ user, category, type, data }: QueuedPost, language: string) {
		const [author, cid] = [uidOf(actorOf(user?.uid)), Number(category?.cid)];
		const isTopic = type === 'topic';
		const asking = author > 0 ? await askings.of(author, cid, isTopic ? 'topics' : 'replies') : null;
		if (!asking) {
			return null;
		}
		const given = decodeChecklist(data?.forumTerms?.checklist);
		const { version, answers } = given.ok ? given.value : { version: undefined, answers: {} };
		const fitting = Object.fromEntries(Object.entries(answers)
			.filter(([key]) => asking.profile.items.some(item => item.key === key)));
		const judged = await askings.judge(asking, { ...version === undefined ? {} : { version }, answers: fitting },
			{ tags: tagsIn(data?.tags), cid });
		if (!judged.ok) {
			return null;
		}
		const isAsked = asking.profile.kind !== 'security' && !await isExempt(author);
		const open = isAsked ? stopping(judged.value.judgements) : [];
		const waived = open.length > 0 ? await memories.waivers(author) : [];
		return {
			answers: evidenceAnswers(judged.value.judgements, judged.value.answers, language)
				.map(answer => pick(answer, ['key', 'prompt', 'text', 'standing', 'verdict', 'readers'])),
			owed: open.filter(({ item }) => !waived.some(({ key }) => key === item.key))
				.map(({ item }) => ({ key: item.key, prompt: textFor(item.prompt, language) })),
		};
	}

	return {
		/** For staff of the post's category, and for its author. */
		queuePage: hook<Page>('open', 'the queue is shown without our part', async ({ posts, req }) => {
			const reader = uidOf(actorOf(req?.uid));
			const first = (Math.max(1, Number.parseInt(String(req?.query?.page), 10) || 1) - 1) * perPage;
			const language = await members.language(reader);
			await Promise.all(posts.slice(first, first + perPage).map(async (post) => {
				const isAuthor = reader > 0 && uidOf(actorOf(post.user?.uid)) === reader;
				const mayRead = isAuthor || await places.canModerate(Number(post.category?.cid), reader);
				const view = mayRead ? await viewOf(post, language) : null;
				if (view) {
					post.forumTermsQueued = view;
				}
			}));
		}),
	};
}
