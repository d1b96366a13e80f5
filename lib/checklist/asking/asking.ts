import { oncePerObject } from '../../kernel/host/once-per-object';
import { refuse } from '../../kernel/refusals/refusal';
import { refused, done, type Outcome } from '../../kernel/refusals/outcome';
import { decodeChecklist, type Answers, type ChecklistField } from './answers';
import type { ChecklistItem, ChecklistProfile } from '../profiles/item';
import type { KnowledgeStore } from '../profiles/knowledge';
import type { MemberMemories } from './member-memory';
import type { Asked } from '../profiles/place-map';
import { judgementsOf, matchingAnswers, unknownKeys, type Judgement, type Situation } from './rules';
import { selectedItems, shareOf, type Share } from './selection';
import type { ChecklistSettings } from '../profiles/settings';
import type { ChecklistStore } from '../profiles/store';
import { after, atOnce, now, type Soon } from '../../kernel/host/soon';

/** What a member is asked at a place; without `stops` missing answers are only recorded. */
export interface Asking { profile: ChecklistProfile; items: ChecklistItem[]; share: Share; stops: boolean }

/** Answers with their judgements; `isOutdated`: they were given to another version of the checklist. */
export interface Judged { answers: Answers; judgements: Judgement[]; isOutdated: boolean }

interface Parts {
	store: ChecklistStore;
	knowledge: KnowledgeStore;
	memories: MemberMemories;
	settings: () => Soon<ChecklistSettings>;
}

/** Finds out what is asked, and judges the answers. */
export interface Askings {
	/** Null if nothing is asked there. */
	of(uid: number, cid: number | null, asked: Asked): Soon<Asking | null>;
	/** A profile reduced to the items that this member is asked in a category. */
	selected(profile: ChecklistProfile, uid: number, cid: number | null, asked: Asked): Soon<Asking>;
	/** Decodes the `checklist` part of the `forumTerms` field; once for all hooks that a post passes. */
	given(checklist: unknown): Outcome<ChecklistField>;
	/** Judged once for all hooks that a post passes: what the door saw is what goes on record. */
	judge(asking: Asking, given: ChecklistField, situation: Situation): Soon<Outcome<Judged>>;
}

export function askings({ store, knowledge, memories, settings }: Parts): Askings {
	const selected: Askings['selected'] = atOnce(function* (profile, uid, cid, asked) {
		const { checklistControlPercent: controlPercent, checklistCleanTopics: cleanTopics } = yield* now(settings());
		// Most forums ask everybody everything and need no read here.
		const streak = cleanTopics > 0 ? (yield* now(memories.of(uid))).streak : 0;
		const share = shareOf({ uid, controlPercent, cleanTopics, streak });
		const stops = profile.kind !== 'security' && !(yield* now(store.takesReports(cid))) && (yield* now(store.stopsAt(cid, asked)));
		return { profile, items: selectedItems(profile, share), share, stops };
	});

	/** The answers to the current items; of answers to another version, those that still match. */
	function* current(
		{ profile }: Pick<Asking, 'profile'>, { version, answers }: ChecklistField,
	): Generator<Promise<unknown>, Outcome<Pick<Judged, 'answers' | 'isOutdated'>>> {
		if (version !== undefined && version !== profile.version) {
			const before = yield* now(store.profile(profile.id, version));
			const matching = matchingAnswers(before?.items ?? profile.items, profile.items, answers);
			return done({ answers: matching, isOutdated: true });
		}
		const [unknown] = unknownKeys(profile.items, answers);
		const field = `forumTerms.checklist.answers.${unknown}`;
		return unknown === undefined ? done({ answers, isOutdated: false }) :
			refused(refuse('body-invalid', [field, profile.items.map(({ key }) => key).join(' / ')], { field, clause: '3' }));
	}

	const judgeNow = atOnce(function* (
		asking: Pick<Asking, 'profile' | 'items'>, given: ChecklistField, situation: Situation,
	) {
		const fitting = yield* current(asking, given);
		return fitting.ok ? done({
			...fitting.value,
			judgements: judgementsOf(asking.items, fitting.value.answers, situation, yield* now(knowledge.now())),
		}) : fitting;
	});
	const decodeOnce = oncePerObject((checklist: object) => decodeChecklist(checklist));
	/** What these answers were judged for, and the results. */
	const judgedBefore = oncePerObject<ChecklistField, { asked: string; judged: Soon<Outcome<Judged>> }[]>(() => []);

	return {
		selected,
		of: (uid, cid, asked) => after(store.profileOf(cid, asked), profile =>
			profile && selected(profile, uid, cid, asked)),
		given: checklist =>
			(typeof checklist === 'object' && checklist !== null ? decodeOnce(checklist) : decodeChecklist(checklist)),
		judge({ profile, items, share }, given, situation) {
			const asked = [profile.id, profile.version, share, situation.cid, ...situation.tags].join('\n');
			const before = judgedBefore(given);
			const same = before.find(one => one.asked === asked);
			if (same) {
				return same.judged;
			}
			const judged = judgeNow({ profile, items }, given, situation);
			before.push({ asked, judged });
			return judged;
		},
	};
}
