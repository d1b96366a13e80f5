import type { DecisionBook, DecisionDraft, DecisionRecord, DecisionSnapshot } from '../../kernel/offers/decision-book';
import type { Host } from '../../kernel/host/ports';
import { refusalMessage } from '../../kernel/refusals/message';
import type { Reason } from '../../kernel/slice/review';
import { decisionBy } from '../../platform/decisions/draft';
import type { QueueWord } from './decider';

/** A post in NodeBB's queue, or on its way there; `hold`: the number of the decision that holds it. */
export interface QueuedPost {
	id: string; uid: number; tid: string; cid: string; title: string; content: string; hold: number;
}

/**
 * Posts that the door lets wait for staff, on record (clauses 2 and 4.12): that a rule held them, and what staff did.
 * What NodeBB queues by its own rules is not in it.
 */
export interface HeldPosts {
	/** Before the post is in the queue; with its text. */
	hold(post: QueuedPost, reason: Reason): Promise<DecisionRecord>;
	/** Before staff release or reject a post; null if no rule of ours holds it, or its author takes it back. */
	decide(act: 'release' | 'reject', post: QueuedPost, word: QueueWord): Promise<DecisionRecord | null>;
	/** It is done. */
	done(decision: DecisionRecord): Promise<void>;
}

interface Parts {
	book: Pick<DecisionBook, 'begin' | 'end' | 'get' | 'resumes'>;
	host: Pick<Host, 'care' | 'clock' | 'places' | 'queue' | 'site' | 'translate'>;
}

export function heldPosts({ book, host }: Parts): HeldPosts {
	const { care, clock, places, queue, site, translate } = host;

	async function draft(
		{ id, uid, tid, cid }: QueuedPost, more: Pick<DecisionDraft, 'act' | 'by' | 'facts'> & Partial<DecisionDraft>,
	): Promise<{ said: DecisionDraft; cid: number }> {
		const here = await places.categoryOf(tid === '' ? { cid } : { tid }) ?? 0;
		return {
			cid: here,
			said: decisionBy({
				subject: { kind: 'queued', id }, affected: uid > 0 ? [uid] : [], from: clock.now(),
				sight: { right: 'moderate', cids: here > 0 ? [here] : 'all' }, ...more,
			}),
		};
	}
	async function textOf({ uid, tid, title, content }: QueuedPost, cid: number): Promise<DecisionSnapshot> {
		const [attachments = []] = await care.attachments([content]);
		return {
			pid: '', tid: Number(tid) || 0, cid, uid, title, content, writtenAt: clock.now(), editedAt: 0, attachments,
			isPurged: false,
		};
	}

	book.resumes({
		acts: ['hold', 'release', 'reject'], owns: ({ subject }) => subject.kind === 'queued', lease: () => null,
		async finish({ act, subject }) {
			const isWaiting = await queue.read(subject.id) !== null;
			return isWaiting === (act === 'hold') ? { kind: 'done' } : { kind: 'failed', code: 'interrupted' };
		},
		endedAt: async ({ act, subject }) => (act === 'hold' && await queue.read(subject.id) !== null ? null : 0),
	});

	return {
		async hold(post, { refusal }) {
			const { said, cid } = await draft(post, {
				act: 'hold', by: 0, clause: refusal.clause ?? null, source: { kind: 'automatic-rule', id: refusal.code },
				automation: { detected: true, decided: true },
				facts: await translate(refusalMessage(refusal), site.defaultLanguage()),
			});
			return book.begin(said, [await textOf(post, cid)]);
		},
		async decide(act, post, { by, reason }) {
			const hold = post.hold > 0 ? await book.get(post.hold) : null;
			if (hold?.subject.kind !== 'queued' || hold.subject.id !== post.id || (act === 'reject' && by === post.uid)) {
				return null;
			}
			// A process that died after queueing it did not say so.
			await (hold.outcome ? undefined : book.end(hold, { kind: 'done' }));
			return book.begin((await draft(post, { act, by, facts: act === 'reject' ? reason : '', about: hold.id })).said);
		},
		done: decision => book.end(decision, { kind: 'done' }),
	};
}
