import type { Outcome } from '../../kernel/refusals/outcome';
import type {
	DecisionAct, DecisionBook, DecisionDraft, DecisionRecord, DecisionSight, DecisionSnapshot, DecisionSource,
} from '../../kernel/offers/decision-book';
import { noticeOnRecord } from '../../platform/decisions/notice';
import { scopeName } from '../restriction/scope';
import type { Restriction } from '../restriction/restriction';

/** What is done to a restriction; the rest of the record follows from it. `by` 0: a program, or nobody knows. */
export interface RecordedAct {
	act: DecisionAct;
	by: number;
	/** For the member. */
	facts: string;
	note?: string;
	/** How it came up; by default the decider's own look. */
	source?: DecisionSource;
	/** A program decides, such as that an administrator is not restricted. */
	isByProgram?: boolean;
	/** In answer to the member's appeal. */
	isOnAppeal?: boolean;
	snapshots?: readonly DecisionSnapshot[];
}

/** Every act of clause 6 with its record. Call it under the lease of the member. */
export interface RecordedActs {
	/** `restriction`: as it will be, for an act that makes or changes it. */
	during<T>(
		restriction: Restriction, done: RecordedAct, act: (decision: DecisionRecord) => Promise<Outcome<T>>,
	): Promise<Outcome<T>>;
}

/** `restriction:12`: how decisions name a restriction. */
const matterOf = ({ id }: Pick<Restriction, 'id'>): string => `restriction:${id}`;

/** Those who may see the restriction may read the decision, as `isInReach` says. */
function sightOf({ scope, moderated }: Pick<Restriction, 'scope' | 'moderated'>): DecisionSight {
	if (typeof scope !== 'string') {
		return {
			right: 'moderate',
			cids: moderated === 'all' ? 'all' : [...new Set([...scope.categories, ...moderated])].sort((a, b) => a - b),
		};
	}
	const right = scope === 'forum' ? 'ban' : scope === 'writing' ? 'mute' : 'staff';
	return { right, cids: moderated === 'all' ? 'all' : [] };
}

const scopeWords = ({ scope }: Restriction): string =>
	(typeof scope === 'string' ? scope : `${scopeName(scope)} ${scope.categories.join(' ')}`);

export const grounds = { clause: 'cause', none: 'no-cause-given', owed: 'owed' } as const;
/** Acts that cite the clause of the restriction; the others end it or answer the member, and cite clause 6. */
const citing: readonly DecisionAct[] = ['restrict', 'change'];

/** A decision about a restriction, before it is on record. */
export function draftOf(restriction: Restriction, { act, by, facts, note = '', ...more }: RecordedAct): DecisionDraft {
	const { uid, decisions, clause, cause, from, until } = restriction;
	const isCiting = citing.includes(act);
	const first = decisions[0] ?? 0;
	const isDecided = more.isByProgram === true;
	return {
		act, subject: { kind: 'member', id: String(uid) }, account: '', affected: [uid], by, about: first,
		clause: isCiting ? clause : '6', ground: isCiting ? grounds[cause] : 'cause',
		against: isCiting && clause === '1' ? restriction.target : null, facts, note,
		source: more.isOnAppeal ? { kind: 'appeal', id: String(first) } :
			isDecided ? { kind: 'automatic-rule', id: 'restriction' } : more.source ?? { kind: 'own-look', id: '' },
		automation: { detected: isDecided, decided: isDecided }, matter: matterOf(restriction),
		scope: scopeWords(restriction), from, until,
		notice: noticeOnRecord(restriction, restriction.noticedAt > 0),
		redress: isCiting ? 'appeal' : 'none', sight: sightOf(restriction),
	};
}

export function recordedActs(book: Pick<DecisionBook, 'during'>): RecordedActs {
	return {
		during: (restriction, done, act) =>
			book.during(draftOf(restriction, done), act, { snapshots: done.snapshots ?? [] }),
	};
}
