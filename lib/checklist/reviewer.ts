import type { StoredTopic } from '../kernel/host/content';
import type { Host } from '../kernel/host/ports';
import { after, atOnce, now, type Soon, type Steps } from '../kernel/host/soon';
import type { Outcome } from '../kernel/refusals/outcome';
import type { Refusal } from '../kernel/refusals/refusal';
import type { Submission, Reason, Reviewer } from '../kernel/slice/review';
import type { Pace } from '../platform/pace';
import { decodeChecklist, type Answers, type ChecklistField } from './asking/answers';
import type { Asking, Judged, Askings } from './asking/asking';
import { answersIn, type EvidenceKeeper } from './evidence/keeper';
import { topicField } from './evidence/topic-field';
import type { Evidence } from './evidence/evidence';
import type { KnowledgeStore } from './profiles/knowledge';
import type { Measures } from './effect/measures';
import type { MemberMemories } from './asking/member-memory';
import type { Asked } from './profiles/place-map';
import { reasonsFor, reasonsForTitle, stopping } from './asking/reasons';
import type { ChecklistStore } from './profiles/store';

type Parts = {
	store: ChecklistStore; askings: Askings; knowledge: KnowledgeStore; memories: MemberMemories;
	keeper: EvidenceKeeper; measures: Measures; isExempt: (uid: number) => Soon<boolean>;
	pace: Pick<Pace, 'limit'>;
	host: Pick<Host, 'members' | 'places' | 'topics' | 'queue'>;
};
interface Mode { dryRun: boolean }
interface NewPost { submission: Submission; uid: number; asked: Asked }

const nothing: readonly Reason[] = [];

/** Each change of a topic's answers writes a record. */
const mostChanges = { most: 60, minutes: 60 };

/**
 * Clause 3 at the door. A new topic or reply answers the checklist of its place; a change of a topic (edit, tags,
 * crosspost, a move by its author, an edit in the queue) asks only for missing answers. A security report is never
 * stopped.
 */
