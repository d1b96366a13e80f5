import { isEqual, pick, uniq } from 'lodash';
import type { SuggestionNote } from '../../kernel/offers/category-suggestion';
import type { TermsInForce } from '../../kernel/offers/terms-in-force';
import type { StoredTopic } from '../../kernel/host/content';
import type { Host } from '../../kernel/host/ports';
import { atOnce, now, type Soon } from '../../kernel/host/soon';
import { isEmpty, type Answers, type ChecklistField } from '../asking/answers';
import type { Asking, Askings, Judged } from '../asking/asking';
import { evidenceAnswers, type Evidence, type EvidenceAnswer } from './evidence';
import type { Begun, EvidenceStore } from './store';
import type { MemberMemories } from '../asking/member-memory';
import { stopping } from '../asking/reasons';
import { publicIn, topicField, wholeField } from './topic-field';
import { choosing, withSuggestion } from './right-category';
import type { Judgement } from '../asking/rules';
import { looksUp } from '../profiles/item';

interface Parts {
	askings: Askings;
	evidence: EvidenceStore;
	memories: MemberMemories;
	isExempt: (uid: number) => Soon<boolean>;
	suggestionNote: SuggestionNote;
	termsInForce: TermsInForce;
	host: Pick<Host, 'members' | 'topics' | 'messenger' | 'clock'>;
}

/** A post that is being stored, with its answers. */
export interface Writing {
	tid: number; pid: string; uid: number; cid: number; tags: readonly string[]; given: ChecklistField;
}

/** Writes records of checks, and keeps each topic's public part in sync with the latest one. */
export interface EvidenceKeeper {
	/** The record of a new topic or reply that was asked this, and its language; null if nothing was answered. */
	begun(asking: Asking, writing: Writing): Soon<Begun & { language: string } | null>;
	/** The latest record of a topic; null if it has none. */
	current(topic: StoredTopic): Promise<Evidence | null>;
	/** A topic was moved or forked: missing answers become open items, and its author is notified. */
	reassess(topic: StoredTopic, cause: 'moved' | 'forked', by: number, before: Evidence | null): Promise<Evidence | null>;
	/** The author answered open items or corrected an answer; repeating it changes nothing. */
	answered(
		topic: StoredTopic, asking: Asking, judged: Pick<Judged, 'answers' | 'judgements'>, cause: 'edit' | 'answered',
	): Promise<Evidence>;
	/** Staff waive an item. */
	waived(topic: StoredTopic, before: Evidence, waiver: Omit<Evidence['waived'][number], 'at'>): Promise<Evidence>;
	/** Staff ask an item again that they had waived. */
	askedAgain(topic: StoredTopic, before: Evidence, key: string, by: number): Promise<Evidence>;
	/** Whether a waiver of this decision stands. */
	isWaived(tid: number, key: string, decision: number): Promise<boolean>;
}

/** The answers of a record, as an author would send them. */
export function answersIn(evidence: Evidence | null): Answers {
	return Object.fromEntries(evidence?.answers.map(({ key, value }) => [key, value]) ?? []);
}

