import { RefusedError } from '../../kernel/slice/edges';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { KeptPost } from '../../kernel/host/post-care';
import type { Host } from '../../kernel/host/ports';
import type { SecurityPlaceLookup } from '../../kernel/offers/security-place';
import { refuse } from '../../kernel/refusals/refusal';
import type { ForumTermsField } from '../../kernel/refusals/wire';
import type { PartnerAccount } from '../company/account';
import type { PartnerDirectory } from '../accounts/directory';
import type { LentEdit } from './lent-edit';
import { attributionFields } from './post-attribution';
import type { PostRecord, Withdrawal } from './post-record';
import { postState } from './state';
import type { PartnerStore } from '../accounts/store';

/** An owner acting on one post of their staff. */
export interface OwnerAct { account: PartnerAccount; pid: string; by: number; language: string }

export interface Correction { content: string; reason: string; forumTerms: ForumTermsField }

/** What an owner may do with a post that their staff wrote for the company (clause 4.12); each act is recorded. */
export interface OwnerActs {
	withdraw(act: OwnerAct, reason: string): Promise<Outcome<{ pid: string; restorableUntil: number }>>;
	/** Undoes a withdrawal, within a day. */
	restore(act: OwnerAct): Promise<Outcome<{ pid: string }>>;
	/** Edits in the owner's name, through the same door as every edit. */
	correct(act: OwnerAct, correction: Correction): Promise<Outcome<{ pid: string }>>;
	/** Asks the author to correct the post. */
	question(act: OwnerAct, words: string): Promise<Outcome<{ pid: string }>>;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;
const recentActs = 20;
const nobody = { at: 0, decision: 0 };

interface Parts {
	store: PartnerStore;
	directory: PartnerDirectory;
	record: PostRecord;
	lentEdit: LentEdit;
	forbid: (id: string, uid: number, path: string) => Promise<Outcome<never>>;
	isSecurityPlace: SecurityPlaceLookup;
	host: Pick<Host, 'care' | 'clock' | 'leases' | 'members' | 'messenger' | 'places' | 'translate'>;
}

const unknown = (pid: string) => refused(refuse('post-unknown', [pid], { field: 'pid', clause: '4.12' }));

export function ownerActs({ store, directory, record, lentEdit, forbid, isSecurityPlace, host }: Parts): OwnerActs {
	const { care, clock } = host;
	/** One act at a time, so that two requests are one act. */
	const alone = <T>({ account: { id } }: OwnerAct, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
		host.leases.withLease(`partner:${id}`, work, () => refused(refuse('partner-busy')));

	/** The post, if it is their staff's, readable for them and not locked. */
	async function own({ account, pid, by }: OwnerAct): Promise<Outcome<KeptPost>> {
		const [post] = await care.read([pid], [attributionFields.partner]);
		if (!post) {
			return unknown(pid);
		}
		const partner = post.fields[0] ?? '';
		if (partner !== account.id) {
			// Recorded for the company whose post it is; for a post of no company, for their own.
			const forbidden = await forbid(partner || account.id, by, `posts/${pid}`);
			return await host.places.canRead({ pid }, by) ? forbidden : unknown(pid);
		}
		if ((await care.readableCategories([post.cid], by)).length === 0) {
			return refused(refuse('partner-post-unreadable', [], { field: 'pid' }));
		}
		return post.isLocked ? refused(refuse('partner-post-locked', [], { field: 'pid' })) : done(post);
	}
	/** The same, if the company may change it. Nobody's owner hides or rewrites a security report. */
	async function changeable(act: OwnerAct): Promise<Outcome<KeptPost>> {
		const found = await own(act);
		return found.ok && await isSecurityPlace({ pid: act.pid }) ?
			refused(refuse('partner-post-report', [], { field: 'pid' })) : found;
	}
	/** When somebody of the company withdrew the post; `at` 0 if the forum removed it or nobody did. */
	async function withdrawn(id: string, { pid, isDeleted }: KeptPost): Promise<Pick<Withdrawal, 'at' | 'decision'>> {
		const row = isDeleted ? await record.withdrawal(pid) : null;
		return row?.partner === id ? row : nobody;
	}
	async function isRemoved(id: string, post: KeptPost): Promise<boolean> {
		return await postState(directory, id, post) === 'removed';
	}
	const removed = () => refused(refuse('partner-post-removed', [], { field: 'pid' }));

	/** The forum's error about an edit, as a refusal. */
	async function refusalOf(error: unknown, language: string): Promise<Outcome<never>> {
		if (error instanceof RefusedError) {
			return refused(error.refusal);
		}
		if (error instanceof Error && error.message.startsWith('[[')) {
			const sentence = await host.translate(error.message, language);
			return refused(refuse('partner-edit-refused', [sentence], { field: 'content' }));
		}
		throw error;
	}

	return {
		withdraw: (act, reason) => alone(act, async () => {
			const { account: { id }, pid, by } = act;
			const found = await changeable(act);
			if (!found.ok) {
				return found;
			}
			const { at: before } = await withdrawn(id, found.value);
			if (found.value.isDeleted) {
				return await isRemoved(id, found.value) ? removed() :
					done({ pid, restorableUntil: before ? before + dayMs : 0 });
			}
			const at = clock.now();
			return record.act({ partner: id, at, by, kind: 'post-withdrawn', pid, uid: found.value.uid, reason }, found.value, 0,
				async () => done({ pid, restorableUntil: at + dayMs }));
		}),
		restore: act => alone(act, async () => {
			const { account: { id }, pid, by } = act;
			const found = await own(act);
			if (!found.ok || !found.value.isDeleted) {
				return found.ok ? done({ pid }) : found;
			}
			if (await isRemoved(id, found.value)) {
				return removed();
			}
			const [at, before] = [clock.now(), await withdrawn(id, found.value)];
			if (before.at + dayMs < at) {
				return refused(refuse('partner-withdrawal-over', [], { field: 'pid' }));
			}
			return record.act({ partner: id, at, by, kind: 'post-restored', pid, uid: found.value.uid }, found.value,
				before.decision, async () => done({ pid }));
		}),
		correct: (act, { content, reason, forumTerms }) => alone(act, async () => {
			const { account: { id }, pid, by, language } = act;
			const found = await changeable(act);
			if (!found.ok) {
				return found;
			}
			if (found.value.isDeleted) {
				return await isRemoved(id, found.value) ? removed() : refused(refuse('partner-post-withdrawn', [], { field: 'pid' }));
			}
			if (found.value.content === content) {
				return done({ pid });
			}
			const event = { partner: id, at: clock.now(), by, kind: 'post-corrected' as const, pid, uid: found.value.uid, reason };
			return record.act(event, found.value, 0, async () => {
				try {
					await lentEdit.during(pid, by, () => care.edit(pid, by, content, forumTerms));
				} catch (error) {
					return refusalOf(error, language);
				}
				return done({ pid });
			});
		}),
		async question(act, words) {
			const { account: { id, company }, pid, by } = act;
			const found = await own(act);
			if (!found.ok) {
				return found;
			}
			const { uid, title } = found.value;
			const [author] = await host.members.profiles([uid]);
			if (!author) {
				return refused(refuse('member-unknown', [String(uid)], { field: 'pid', clause: '4.12' }));
			}
			const at = clock.now();
			const isRepeated = (await store.acts(id, recentActs, null)).rows.some(event =>
				event.kind === 'post-questioned' && event.pid === pid && event.words === words && event.at > at - 10 * minuteMs);
			if (!isRepeated) {
				const [event = 0] = await store.append([{ partner: id, at, by, kind: 'post-questioned', pid, uid, words }]);
				await host.messenger.send([uid], {
					kind: 'partner-question', about: event, path: `/post/${pid}`, facts: [company, title, words],
				});
			}
			return done({ pid });
		},
	};
}