export function checklistReviewer(
	{ store, askings, knowledge, memories, keeper, measures, isExempt, pace, host }: Parts,
): Reviewer {
	const { members, places, topics, queue } = host;

	/** The reasons without items that staff waived for this member; waivers are read only if there are reasons. */
	async function reasonsOf(
		{ stops }: Asking, uid: number, { judgements, isOutdated }: Judged,
		counts: (key: string) => boolean = () => true,
	): Promise<Reason[]> {
		const open = stopping(judgements).filter(({ item }) => counts(item.key));
		if (open.length === 0 || !stops) {
			return [];
		}
		const [waivers, language] = await Promise.all([memories.waivers(uid), members.language(uid)]);
		const left = open.filter(({ item }) => !waivers.some(({ key }) => key === item.key));
		return reasonsFor(left, language, isOutdated);
	}

	const titleReasons = atOnce(function* (asking: Asking | null, title: string | undefined) {
		return !asking?.stops || title === undefined ? [] :
			reasonsForTitle(asking.profile, title, (yield* now(knowledge.stored())).vagueWords);
	});
	/** The new title of a topic; undefined if it does not change. */
	function changedTitle({ text }: Submission, before: string): string | undefined {
		return text.title?.trim() === before.trim() ? undefined : text.title;
	}

	const ofAsked = atOnce(function* (
		{ submission, uid, asked, cid, asking }: NewPost & { cid: number | null; asking: Asking },
		given: ChecklistField, { dryRun }: Mode,
	): Steps<readonly Reason[]> {
		const judged = yield* now(askings.judge(asking, given, { tags: submission.text.tags ?? [], cid }));
		const ofTitle = asked === 'topics' ? yield* now(titleReasons(asking, newTitle(submission))) : [];
		const isFine = ofTitle.length === 0 && judged.ok && stopping(judged.value.judgements).length === 0;
		if (isFine || (yield* now(isExempt(uid)))) {
			return [];
		}
		if (judged.ok && !dryRun && asked === 'topics') {
			yield* now(measures.stopped(asking, judged.value.judgements));
		}
		const ofAnswers: Reason[] = judged.ok ? yield* now(reasonsOf(asking, uid, judged.value)) :
			[{ outcome: 'ask', refusal: judged.refusal }];
		return [...ofTitle, ...ofAnswers];
	});
	const ofNewPost = ({ submission, uid, asked }: NewPost, given: ChecklistField, mode: Mode) =>
		after(store.asksAnything(asked), isAsked => (!isAsked ? nothing :
			after(places.categoryOf(submission.place), cid => after(askings.of(uid, cid, asked), asking =>
				(asking?.stops ? ofAsked({ submission, uid, asked, cid, asking }, given, mode) : nothing)))));

	/** The profile for a change of a topic: the one it was posted with, or that of its new place. */
	async function basis(topic: StoredTopic, before: Evidence, cid: number, uid: number): Promise<Asking | null> {
		const isMadeFor = before.owed.length === 0 && cid === topic.cid;
		const profile = isMadeFor ? await store.profile(before.profile, before.version) : null;
		return profile ? askings.selected(profile, uid, cid, 'topics') : askings.of(uid, cid, 'topics');
	}

	async function ofChange(
		submission: Submission, topic: StoredTopic, given: ChecklistField, { dryRun }: Mode,
	): Promise<Reason[]> {
		const isElsewhere = submission.place.cid !== undefined;
		const cid = cidAfter(submission, topic);
		const before = await keeper.current(topic);
		const isAnswering = Object.keys(given.answers).length > 0;
		// Topics older than their checklist are not asked.
		if (!before && !isAnswering && !isElsewhere) {
			return [];
		}
		const asking = before ? await basis(topic, before, cid, topic.uid) : await askings.of(topic.uid, cid, 'topics');
		if (!asking || asking.profile.kind === 'security') {
			return [];
		}
		const known = answersIn(before);
		const fitting = Object.fromEntries(Object.entries(known)
			.filter(([key]) => asking.profile.items.some(item => item.key === key)));
		const answers: Answers = { ...fitting, ...given.answers };
		const tags = submission.text.tags ?? topic.tags;
		const judged = await askings.judge(asking, { ...given, answers }, { tags, cid });
		if (!judged.ok) {
			return [{ outcome: 'ask', refusal: judged.refusal }];
		}
		// An answer that passed before is not judged again.
		const counts = (key: string) => (known[key] === undefined || given.answers[key] !== undefined) &&
			!before?.waived.some(waiver => waiver.key === key);
		const reasons = await reasonsOf(asking, topic.uid, judged.value, counts);
		if (reasons.length === 0 && isAnswering && !dryRun && submission.act !== 'crosspost') {
			const refusal = await pace.limit('checklist-answers', topic.uid, mostChanges, '3');
			if (refusal) {
				return [{ outcome: 'ask', refusal }];
			}
			await keeper.answered(topic, asking, judged.value, 'edit');
		}
		return reasons;
	}

	/** HOST: src/posts/edit.js `editMainPost`: an edit with a non-empty title renames the topic. */
	async function ofEdit(
		submission: Submission, topic: StoredTopic, given: ChecklistField, mode: Mode,
	): Promise<Reason[]> {
		const title = changedTitle(submission, topic.title)?.trim() || undefined;
		const asking = title === undefined ? null : await askings.of(topic.uid, topic.cid, 'topics');
		const ofTitle = await titleReasons(asking, title);
		// Answers are not stored if the edit is refused.
		return [...ofTitle, ...await ofChange(submission, topic, given, { dryRun: mode.dryRun || ofTitle.length > 0 })];
	}

	async function ofQueueEdit(
		submission: Submission, uid: number, said: Outcome<ChecklistField>, { dryRun }: Mode,
	): Promise<Reason[]> {
		const id = submission.place.queued;
		const waiting = id === undefined || !await store.asksAnything('topics') ? null : await queue.read(id);
		if (id === undefined || waiting?.uid !== uid || waiting.act !== 'topic') {
			return [];
		}
		const cid = Number(submission.place.cid ?? waiting.cid);
		const asking = await askings.of(uid, cid, 'topics');
		if (!asking || asking.profile.kind === 'security' || await isExempt(uid)) {
			return [];
		}
		if (!said.ok) {
			return [{ outcome: 'ask', refusal: said.refusal }];
		}
		const stored = decodeChecklist((waiting.forumTerms as { checklist?: unknown } | undefined)?.checklist);
		const fitting = Object.fromEntries(Object.entries(stored.ok ? stored.value.answers : {})
			.filter(([key]) => asking.profile.items.some(item => item.key === key)));
		const answers = { ...fitting, ...said.value.answers };
		const situation = { tags: submission.text.tags ?? waiting.tags, cid };
		const judged = await askings.judge(asking, { ...said.value, answers }, situation);
		if (!judged.ok) {
			return [{ outcome: 'ask', refusal: judged.refusal }];
		}
		const reasons = [
			...await titleReasons(asking, changedTitle(submission, waiting.title)),
			...await reasonsOf(asking, uid, judged.value),
		];
		if (reasons.length === 0 && !dryRun && Object.keys(said.value.answers).length > 0) {
			await queue.keepAnswers(id, {
				checklist: { version: asking.profile.version, answers: judged.value.answers },
			});
		}
		return reasons;
	}

	/** The topic that a submission changes, if its author has to answer its checklist. */
	async function changedTopic(submission: Submission, uid: number): Promise<StoredTopic | null> {
		const { tid, pid } = submission.place;
		const topic = submission.act === 'edit' ? pid ? await topics.ofMainPost(pid, topicField) : null :
			tid ? await topics.read(tid, topicField) : null;
		return topic?.uid === uid ? topic : null;
	}

	async function ofTopicChange(
		submission: Submission, uid: number, given: Outcome<ChecklistField>, mode: Mode,
	): Promise<Reason[]> {
		const topic = await store.asksAnything('topics') ? await changedTopic(submission, uid) : null;
		return !topic || await store.takesReports(cidAfter(submission, topic)) || await isExempt(uid) ? [] :
			given.ok ? ofEdit(submission, topic, given.value, mode) : [{ outcome: 'ask', refusal: given.refusal }];
	}

	/** Malformed answers stop nobody where nothing is asked, least of all a security report. */
	async function ofMalformed(post: NewPost, refusal: Refusal, mode: Mode): Promise<readonly Reason[]> {
		const isAsked = await ofNewPost(post, { answers: {} }, mode);
		return isAsked.length > 0 ? [{ outcome: 'ask', refusal }] : nothing;
	}

	return {
		slice: 'checklist',
		review(submission, mode) {
			if (submission.author.kind !== 'member' || submission.origin === 'queue-approval') {
				return nothing;
			}
			const { uid } = submission.author;
			const given = askings.given(submission.answers.checklist);
			switch (submission.act) {
				case 'topic':
				case 'reply': {
					const post = { submission, uid, asked: submission.act === 'topic' ? 'topics' as const : 'replies' as const };
					return given.ok ? ofNewPost(post, given.value, mode) : ofMalformed(post, given.refusal, mode);
				}
				case 'edit':
				case 'tags':
				case 'crosspost':
				case 'move':
					return ofTopicChange(submission, uid, given, mode);
				case 'queue-edit':
					return ofQueueEdit(submission, uid, given, mode);
				default:
					return nothing;
			}
		},
	};
}

/**
 * The title of a new topic; undefined if it is not known yet. Without a title NodeBB uses the first words of the text,
 * which is no better. HOST: src/topics/create.js `post`.
 */
function newTitle({ text: { title }, origin }: Submission): string | undefined {
	return title ?? (origin === 'api' || origin === 'no-script' ? '' : undefined);
}

/** The category of a topic after a change: only a crosspost and a move name another one. */
const cidAfter = ({ place }: Submission, { cid }: StoredTopic): number => Number(place.cid ?? cid);
