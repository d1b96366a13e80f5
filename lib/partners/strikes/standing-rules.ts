import { findLast } from 'lodash';
import type { StrikeCase } from './strike';

/** How an account stands, from good to worst. Only up to `held` anything happens by itself. */
export const stages = ['good', 'notified', 'held', 'review', 'referral'] as const;
export type Stage = typeof stages[number];
export type ActingStage = Exclude<Stage, 'good'>;
const acting = stages.filter(stage => stage !== 'good');

/** From how many points a stage acts, and what it needs besides. */
export interface Thresholds {
	points: Readonly<Record<ActingStage, number>>;
	/** So many people must have counting strikes before any stage acts. */
	severalPeople: number;
	/** One counting strike for one of these clauses does without several people. */
	graveClauses: readonly string[];
}

/** From 12 points on the vendor's partner team decides; nothing acts on the word of one person, grave clauses aside. */
export const usualThresholds: Thresholds = {
	points: { notified: 3, held: 6, review: 9, referral: 12 }, severalPeople: 2, graveClauses: ['4.2', '4.4'],
};

export type StrikeState = 'open' | 'answered' | 'counts' | 'withdrawn' | 'expired';

/** What is missing until the next stage acts: points, and people where several are needed. */
export interface NextStage { stage: ActingStage; points: number; people: number }

export interface Standing {
	points: number;
	/** How many people have counting strikes. */
	people: number;
	stage: Stage;
	next: NextStage | null;
	/** Since when posts are held, in ms since 1970; null while they are not. */
	heldSince: number | null;
	/** When the next counting strike weighs less or ends, in ms since 1970; null while none counts. */
	easesAt: number | null;
}

type Counted = Pick<StrikeCase, 'uid' | 'clause' | 'points' | 'at' | 'answerBy' | 'expiresAt' | 'answer' | 'decisions'>;

export function rankOf(stage: string): number {
	return stages.findIndex(known => known === stage);
}

export function holdsPosts(stage: Stage): boolean {
	return rankOf(stage) >= rankOf('held');
}

/**
 * From when a strike counts: a human's decision, or silence until `answerBy`. An answer waits for a human for as long
 * as it takes, and what was withdrawn never counted: null.
 */
export function countsFrom({ decisions, answer, answerBy }: Counted): number | null {
	if (decisions.at(-1)?.counts === false) {
		return null;
	}
	return decisions[0]?.at ?? (answer ? null : answerBy);
}

export function strikeState(strike: Counted, now: number): StrikeState {
	if (strike.decisions.at(-1)?.counts === false) {
		return 'withdrawn';
	}
	const from = countsFrom(strike);
	return now >= strike.expiresAt ? 'expired' : from === null ? 'answered' : now >= from ? 'counts' : 'open';
}

/** From when on a strike weighs half. */
export function halfTime({ at, expiresAt }: Pick<Counted, 'at' | 'expiresAt'>): number {
	return at + Math.floor((expiresAt - at) / 2);
}

/** All of its points in the first half of a strike's time, half of them (rounded up) in the second, none afterwards. */
export function weightAt(strike: Counted, now: number): number {
	return strikeState(strike, now) !== 'counts' ? 0 :
		now < halfTime(strike) ? strike.points : Math.ceil(strike.points / 2);
}

/** When fewer points than now count, if nobody does anything; half of one point is rounded up to one. */
function easesAt(strikes: readonly Counted[], now: number): number | null {
	const moments = strikes.filter(strike => weightAt(strike, now) > 0).map(strike =>
		(strike.points > 1 && now < halfTime(strike) ? halfTime(strike) : strike.expiresAt));
	return moments.length === 0 ? null : Math.min(...moments);
}

interface Sum { points: number; people: number; mayAct: boolean; byPoints: Stage }

function sumAt(strikes: readonly Counted[], now: number, thresholds: Thresholds): Sum {
	const counting = strikes.map(strike => ({ strike, weight: weightAt(strike, now) }))
		.filter(({ weight }) => weight > 0);
	const points = counting.reduce((sum, { weight }) => sum + weight, 0);
	const people = new Set(counting.map(({ strike }) => strike.uid)).size;
	const isGrave = counting.some(({ strike }) => thresholds.graveClauses.includes(strike.clause));
	return {
		points, people, mayAct: isGrave || people >= thresholds.severalPeople,
		byPoints: findLast(acting, stage => points >= thresholds.points[stage]) ?? 'good',
	};
}

/** The stage alone: what the door asks at every post. */
export function stageAt(strikes: readonly Counted[], now: number, thresholds: Thresholds): Stage {
	const { mayAct, byPoints } = sumAt(strikes, now, thresholds);
	return mayAct ? byPoints : 'good';
}

/** Back from now to the moment since which posts have been held without a break. */
function heldSince(strikes: readonly Counted[], now: number, thresholds: Thresholds): number | null {
	const moments = strikes.flatMap(strike => [countsFrom(strike) ?? now, halfTime(strike), strike.expiresAt])
		.filter(moment => moment <= now).sort((a, b) => b - a);
	let since: number | null = null;
	for (const moment of moments) {
		if (!holdsPosts(stageAt(strikes, moment, thresholds))) {
			break;
		}
		since = moment;
	}
	return since;
}

function nextStage({ points, people, mayAct, byPoints }: Sum, thresholds: Thresholds): NextStage | null {
	const missing = mayAct ? 0 : Math.max(1, thresholds.severalPeople - people);
	if (!mayAct && byPoints !== 'good') {
		return { stage: byPoints, points: 0, people: missing };
	}
	const above = acting.find(stage => rankOf(stage) > rankOf(byPoints) && thresholds.points[stage] > points);
	return above ? { stage: above, points: thresholds.points[above] - points, people: missing } : null;
}

/** How an account stands now, and what the next stage takes before it acts (feature 17). */
export function standingOf(strikes: readonly Counted[], now: number, thresholds: Thresholds): Standing {
	const sum = sumAt(strikes, now, thresholds);
	const stage = sum.mayAct ? sum.byPoints : 'good';
	return {
		points: sum.points, people: sum.people, stage, next: nextStage(sum, thresholds),
		heldSince: holdsPosts(stage) ? heldSince(strikes, now, thresholds) : null, easesAt: easesAt(strikes, now),
	};
}

/** How an account would stand if this strike counted now: shown to whoever is about to give it. */
export function standingAfter(
	strikes: readonly Counted[], given: Pick<Counted, 'uid' | 'clause' | 'points'>, now: number, thresholds: Thresholds,
): Standing {
	const counting = { ...given, at: now, answerBy: now, expiresAt: now + 86_400_000, answer: null, decisions: [] };
	return standingOf([...strikes, counting], now, thresholds);
}