export function evidenceKeeper(
	{ askings, evidence, memories, isExempt, suggestionNote, termsInForce, host }: Parts,
): EvidenceKeeper {
	const { members, topics, messenger, clock } = host;

	async function current(topic: StoredTopic): Promise<Evidence | null> {
		const id = publicIn(topic)?.evidence;
		return id ? (await evidence.read([id]))[0] ?? null : null;
	}
	async function show(made: Evidence): Promise<Evidence> {
		await topics.writeField(String(made.tid), topicField, wholeField(made));
		return made;
	}
	const tellOwed = ({ uid, slug, title }: StoredTopic, { id, tid, owed }: Evidence) => messenger.send([uid], {
		kind: 'checklist-owed', about: `${tid}:${id}`, path: `/topic/${slug}`, facts: [title, String(owed.length)],
	});
	/** Shows a record whose process died before it did, and tells the author what a move left open. */
	evidence.tells(async (latest) => {
		const topic = await topics.read(String(latest.tid), topicField);
		if (topic && (publicIn(topic)?.evidence ?? 0) < latest.id) {
			const isTold = latest.owed.length > 0 && (latest.cause === 'moved' || latest.cause === 'forked');
			await (isTold ? tellOwed(topic, latest) : undefined);
			await show(latest);
		}
	});
	/** Items that staff waived before: for this topic, and for the member. */
	async function waivedFor(uid: number, keys: readonly string[]) {
		return keys.length === 0 ? [] : (await memories.waivers(uid)).filter(({ key }) => keys.includes(key));
	}
	function owedOf(
		{ profile }: Asking, judgements: readonly Judgement[], waived: readonly { key: string }[],
	): string[] {
		const keys = profile.kind === 'security' ? [] : stopping(judgements).map(({ item }) => item.key);
		return keys.filter(key => !waived.some(waiver => waiver.key === key));
	}
	/**
	 * Answers that a former owner of the topic gave to staff alone stay in that owner's records; the new owner neither
	 * gets them nor is asked for them.
	 */
	function handedOver(topic: StoredTopic, before: Evidence | null, answers: readonly EvidenceAnswer[]) {
		const foreign = before && before.uid !== topic.uid ?
			before.answers.filter(({ readers }) => readers === 'staff') : [];
		const isForeign = (answer: EvidenceAnswer) => foreign.some(({ key, value }) =>
			key === answer.key && JSON.stringify(value) === JSON.stringify(answer.value));
		return {
			answers: answers.filter(answer => !isForeign(answer)),
			waived: [...before?.waived ?? [], ...answers.filter(isForeign).map(({ key }) =>
				({ key, by: 0, reason: '', at: clock.now(), decision: 0 }))],
		};
	}
	/** A confirmation of the terms names a version: the one in force when it was given. */
	const withTerms = atOnce(function* (
		answers: readonly EvidenceAnswer[], { profile }: Asking, { uid, cid }: Pick<StoredTopic, 'uid' | 'cid'>,
		before: Evidence | null = null,
	) {
		const keys = profile.items.filter(item => looksUp(item, 'terms')).map(({ key }) => key);
		const isAbout = ({ key, value }: EvidenceAnswer) => keys.includes(key) && value === true;
		const version = answers.some(isAbout) ? yield* now(termsInForce(uid, { cid: String(cid) })) : '';
		return answers.map(answer => (isAbout(answer) ?
			{ ...answer, text: before?.answers.find(({ key }) => key === answer.key)?.text || version } : answer));
	});
	/** Answers that the profile does not ask for are kept, in case the topic moves back. */
	function carried(before: Evidence | null, asking: Asking) {
		return before?.answers.filter(({ key }) => !asking.items.some(item => item.key === key)) ?? [];
	}

	return {
		current,
		begun: atOnce(function* (asking: Asking, { tid, pid, uid, cid, tags, given }: Writing) {
			const judged = yield* now(askings.judge(asking, choosing(given, asking), { tags, cid }));
			if (!judged.ok) {
				return null;
			}
			const { answers, judgements } = judged.value;
			const language = yield* now(members.language(uid));
			const said = yield* now(withTerms(evidenceAnswers(judgements, answers, language), asking, { uid, cid }));
			const { suggested } = given;
			const kept = withSuggestion(said, suggested ?
				{ choice: suggested.choice, note: yield* now(suggestionNote(suggested, uid, language)) } : null);
			const open = stopping(judgements).map(({ item }) => item.key);
			const waived = open.length > 0 ? yield* now(waivedFor(uid, open)) : [];
			const owed = pid === '' ? owedOf(asking, judgements, waived) : [];
			if (kept.length === 0 && owed.length === 0 && asking.profile.kind === 'standard') {
				return null;
			}
			const stable = kept.filter(({ key, kind, value }) => kind !== 'long-text' && !isEmpty(value) &&
				asking.items.some(item => item.key === key && item.stable));
			const begun = evidence.begin({
				tid, pid, uid, cid, profile: asking.profile.id, version: asking.profile.version,
				cause: pid === '' ? 'topic' : 'reply', answers: kept, owed, by: uid,
				waived: waived.map(({ until: _until, ...waiver }) => waiver),
			});
			memories.remember(uid, Object.fromEntries(stable.map(({ key, value }) => [key, value])),
				judgements.every(({ problem }) => problem === null));
			return { ...yield* now(begun), language };
		}),
		async reassess(topic, cause, by, before) {
			const { tid, uid, cid, tags } = topic;
			const asking = uid > 0 ? await askings.of(uid, cid, 'topics') : null;
			const given = asking ? { answers: Object.fromEntries(Object.entries(answersIn(before))
				.filter(([key]) => asking.profile.items.some(item => item.key === key))) } : { answers: {} };
			const judged = asking && !await isExempt(uid) ? await askings.judge(asking, given, { tags, cid }) : null;
			if (!asking || !judged?.ok) {
				// Nothing is asked there: the answers stay, and nothing is owed.
				return before && before.owed.length > 0 ?
					show(await evidence.append({ ...before, tid, cid, cause, owed: [], by })) : null;
			}
			const { answers, judgements } = judged.value;
			const owed = owedOf(asking, judgements, before?.waived ?? []);
			const language = await members.language(uid);
			const made = await evidence.append({
				tid, pid: '', uid, cid, profile: asking.profile.id, version: asking.profile.version, cause, owed, by,
				...handedOver(topic, before, [
					...await withTerms(evidenceAnswers(judgements, answers, language), asking, topic, before),
					...carried(before, asking),
				]),
			});
			await (owed.length > 0 ? tellOwed(topic, made) : undefined);
			return show(made);
		},
		async answered(topic, asking, { answers, judgements }, cause) {
			const before = await current(topic);
			const judged = evidenceAnswers(judgements, answers, await members.language(topic.uid));
			const kept = await withTerms(judged, asking, topic, before);
			const said = {
				tid: topic.tid, pid: '', uid: topic.uid, cid: topic.cid, profile: asking.profile.id,
				version: asking.profile.version, owed: owedOf(asking, judgements, before?.waived ?? []),
				...handedOver(topic, before, [...kept, ...carried(before, asking)]),
			};
			return before && isEqual(pick(before, Object.keys(said)), said) ? before :
				show(await evidence.append({ ...said, cause, by: topic.uid }));
		},
		async waived(topic, before, { key, by, reason, decision }) {
			const others = before.waived.filter(waiver => waiver.key !== key);
			return show(await evidence.append({
				...before, tid: topic.tid, cid: topic.cid, cause: 'waived', by,
				owed: uniq(before.owed.filter(other => other !== key)),
				waived: [...others, { key, by, reason, at: clock.now(), decision }],
			}));
		},
		async askedAgain(topic, before, key, by) {
			const isOpen = !before.answers.some(answer => answer.key === key);
			return show(await evidence.append({
				...before, tid: topic.tid, cid: topic.cid, cause: 'asked-again', by,
				owed: isOpen ? uniq([...before.owed, key]) : before.owed,
				waived: before.waived.filter(waiver => waiver.key !== key),
			}));
		},
		async isWaived(tid, key, decision) {
			// What an interrupted process did not show is shown first.
			await evidence.settle();
			const topic = await topics.read(String(tid), topicField);
			const shown = topic && await current(topic);
			return shown?.waived.some(waiver => waiver.key === key && waiver.decision === decision) ?? false;
		},
	};
}

