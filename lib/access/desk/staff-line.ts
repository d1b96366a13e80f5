import type { StoredCategory } from '../../kernel/host/category-tree';
import type { Effect } from '../restriction/effect';
import { isOpen, type RestrictionEvent } from '../restriction/restriction';
import { placesOf } from '../restriction/scope';
import type { RestrictionView } from '../restriction/view';

type Said = Effect & { message: string };

const iso = (time: number): string => (time > 0 ? new Date(time).toISOString() : '');
const tones: Record<RestrictionView['state'], string> = {
	waiting: 'warning', starting: 'danger', active: 'danger', ending: 'secondary', ended: 'secondary',
};

/** Whether and when the member was or will be notified; the sentence is `restriction.notice.<told>`. */
function noticeOf(
	{ notice, noticeAt, noticedAt, isUnreached, ended }: RestrictionView,
): { told: string; toldISO: string } {
	if (noticedAt > 0) {
		return { told: isUnreached ? 'unreached' : 'told', toldISO: iso(noticedAt) };
	}
	if (ended && ended.why !== 'expired') {
		return { told: 'never', toldISO: '' };
	}
	return notice === 'none' && noticeAt > 0 ? { told: 'later', toldISO: iso(noticeAt) } : { told: 'not-yet', toldISO: '' };
}

/** A restriction as a line of the staff's list. */
export function lineOf(view: RestrictionView, tree: readonly StoredCategory[]) {
	const { id, uid, username, userslug, scopeName, origin, by, byName, at, from, until, clause, cause, state, appeal,
		ended } = view;
	return {
		id, uid, username, userslug, scopeName, places: placesOf(view, tree), origin, byName, isByForum: by === 0,
		atISO: iso(at), fromISO: iso(from), untilISO: iso(ended?.at ?? until), isForGood: !ended && until === 0,
		clause: clause ?? '', isWithoutCause: cause === 'none', isOwed: cause === 'owed', state, tone: tones[state],
		hasOpenAppeal: appeal?.state === 'open', ...noticeOf(view),
	};
}

/** Effects grouped for a decision: what ends, what is hidden, what needs a decision, what stays. */
export function effectGroups(effects: readonly Said[]) {
	return (['ends', 'hides', 'asks', 'stays'] as const).map(what => ({
		what,
		effects: effects.filter(effect => effect.what === what).map(({ kind, message, names, count, isReversible }) =>
			({ kind, message, count, names: names.join(', '), isReversible })),
	})).filter(group => group.effects.length > 0);
}

type Events = readonly (RestrictionEvent & { byName: string })[];

/** One restriction with everything to know and do; if the viewer answers its appeal, that is the one way to end it. */
export function caseOf(
	view: RestrictionView, effects: readonly Said[], events: Events,
	{ mayAnswer, mayDecide }: { mayAnswer: boolean; mayDecide: boolean },
) {
	const { reason, note, evidence, appeal, ended } = view;
	const groups = effectGroups(effects);
	const taken = groups.filter(({ what }) => what !== 'stays').flatMap(group => group.effects);
	return {
		reason, note, evidence, groups, untilISO: iso(view.until), isForGood: view.until === 0,
		hasBegun: view.state !== 'waiting' && !(ended !== null && view.from > ended.at),
		events: events.map(({ at, byName, kind, words }) => ({ atISO: iso(at), byName, kind, words })),
		appeal: appeal && {
			...appeal, atISO: iso(appeal.at), isOpen: appeal.state === 'open', decidedISO: iso(appeal.decidedAt),
		},
		ended: ended && { ...ended, atISO: iso(ended.at) }, endedByName: view.endedByName,
		mayDecide, mayNameCause: mayDecide && view.cause === 'owed', mayLift: mayDecide && isOpen(view) && !mayAnswer, mayAnswer,
		// Groups and tokens are confirmed one by one.
		comesBack: taken.filter(({ kind, isReversible }) => isReversible && kind !== 'groups' && kind !== 'tokens'),
		staysAway: taken.filter(one => !one.isReversible),
		hasPosts: effects.some(({ kind }) => kind === 'posts'),
	};
}
