import * as v from 'valibot';
import { number, oneOf, storedRow, text } from '../../platform/stored-row';

/** What has become of a claim: nobody has looked at it, it holds, it does not, the member took it back. */
export const licenceStates = ['claimed', 'verified', 'refused', 'withdrawn'] as const;
export type LicenceState = typeof licenceStates[number];

/** A member's claim to be the registered owner of a licence key. The key itself is nowhere: not here, not in a log. */
export interface Licence {
	id: number;
	uid: number;
	/** Keyed hash by which a key that comes twice is known. */
	hash: string;
	/** Keyed hash that the vendor can make as well; empty where no secret is shared with them. */
	digest: string;
	lastFour: string;
	state: LicenceState;
	/** Milliseconds since 1970 until which a verified licence holds; 0: until further notice. */
	validUntil: number;
	claimedAt: number;
	decidedAt: number;
	/** Who decided: a uid, 0 for the vendor's system and for nobody yet. */
	decidedBy: number;
	reason: string;
}

/** One thing that happened to a claim: a new record, never an overwrite. */
export interface LicenceEvent {
	licence: number;
	at: number;
	/** A uid; 0 for the vendor's system. */
	by: number;
	kind: LicenceState;
	reason: string;
	validUntil: number;
}

const [word, count] = [v.string(), v.number()];
export const licenceEventSchema: v.GenericSchema<unknown, LicenceEvent> = v.object({
	licence: count, at: count, by: count, kind: v.picklist(licenceStates), reason: word, validUntil: count,
});
export const licenceSchema: v.GenericSchema<unknown, Licence> = v.object({
	id: count, uid: count, hash: word, digest: word, lastFour: word, state: v.picklist(licenceStates),
	validUntil: count, claimedAt: count, decidedAt: count, decidedBy: count, reason: word,
});
/** A claim as it is kept. */
export const licenceRow = storedRow<Licence>({
	id: number, uid: number, hash: text, digest: text, lastFour: text, state: oneOf(licenceStates), validUntil: number,
	claimedAt: number, decidedAt: number, decidedBy: number, reason: text,
});

const groupLength = 4;
const keyLength = 16;

/**
 * A 3CX licence key in the one way it is written (`AB12-CD34-EF56-GH78`), however it was typed or pasted: case, blanks
 * and dashes of every kind do not count. Null for anything else.
 */
export function licenceKeyIn(text: string): string | null {
	const characters = text.normalize('NFKC').replace(/[\s\p{Pd}\u2212\u200b]/gu, '').toUpperCase();
	if (!/^[A-Z0-9]+$/.test(characters) || characters.length !== keyLength) {
		return null;
	}
	return characters.match(new RegExp(`.{${groupLength}}`, 'g'))?.join('-') ?? null;
}

export function lastFourOf(key: string): string {
	return key.slice(-groupLength);
}

/** A claim that is still somebody's: staff may yet say yes, or have. */
export function isLive({ state }: Pick<Licence, 'state'>): boolean {
	return state === 'claimed' || state === 'verified';
}

/** Whether a claim makes its member a Customer now (definitions). */
export function isHeld({ state, validUntil }: Pick<Licence, 'state' | 'validUntil'>, now: number): boolean {
	return state === 'verified' && (validUntil === 0 || validUntil > now);
}

/** What readers are told: a verified licence whose time is over has ended. */
export function shownState(licence: Pick<Licence, 'state' | 'validUntil'>, now: number): LicenceState | 'ended' {
	return licence.state === 'verified' && !isHeld(licence, now) ? 'ended' : licence.state;
}

/** The claim after one more event. */
export function after(licence: Licence, { kind, at, by, reason, validUntil }: LicenceEvent): Licence {
	return { ...licence, state: kind, validUntil, decidedAt: at, decidedBy: by, reason };
}

/** Claims of one key by more than one member, one of which nobody has decided about: staff are asked. */
export function isDouble(sameKey: readonly Licence[]): boolean {
	const live = sameKey.filter(isLive);
	return new Set(live.map(({ uid }) => uid)).size > 1 && live.some(({ state }) => state === 'claimed');
}
