import type { PartnerRole } from './account';

/** What was done to a post of the staff; `uid` is its author, `by` 0 for the forum's staff and whoever reported it. */
export type PostActParts = { pid: string; uid: number } & (
	| { kind: 'post-withdrawn' | 'post-corrected'; reason: string }
	| { kind: 'post-restored' }
	| { kind: 'post-questioned'; words: string }
	| { kind: 'post-moderated'; act: 'deleted' | 'restored' | 'edited' | 'purged' }
	| { kind: 'post-reported'; report: string }
	| { kind: 'post-decided'; report: string; state: string }
	/** Moved to another author; whether the post was, and is, written for this account. */
	| { kind: 'post-reowned'; from: number; wasOurs: boolean; isOurs: boolean });

/** One change of a partner account: a new record, never an overwrite. */
export type PartnerEvent = {
	id: number;
	partner: string;
	/** Milliseconds since 1970. */
	at: number;
	/** Who did it; 0 for the partner portal or a job. */
	by: number;
} & (
	| { kind: 'joined'; uid: number; role: PartnerRole }
	| { kind: 'left'; uid: number; role: PartnerRole }
	| { kind: 'described'; company: string; level: string; levelValidUntil: number }
	| { kind: 'level-ended'; level: string; levelValidUntil: number }
	| { kind: 'suspended'; clause: string; reason: string; notice: string }
	| { kind: 'lifted'; reason: string }
	| { kind: 'halted' | 'resumed'; uid: number; reason: string }
	/** `times`: so often in that hour, once it is read; the path is that of the first time. */
	| { kind: 'peeked'; uid: number; path: string; times?: number }
	| PostActParts
	/** `uid` 0: by e-mail; the address is not kept. */
	| { kind: 'invited' | 'withdrawn'; invitation: number; uid: number; role: PartnerRole }
	| { kind: 'requested'; uid: number; role: PartnerRole; isByDomain: boolean }
	| { kind: 'refused' | 'removed'; uid: number; reason: string }
	/** A member of the domain joined without being asked. */
	| { kind: 'recognised'; uid: number }
	/** Somebody is asked to become an owner; `leaves`: in place of whoever asks. */
	| { kind: 'offered'; uid: number; leaves: boolean }
	| { kind: 'declined'; uid: number }
	/** An owner has lost access to the forum, by the restriction of this number; people decide what follows. */
	| { kind: 'owner-ended'; uid: number; restriction: number }
	| { kind: 'confirmed'; people: number }
	| { kind: 'accepted'; uid: number; document: string; version: string });

/** What an account was at one moment. */
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
 * What the account was at a moment, out of its events in their order: the same events give the same answer whenever it
 * is asked (feature 16).
 */
export function stateAt(events: readonly PartnerEvent[], moment: number): PartnerState {
	const people = new Map<number, PartnerRole>();
	let state = nothing;
	for (const event of events.filter(({ at }) => at <= moment)) {
		// People change most often: one map, or ten thousand joins would copy it ten thousand times.
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
