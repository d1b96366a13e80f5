import { misshapen } from '../../kernel/slice/body';
import { refuse, type Refusal } from '../../kernel/refusals/refusal';
import type { Submission } from '../../kernel/slice/review';
import { noticeRefusal } from '../../platform/decisions/notice';
import { targetRefusal } from '../../platform/decisions/spoken-against';
import { isInForce, isOpen, type Decision, type Restriction, type Moderated } from './restriction';
import { covers, endsAct, endsRight, scopeName } from './scope';

/** What a person who restricts others may do in the forum anyway. */
export interface Rights {
	uid: number;
	/** Administrators and global moderators. */
	isGlobalStaff: boolean;
	mayBan: boolean;
	mayMute: boolean;
	moderates: Moderated;
}

/** The member a decision is about; `moderates` includes what open restrictions took. */
export interface Target { uid: number; isAdministrator: boolean; moderates: Moderated; open: readonly Restriction[] }

/**
 * Whether a member outranks the person acting on them: for categories, by moderating one that the person does not; for
 * the whole forum, by moderating all of it while the person only has single privileges.
 */
export function outranks(moderates: Moderated, { scope }: Pick<Decision, 'scope'>, by: Pick<Rights, 'moderates'>): boolean {
	const { moderates: theirs } = by;
	return theirs !== 'all' && (moderates === 'all' ||
		(typeof scope !== 'string' && moderates.some(cid => !theirs.includes(cid))));
}

/** The union of what somebody moderated at several times. */
export function widest(all: readonly Moderated[]): Moderated {
	return all.includes('all') ? 'all' : [...new Set(all.flatMap(say => (say === 'all' ? [] : say)))];
}

/** Whether this person may decide: the whole forum if they may ban, categories if they moderate them. */
function rightRefusal({ scope }: Pick<Decision, 'scope'>, rights: Rights): Refusal | null {
	if (typeof scope !== 'string') {
		const foreign = scope.categories.filter(cid => rights.moderates !== 'all' && !rights.moderates.includes(cid));
		return foreign.length > 0 ? refuse('restriction-place', foreign.slice(0, 1), { field: 'scope.categories' }) : null;
	}
	const may = scope === 'forum' ? rights.mayBan : scope === 'writing' ? rights.mayMute : rights.isGlobalStaff;
	return may ? null : refuse('restriction-right', [scopeName(scope)], { field: 'scope' });
}

function timeRefusal(decision: Decision, now: number): Refusal | null {
	const { from, until, content } = decision;
	if (until > 0 && until <= Math.max(from, now)) {
		return refuse('restriction-times', [], { field: 'until' });
	}
	return noticeRefusal(decision, now) ?? (content.posts === 'since' && content.since === 0 ? { ...misshapen('content.since', { kind: 'at-least', fact: 1 }), clause: '6' as const } : null);
}

/** Why a decision is refused, or null; `now` in milliseconds since 1970 (clause 6). */
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
	const wrongTarget = targetRefusal(decision.clause, decision.target);
	if (wrongTarget) {
		return wrongTarget;
	}
	if (decision.content.posts === 'evidence' && decision.evidence.length === 0) {
		return refuse('restriction-evidence-none', [], { field: 'evidence' });
	}
	return rightRefusal(decision, rights) ?? (outranks(target.moderates, decision, rights) ?
		refuse('restriction-rank', [], { field: 'uid' }) : null) ?? timeRefusal(decision, now) ?? doubleRefusal(decision, target.open);
}

/** Refuses a decision that an open restriction already covers, and names its number. */
function doubleRefusal({ scope }: Pick<Decision, 'scope'>, open: readonly Restriction[]): Refusal | null {
	const found = open.filter(isOpen).find(one => covers(one.scope, scope));
	return found ? refuse('restriction-exists', [String(found.id)], { field: 'scope' }) : null;
}

/** The confirmed keys must be among those to confirm. */
export function giveBackRefusal(giveBack: readonly string[], claims: readonly { key: string }[]): Refusal | null {
	const foreign = giveBack.find(key => !claims.some(claim => claim.key === key));
	return foreign === undefined ? null :
		refuse('body-invalid', ['giveBack', claims.map(({ key }) => key).join(' | ') || '[]'], { field: 'giveBack', clause: '6' });
}

/** Whether somebody may see a restriction, give its reason, lift it and answer its appeal. */
export function isInReach({ scope, moderated }: Pick<Restriction, 'scope' | 'moderated'>, rights: Rights): boolean {
	return rightRefusal({ scope }, rights) === null && !outranks(moderated, { scope }, rights);
}

/**
 * The widest restriction that stops this act, or null; `path` is the category and its ancestors. What the forum allows
 * banned members (`isLeft`), such as a category for appeals, stays allowed.
 */
export function endedBy(
	act: Submission['act'], open: readonly Restriction[], path: readonly number[], now: number, isLeft: boolean,
): Restriction | null {
	const ending = open.filter(one =>
		isInForce(one, now) && endsAct(one.scope, act, path) && !(isLeft && one.scope === 'forum'));
	return ending.find(({ scope }) => scope === 'forum') ?? ending[0] ?? null;
}

/** Whether a privilege is withdrawn; `path` is empty for global privileges, `isLeft` as in `endedBy`. */
export function isRightEnded(
	privilege: string, open: readonly Restriction[], path: readonly number[], now: number, isLeft: boolean,
): boolean {
	return open.some(one =>
		isInForce(one, now) && endsRight(one.scope, privilege, path) && !(isLeft && one.scope === 'forum'));
}

/** NodeBB writes about its own bans; about ours, and about mutes, we do. */
export const isOursToTell = ({ origin, scope }: Pick<Restriction, 'origin' | 'scope'>): boolean =>
	origin === 'decided' || scope !== 'forum';
