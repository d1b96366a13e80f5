import * as v from 'valibot';
import { partnerRoles, type PartnerRole } from '../company/account';

const [word, count] = [v.string(), v.number()];
const role = v.picklist(partnerRoles);

/** `at`: milliseconds since 1970. `by`: who did it; 0 for the partner portal or a job. */
const event = <const K extends string, E extends v.ObjectEntries>(kinds: readonly K[], entries: E) =>
	v.object({ id: count, partner: word, at: count, by: count, kind: v.picklist(kinds), ...entries });
/** An act on a staff post; `uid` is its author, `by` 0 for the forum's staff and for reporters. */
const postAct = <const K extends string, E extends v.ObjectEntries>(kinds: readonly K[], entries: E) =>
	event(kinds, { pid: word, uid: count, ...entries });

/** One event of a partner account; append-only. */
export const partnerEventSchema = v.variant('kind', [
	event(['joined', 'left'], { uid: count, role }),
	event(['described'], { company: word, level: word, levelValidUntil: count }),
	event(['level-ended'], { level: word, levelValidUntil: count }),
	/** `decision`: its number on record. */
	event(['suspended'], { clause: word, reason: word, notice: word, decision: count }),
	event(['lifted', 'suspension-upheld'], { reason: word, decision: count }),
	/** `suspension`: number of the decision that is answered. */
	event(['suspension-answered'], { text: word, suspension: v.optional(count, 0) }),
	event(['halted', 'resumed'], { uid: count, reason: word, decision: count }),
	/** `times`: how often in that hour, when read; the path is that of the first attempt. */
	event(['peeked'], { uid: count, path: word, times: v.exactOptional(count) }),
	postAct(['post-withdrawn', 'post-corrected'], { reason: word, decision: count }),
	postAct(['post-restored'], { decision: count }),
	postAct(['post-questioned'], { words: word }),
	postAct(['post-moderated'], { act: v.picklist(['deleted', 'restored', 'edited', 'purged']) }),
	postAct(['post-reported'], { report: word }),
	postAct(['post-decided'], { report: word, state: word }),
	/** Moved to another author; whether the post was, and is, written for this account. */
	postAct(['post-reowned'], { from: count, wasOurs: v.boolean(), isOurs: v.boolean() }),
	/** `uid` 0: by e-mail; the address is not stored. */
	event(['invited', 'withdrawn'], { invitation: count, uid: count, role }),
	event(['requested'], { uid: count, role, isByDomain: v.boolean() }),
	event(['refused', 'removed'], { uid: count, reason: word }),
	/** A member with an address at the domain joined without being asked. */
	event(['recognised'], { uid: count }),
	/** Somebody is asked to become an owner; `leaves`: instead of the person who asks. */
	event(['offered'], { uid: count, leaves: v.boolean() }),
	event(['declined'], { uid: count }),
	/** Somebody lost access by the restriction of this number; people decide what follows. */
	event(['owner-ended', 'staff-ended'], { uid: count, restriction: count }),
	/** That restriction is over. */
	event(['access-restored'], { uid: count, restriction: count }),
	event(['confirmed'], { people: count }),
	event(['accepted'], { uid: count, document: word, version: word }),
]);
export type PartnerEvent = v.InferOutput<typeof partnerEventSchema>;

/** What happened, without what anybody said about it. */
export function withoutWords(event: PartnerEvent): PartnerEvent {
	return 'reason' in event ? { ...event, reason: '' } : 'text' in event ? { ...event, text: '' } : event;
}

/** The decision on record that an event carries out or answers; 0: none. */
export function decisionOf(event: PartnerEvent): number {
	return 'decision' in event ? event.decision : 'suspension' in event ? event.suspension : 0;
}

/** The state of an account at a moment. */
export interface PartnerState {
	company: string;
	level: string;
	levelValidUntil: number;
	people: ReadonlyMap<number, PartnerRole>;
	isSuspended: boolean;
}

const nothing: PartnerState = { company: '', level: '', levelValidUntil: 0, people: new Map(), isSuspended: false };

/** The account after one more event that is not about people. */
function after(state: PartnerState, event: PartnerEvent): PartnerState {
	switch (event.kind) {
		case 'described': return {
			...state, company: event.company, level: event.level, levelValidUntil: event.levelValidUntil,
		};
		case 'suspended': return { ...state, isSuspended: true };
		case 'lifted': return { ...state, isSuspended: false };
		default: return state;
	}
}

/**
 * The state of an account at a moment, from its events in order: deterministic, whenever it is computed (feature 16).
 */
export function stateAt(events: readonly PartnerEvent[], moment: number): PartnerState {
	const people = new Map<number, PartnerRole>();
	let state = nothing;
	for (const event of events.filter(({ at }) => at <= moment)) {
		// People change most often: a single map, because copying it for ten thousand joins would be quadratic.
		if (event.kind === 'joined') {
			people.set(event.uid, event.role);
		} else if (event.kind === 'left') {
			people.delete(event.uid);
		} else {
			state = after(state, event);
		}
	}
	return { ...state, people };
}

export function ownersIn({ people }: PartnerState): number[] {
	return [...people].filter(([, role]) => role === 'owner').map(([uid]) => uid).sort((a, b) => a - b);
}
