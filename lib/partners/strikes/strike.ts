import * as v from 'valibot';
import { targetSchema } from '../../platform/decisions/spoken-against';
import { clauseIds, type ClauseId } from '../../kernel/refusals/clause';

/** A reason in a person's own words; owners and staff read it. */
export const wordsSchema = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(1000));

const pid = v.pipe(v.union([
	v.pipe(v.number(), v.integer(), v.minValue(1)), v.pipe(v.string(), v.regex(/^[1-9]\d{0,15}$/)),
]), v.transform(String));

/** A referral as an administrator makes it: why, and which posts or restriction it is about. */
export const referralInputSchema = v.strictObject({
	reason: wordsSchema, posts: v.optional(v.pipe(v.array(pid), v.maxLength(20)), []),
	restriction: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
});
export type ReferralInput = v.InferOutput<typeof referralInputSchema>;

/** A strike as a moderator gives it (clause 4.12); without `days` it lasts as in the settings. */
export const strikeInputSchema = v.strictObject({
	pid,
	clause: v.picklist(clauseIds),
	target: targetSchema,
	points: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
	reason: wordsSchema,
	days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

export type StrikeInput = v.InferOutput<typeof strikeInputSchema>;

/** A strike that a named moderator gave a partner account for one post; times in ms since 1970. */
export interface Strike {
	id: number;
	partner: string;
	pid: string;
	/** The post's category; its moderators decide. */
	cid: number;
	/** The author, who wrote for the partner. */
	uid: number;
	clause: ClauseId;
	points: number;
	reason: string;
	by: number;
	at: number;
	/** The owner can answer until then, before it counts. */
	answerBy: number;
	expiresAt: number;
	/** Number of the decision on record, which has the terms version and the post as it stood. */
	decision: number;
	/** Who had reported the post by then; they do not decide about an answer. Never shown. */
	reporters: readonly number[];
}

const [word, count] = [v.string(), v.number()];
export const strikeSchema: v.GenericSchema<unknown, Strike> = v.object({
	id: count, partner: word, pid: word, cid: count, uid: count, clause: v.picklist(clauseIds), points: count,
	reason: word, by: count, at: count, answerBy: count, expiresAt: count, decision: count,
	reporters: v.array(count),
});

const event = <const K extends string, E extends v.ObjectEntries>(kind: K, entries: E) =>
	v.object({ id: count, partner: word, at: count, by: count, kind: v.literal(kind), ...entries });

/** An event of an account's strikes; append-only. */
export const strikeEventSchema = v.variant('kind', [
	// People were notified: of the strike, or of an event (`about`: its number).
	event('told', { strike: count, about: v.exactOptional(count) }),
	event('answered', { strike: count, text: word }),
	event('decided', { strike: count, counts: v.boolean(), reason: word, isAlone: v.boolean(), decision: count }),
	// `decision`: on record, where posts began or ceased to be held; otherwise 0.
	event('entered', { stage: word, decision: count }),
	event('referred', { reason: word, decision: count, posts: v.array(word), restriction: count }),
	event('mailed', { referral: count, to: word }),
]);
export type StrikeEvent = v.InferOutput<typeof strikeEventSchema>;
/** Events that people are notified of. */
export type ToldOf = Extract<StrikeEvent, { kind: 'answered' | 'decided' | 'referred' }>;

export interface StrikeAnswer { text: string; by: number; at: number }
/** `isAlone`: by somebody who gave the strike or reported the post, as nobody else could. `decision`: on record. */
export interface StrikeDecision {
	counts: boolean; reason: string; by: number; at: number; isAlone: boolean; decision: number;
}

/** A strike with its events. */
export interface StrikeCase extends Strike {
	isTold: boolean;
	answer: StrikeAnswer | null;
	/** The latest one applies; the first that upholds the strike sets when it counts. */
	decisions: readonly StrikeDecision[];
}

/** Whether an owner can still answer a strike; `now` in milliseconds since 1970. */
export function isAnswerable({ answer, decisions, answerBy }: StrikeCase, now: number): boolean {
	return answer === null && decisions.length === 0 && now < answerBy;
}

/** An administrator asks the partner team to review an account (clause 1). */
export interface Referral {
	id: number;
	reason: string;
	/** What it is about: posts of the account, and the restriction that ended somebody's access; 0: none. */
	posts: readonly string[];
	restriction: number;
	by: number;
	at: number;
	/** Its number on record. */
	decision: number;
	/** 0 and empty until an e-mail is sent. */
	mailedAt: number;
	mailedTo: string;
}

/** The complete history of an account's strikes. */
export interface StrikeHistory {
	strikes: readonly StrikeCase[];
	/** The latest recorded stage; `event` 0 if there is none. */
	noted: { stage: string; event: number };
	/** Decisions of stages on record. */
	entered: readonly number[];
	referrals: readonly Referral[];
	/** Events nobody has been notified of; strikes record that themselves. */
	unnotified: readonly ToldOf[];
}

/** Combines strikes and their events, by number. */
export function strikeHistory(strikes: readonly Strike[], events: readonly StrikeEvent[]): StrikeHistory {
	const cases = new Map<number, StrikeCase>(strikes.map(strike =>
		[strike.id, { ...strike, isTold: false, answer: null, decisions: [] }]));
	const referrals = new Map<number, Referral>();
	const unnotified = new Map<number, ToldOf>();
	let noted = { stage: 'good', event: 0 };
	const entered: number[] = [];
	const change = (id: number, parts: (before: StrikeCase) => Partial<StrikeCase>) => {
		const before = cases.get(id);
		if (before) {
			cases.set(id, { ...before, ...parts(before) });
		}
	};
	for (const event of events) {
		const { id, by, at } = event;
		if (event.kind === 'answered' || event.kind === 'decided' || event.kind === 'referred') {
			unnotified.set(id, event);
		}
		switch (event.kind) {
			case 'told':
				unnotified.delete(event.about ?? 0);
				change(event.strike, () => ({ isTold: true })); break;
			case 'answered': change(event.strike, () => ({ answer: { text: event.text, by, at } })); break;
			case 'decided': change(event.strike, ({ decisions }) =>
				({ decisions: [...decisions, {
					counts: event.counts, reason: event.reason, by, at, isAlone: event.isAlone,
					decision: event.decision,
				}] })); break;
			case 'entered': noted = { stage: event.stage, event: id }; entered.push(event.decision); break;
			case 'referred': {
				const { reason, posts, restriction, decision } = event;
				referrals.set(id, { id, reason, posts, restriction, decision, by, at, mailedAt: 0, mailedTo: '' }); break;
			}
			case 'mailed': {
				const referral = referrals.get(event.referral);
				if (referral) {
					referrals.set(referral.id, { ...referral, mailedAt: at, mailedTo: event.to });
				}
			}
		}
	}
	return {
		strikes: [...cases.values()], noted, entered, referrals: [...referrals.values()],
		unnotified: [...unnotified.values()],
	};
}
