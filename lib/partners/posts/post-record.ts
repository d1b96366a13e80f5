import type { DecisionBook, DecisionDraft, DecisionOutcome, DecisionRecord } from '../../kernel/offers/decision-book';
import type { KeptPost } from '../../kernel/host/post-care';
import type { Host } from '../../kernel/host/ports';
import type { Outcome } from '../../kernel/refusals/outcome';
import { decisionBy } from '../../platform/decisions/draft';
import type { PostEvidence } from '../../platform/decisions/post-evidence';
import type { PartnerDirectory } from '../accounts/directory';
import type { PartnerStore } from '../accounts/store';
import type { PostAct } from '../timeline/event-log';
import { postState } from './state';

type Recorded = Extract<PostAct, { decision: number }>;
type Without<E, K extends PropertyKey> = E extends unknown ? Omit<E, K> : never;
/** An act before it has its numbers. */
type OwnerEvent = Without<Recorded, 'id' | 'decision'>;

/** Who withdrew a post for a company, and when. */
export interface Withdrawal { partner: string; at: number; decision: number }

interface Parts {
	store: Pick<PartnerStore, 'account' | 'append' | 'actsSince' | 'dropWords'>;
	directory: Pick<PartnerDirectory, 'membership'>;
	book: Pick<DecisionBook, 'during' | 'resumes' | 'snapshots'>;
	evidence: Pick<PostEvidence, 'snapshots'>;
	host: Pick<Host, 'care' | 'clock' | 'database' | 'messenger'>;
}

/** Owners' acts on their staff's posts on record, each under the account's lease (clause 4.12). */
export interface PostRecord {
	/** `before` the event is written: an edit, which the door may refuse. */
	act<T>(event: OwnerEvent, post: KeptPost, about: number, before: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
	/** Null: nobody of the company withdrew it. */
	withdrawal(pid: string): Promise<Withdrawal | null>;
}

const scope = 'post of ';
const withdrawalKey = (pid: string) => `forum-terms:partner-withdrawal:${pid}`;
const actOf = { 'post-withdrawn': 'hide', 'post-restored': 'restore', 'post-corrected': 'correct' } as const;
type Act = (typeof actOf)[keyof typeof actOf];

export function postRecord({ store, directory, book, evidence, host }: Parts): PostRecord {
	const { care, clock, database, messenger } = host;

	async function withdrawal(pid: string): Promise<Withdrawal | null> {
		const row = await database.getObject(withdrawalKey(pid));
		return row ? { partner: String(row.partner), at: Number(row.at), decision: Number(row.decision) } : null;
	}
	/** The author, with the reason. */
	async function tell({ kind, partner, pid, by, uid, decision, ...event }: Without<Recorded, 'id'>, title: string) {
		const account = await store.account(partner);
		await (uid === by ? undefined : messenger.send([uid], {
			kind: `partner-${kind}`, about: decision, path: `/post/${pid}`,
			facts: [account?.company ?? '', title, ...'reason' in event ? [event.reason] : []],
		}));
	}
	/** What follows from an event; safe to repeat. */
	async function follow(event: Without<Recorded, 'id'>): Promise<void> {
		const { kind, partner, pid, by, at, decision } = event;
		const [post] = await care.read([pid], []);
		if (kind === 'post-withdrawn') {
			await database.setObject(withdrawalKey(pid), { partner, by, at, decision });
			await (post && !post.isDeleted ? care.withdraw(pid, by) : undefined);
		} else if (kind === 'post-restored') {
			// What the forum removed meanwhile stays removed.
			await (post && await postState(directory, partner, post) === 'withdrawn' ? care.restore(pid, by) : undefined);
			await database.delete(withdrawalKey(pid));
		}
		await (post ? tell(event, post.title) : undefined);
	}
	async function record(event: OwnerEvent, decision: number): Promise<void> {
		await store.append([{ ...event, decision }]);
		await follow({ ...event, decision });
	}

	/** The owners' acts on a post since a decision, newest first. */
	async function actsSince({ at, subject: { id: pid } }: DecisionRecord, partner: string): Promise<Recorded[]> {
		const found: Recorded[] = [];
		for await (const acts of store.actsSince(partner, at - 1)) {
			found.push(...acts.filter(act => act.pid === pid).filter(act => 'decision' in act));
		}
		return found;
	}
	/** Whether the edit of a decision arrived: the forum says who edited last. */
	async function isCorrected(decision: DecisionRecord): Promise<boolean> {
		const [[post], [before]] = await Promise.all([
			care.read([decision.subject.id], ['editor']), book.snapshots(decision),
		]);
		return post !== undefined && post !== null && post.content !== before?.content &&
			Number(post.fields[0]) === decision.by && post.editedAt >= decision.at;
	}
	/** When the forum's staff showed or purged a withdrawn post; null while it is withdrawn. */
	async function shownAt({ id, at, scope: covered, subject: { id: pid } }: DecisionRecord): Promise<number | null> {
		const [[post], row] = await Promise.all([care.read([pid], []), withdrawal(pid)]);
		if (post?.isDeleted && row?.decision === id) {
			return null;
		}
		for await (const acts of store.actsSince(covered.slice(scope.length), at - 1)) {
			const end = acts.find(act => act.pid === pid && act.kind === 'post-moderated' && ['restored', 'purged'].includes(act.act));
			if (end) {
				return end.at;
			}
		}
		return 0;
	}
	async function finish(decision: DecisionRecord): Promise<DecisionOutcome> {
		const { id, at, by, facts: reason, affected: [uid = 0], subject: { id: pid } } = decision;
		const partner = decision.scope.slice(scope.length);
		const acts = await actsSince(decision, partner);
		const own = acts.find(act => act.decision === id);
		if (own) {
			// A later act has taken over.
			await (acts[0] === own ? follow(own) : undefined);
		} else if (decision.act === 'correct' && await isCorrected(decision)) {
			await record({ partner, at, by, kind: 'post-corrected', pid, uid, reason }, id);
		} else {
			return { kind: 'failed', code: 'interrupted' };
		}
		return { kind: 'done' };
	}
	book.resumes({
		acts: Object.values(actOf), owns: decision => decision.scope.startsWith(scope),
		lease: decision => `partner:${decision.scope.slice(scope.length)}`, finish,
		endedAt: async decision => (decision.act === 'hide' ? shownAt(decision) : 0),
		expire: ({ id, scope: covered }, what) => store.dropWords(covered.slice(scope.length), id, () => what === 'all'),
	});

	return {
		withdrawal,
		async act(event, { cid, uid }, about, before) {
			const act: Act = actOf[event.kind];
			const draft: DecisionDraft = decisionBy({
				act, subject: { kind: 'post', id: event.pid }, account: event.partner, affected: [uid], by: event.by, about,
				facts: 'reason' in event ? event.reason : '', scope: `${scope}${event.partner}`, from: clock.now(),
				sight: { right: 'moderate', cids: [cid] },
			});
			const snapshots = act === 'restore' ? [] : await evidence.snapshots([event.pid]);
			return book.during(draft, async ({ id }) => {
				const done = await before();
				await (done.ok ? record(event, id) : undefined);
				return done;
			}, { snapshots });
		},
	};
}
