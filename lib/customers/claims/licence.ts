import * as v from 'valibot';
import { number, oneOf, storedRow, text } from '../../platform/stored-row';

/** State of a claim: undecided, verified, rejected, withdrawn by the member. */
export const licenceStates = ['claimed', 'verified', 'refused', 'withdrawn'] as const;
export type LicenceState = typeof licenceStates[number];

/** A member's claim to a licence key. The key itself is never stored or logged. */
export interface Licence {
	id: number;
	uid: number;
	/** Fingerprint of the key, to recognise it. */
	hash: string;
	/** Fingerprint that the vendor can compute too; empty without a shared secret. */
	digest: string;
	lastFour: string;
	state: LicenceState;
	/** When a verified licence expires, milliseconds since 1970; 0: never. */
	validUntil: number;
	claimedAt: number;
	decidedAt: number;
	/** Who decided: a uid; 0 for the vendor's system, and while undecided. */
	decidedBy: number;
	reason: string;
}

/** One event of a claim; append-only. */
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
/** A stored claim. */
export const licenceRow = storedRow<Licence>({
	id: number, uid: number, hash: text, digest: text, lastFour: text, state: oneOf(licenceStates), validUntil: number,
	claimedAt: number, decidedAt: number, decidedBy: number, reason: text,
});

const groupLength = 4;
const keyLength = 16;

/**
 * Normalises a 3CX licence key (`AB12-CD34-EF56-GH78`), however it was typed or pasted: ignores case, spaces and all
 * kinds of dashes. Null for anything else.
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

/** Whether a claim is open or verified. */
export function isLive({ state }: Pick<Licence, 'state'>): boolean {
	return state === 'claimed' || state === 'verified';
}

/** Whether a claim makes its member a Customer now (definitions). */
export function isHeld({ state, validUntil }: Pick<Licence, 'state' | 'validUntil'>, now: number): boolean {
	return state === 'verified' && (validUntil === 0 || validUntil > now);
}

/** The state shown to readers: an expired verified licence is `ended`. */
export function shownState(licence: Pick<Licence, 'state' | 'validUntil'>, now: number): LicenceState | 'ended' {
	return licence.state === 'verified' && !isHeld(licence, now) ? 'ended' : licence.state;
}

/** The claim after one more event. */
export function after(licence: Licence, { kind, at, by, reason, validUntil }: LicenceEvent): Licence {
	return { ...licence, state: kind, validUntil, decidedAt: at, decidedBy: by, reason };
}

/** Several members claim the key, and at least one claim is undecided: staff are asked. */
export function isDouble(sameKey: readonly Licence[]): boolean {
	const live = sameKey.filter(isLive);
	return new Set(live.map(({ uid }) => uid)).size > 1 && live.some(({ state }) => state === 'claimed');
}
