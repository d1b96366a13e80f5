import { misshapen } from '../../kernel/edge/body';
import { refuse, type Refusal } from '../../kernel/refusal';
import type { Draft } from '../../kernel/review';
import { isInForce, isOpen, type Decision, type Restriction, type Say } from './restriction';
import { covers, endsAct, endsRight, scopeName } from './scope';

/** What somebody who wants to end another's access may do in the forum anyway. */
export interface Rights {
	uid: number;
	/** Administrators and global moderators. */
	isGlobalStaff: boolean;
	mayBan: boolean;
	mayMute: boolean;
	moderates: Say;
}

/** Whoever the decision is about; `moderates` with what open restrictions have taken of it. */
export interface Target { uid: number; isAdministrator: boolean; moderates: Say; open: readonly Restriction[] }

/**
 * Whether somebody has a wider say than whoever acts on them: for categories, moderates any that the other does not;
 * for the whole forum, all of it where the other has a single right.
 */
export function hasWiderSay(moderates: Say, { scope }: Pick<Decision, 'scope'>, by: Pick<Rights, 'moderates'>): boolean {
	const { moderates: theirs } = by;
	return theirs !== 'all' && (moderates === 'all' ||
		(typeof scope !== 'string' && moderates.some(cid => !theirs.includes(cid))));
}

/** All that somebody moderates, from what was noted at several times. */
export function widest(says: readonly Say[]): Say {
	return says.includes('all') ? 'all' : [...new Set(says.flatMap(say => (say === 'all' ? [] : say)))];
}

/** Whether this decision is theirs to take: the whole forum as the forum's ban, categories as their moderator. */
function rightRefusal({ scope }: Pick<Decision, 'scope'>, rights: Rights): Refusal | null {
	if (typeof scope !== 'string') {
		const foreign = scope.categories.filter(cid => rights.moderates !== 'all' && !rights.moderates.includes(cid));
		return foreign.length > 0 ? refuse('restriction-place', foreign.slice(0, 1), { field: 'scope.categories' }) : null;
	}
	const may = scope === 'forum' ? rights.mayBan : scope === 'writing' ? rights.mayMute : rights.isGlobalStaff;
	return may ? null : refuse('restriction-right', [scopeName(scope)], { field: 'scope' });
}

function timeRefusal({ from, until, notice, noticeAt, content }: Decision, now: number): Refusal | null {
	if (until > 0 && until <= Math.max(from, now)) {
		return refuse('restriction-times', [], { field: 'until' });
	}
	if (notice === 'none' && noticeAt > 0 && noticeAt <= now) {
		return refuse('restriction-times', [], { field: 'noticeAt' });
	}
	return content.posts === 'since' && content.since === 0 ? { ...misshapen('content.since', { kind: 'at-least', fact: 1 }), clause: '6' as const } : null;
}

/** Why a decision cannot stand, or null; `now` in milliseconds since 1970 (clause 6). */
export function decisionRefusal(decision: Decision, target: Target, rights: Rights, now: number): Refusal | null {
	if (target.uid === rights.uid) {
		return refuse('restriction-own', [], { field: 'uid' });
	}
	if (target.isAdministrator) {
		return refuse('restriction-administrator', [], { field: 'uid' });
	}
	if ((decision.clause === undefined) !== decision.withoutCause) {
		return refuse('restriction-cause', [], { field: 'clause' });
	}
	if (decision.content.posts === 'evidence' && decision.evidence.length === 0) {
		return refuse('restriction-evidence-none', [], { field: 'evidence' });
	}
	return rightRefusal(decision, rights) ?? (hasWiderSay(target.moderates, decision, rights) ?
		refuse('restriction-rank', [], { field: 'uid' }) : null) ?? timeRefusal(decision, now) ?? doubleRefusal(decision, target.open);
}

/** Twice the same, or less than there is already, is refused by the number of what there is. */
export function doubleRefusal({ scope }: Pick<Decision, 'scope'>, open: readonly Restriction[]): Refusal | null {
	const found = open.filter(isOpen).find(one => covers(one.scope, scope));
	return found ? refuse('restriction-exists', [String(found.id)], { field: 'scope' }) : null;
}

/** What whoever gives access back confirms must be among what is to be confirmed. */
export function giveBackRefusal(giveBack: readonly string[], claims: readonly { key: string }[]): Refusal | null {
	const foreign = giveBack.find(key => !claims.some(claim => claim.key === key));
	return foreign === undefined ? null :
		refuse('body-invalid', ['giveBack', claims.map(({ key }) => key).join(' | ') || '[]'], { field: 'giveBack', clause: '6' });
}

/** Whether somebody may look at a restriction, name its cause, end it and answer its appeal. */
export function isInReach({ scope, moderated }: Pick<Restriction, 'scope' | 'moderated'>, rights: Rights): boolean {
	return rightRefusal({ scope }, rights) === null && !hasWiderSay(moderated, { scope }, rights);
}

/**
 * The widest restriction that ends this act, or null; `path` is the category written in and those above it. What the
 * forum leaves to whoever is banned (`isLeft`), such as a category for appeals, an end of all access leaves too.
 */
export function endedBy(
	act: Draft['act'], open: readonly Restriction[], path: readonly number[], now: number, isLeft: boolean,
): Restriction | null {
	const ending = open.filter(one =>
		isInForce(one, now) && endsAct(one.scope, act, path) && !(isLeft && one.scope === 'forum'));
	return ending.find(({ scope }) => scope === 'forum') ?? ending[0] ?? null;
}

/** Whether a right is gone; `path` is empty for rights of the forum itself, `isLeft` as in `endedBy`. */
export function isRightEnded(
	privilege: string, open: readonly Restriction[], path: readonly number[], now: number, isLeft: boolean,
): boolean {
	return open.some(one =>
		isInForce(one, now) && endsRight(one.scope, privilege, path) && !(isLeft && one.scope === 'forum'));
}
