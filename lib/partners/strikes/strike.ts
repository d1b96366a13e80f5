import * as v from 'valibot';
import { clauseIds, type ClauseId } from '../../kernel/clause';

/** Why somebody did something, in their own words; owners and staff read it. */
export const wordsSchema = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(1000));

/** What a moderator says when they give a strike (clause 4.12); without `days` it lasts as the settings say. */
export const strikeInputSchema = v.strictObject({
	pid: v.pipe(v.union([
		v.pipe(v.number(), v.integer(), v.minValue(1)), v.pipe(v.string(), v.regex(/^[1-9]\d{0,15}$/)),
	]), v.transform(String)),
	clause: v.picklist(clauseIds),
	points: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
	reason: wordsSchema,
	days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

export type StrikeInput = v.InferOutput<typeof strikeInputSchema>;

/** What a named moderator holds against a partner account for one post, as it was given; times in ms since 1970. */
export interface Strike {
	id: number;
	partner: string;
	pid: string;
	/** Where the post stood: who moderates there decides. */
	cid: number;
	/** Who wrote the post for the partner. */
	uid: number;
	clause: ClauseId;
	points: number;
	reason: string;
	by: number;
	at: number;
	/** Until then the owner may answer before it counts. */
	answerBy: number;
	expiresAt: number;
}

const [word, count] = [v.string(), v.number()];
export const strikeSchema: v.GenericSchema<unknown, Strike> = v.object({
	id: count, partner: word, pid: word, cid: count, uid: count, clause: v.picklist(clauseIds), points: count,
	reason: word, by: count, at: count, answerBy: count, expiresAt: count,
});

const event = <const K extends string, E extends v.ObjectEntries>(kind: K, entries: E) =>
	v.object({ id: count, partner: word, at: count, by: count, kind: v.literal(kind), ...entries });

/** Something that happened to an account's strikes: a new record, never an overwrite. */
export const strikeEventSchema = v.variant('kind', [
	// Whoever has to hear of it did: of the strike itself, or of what happened to it (`about`: number of that event).
	event('told', { strike: count, about: v.exactOptional(count) }),
	event('answered', { strike: count, text: word }),
	event('decided', { strike: count, counts: v.boolean(), reason: word, isAlone: v.exactOptional(v.boolean()) }),
	event('entered', { stage: word }),
	event('referred', { reason: word }),
	event('mailed', { referral: count, to: word }),
]);
export type StrikeEvent = v.InferOutput<typeof strikeEventSchema>;
/** What people hear of when it happens. */
export type ToldOf = Extract<StrikeEvent, { kind: 'answered' | 'decided' | 'referred' }>;

export interface StrikeAnswer { text: string; by: number; at: number }
/** `isAlone`: whoever gave the strike decided about its answer too, for want of anybody else. */
export interface StrikeDecision { counts: boolean; reason: string; by: number; at: number; isAlone?: boolean }

/** A strike with what happened to it. */
export interface StrikeCase extends Strike {
	isTold: boolean;
	answer: StrikeAnswer | null;
	/** The last one holds; the first that lets it count says from when. */
	decisions: readonly StrikeDecision[];
}

/** An administrator's word that an account may have to be looked at by the partner team (clause 1). */
export interface Referral {
	id: number;
	reason: string;
	by: number;
	at: number;
	/** 0 and empty while no letter has gone out. */
	mailedAt: number;
	mailedTo: string;
}

/** Everything about an account's strikes. */
export interface StrikeHistory {
	strikes: readonly StrikeCase[];
	/** The stage that was last noted; `event` 0 when there never was one. */
	noted: { stage: string; event: number };
	referrals: readonly Referral[];
	/** What nobody has been told of yet; but for the strikes themselves, which say so. */
	untold: readonly ToldOf[];
}

/** Puts strikes and what happened to them together, by number. */
export function strikeHistory(strikes: readonly Strike[], events: readonly StrikeEvent[]): StrikeHistory {
	const cases = new Map<number, StrikeCase>(strikes.map(strike =>
		[strike.id, { ...strike, isTold: false, answer: null, decisions: [] }]));
	const referrals = new Map<number, Referral>();
	const untold = new Map<number, ToldOf>();
	let noted = { stage: 'good', event: 0 };
	const change = (id: number, parts: (before: StrikeCase) => Partial<StrikeCase>) => {
		const before = cases.get(id);
		if (before) {
			cases.set(id, { ...before, ...parts(before) });
		}
	};
	for (const event of events) {
		const { id, by, at } = event;
		if (event.kind === 'answered' || event.kind === 'decided' || event.kind === 'referred') {
			untold.set(id, event);
		}
		switch (event.kind) {
			case 'told':
				untold.delete(event.about ?? 0);
				change(event.strike, () => ({ isTold: true })); break;
			case 'answered': change(event.strike, () => ({ answer: { text: event.text, by, at } })); break;
			case 'decided': change(event.strike, ({ decisions }) =>
				({ decisions: [...decisions, {
					counts: event.counts, reason: event.reason, by, at, isAlone: event.isAlone === true,
				}] })); break;
			case 'entered': noted = { stage: event.stage, event: id }; break;
			case 'referred': referrals.set(id, { id, reason: event.reason, by, at, mailedAt: 0, mailedTo: '' }); break;
			case 'mailed': {
				const referral = referrals.get(event.referral);
				if (referral) {
					referrals.set(referral.id, { ...referral, mailedAt: at, mailedTo: event.to });
				}
			}
		}
	}
	return { strikes: [...cases.values()], noted, referrals: [...referrals.values()], untold: [...untold.values()] };
}
