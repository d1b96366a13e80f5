import { findLast } from 'lodash';
import type { StrikeCase } from './strike';

/** The stages of an account, from good to worst. Only the stages up to `held` act automatically. */
const stages = ['good', 'notified', 'held', 'review', 'referral'] as const;
export type Stage = typeof stages[number];
export type ActingStage = Exclude<Stage, 'good'>;
const acting = stages.filter(stage => stage !== 'good');

/** The points at which each stage begins, and its other conditions. */
export interface Thresholds {
	points: Readonly<Record<ActingStage, number>>;
	/** Minimum number of people with counting strikes before any stage begins. */
	severalPeople: number;
	/** A counting strike for one of these clauses needs no second person. */
	graveClauses: readonly string[];
}

/**
 * From 12 points on the vendor's partner team decides; except for grave clauses, one person's strikes have no effect.
 */
export const usualThresholds: Thresholds = {
	points: { notified: 3, held: 6, review: 9, referral: 12 }, severalPeople: 2, graveClauses: ['4.2', '4.4'],
};

export type StrikeState = 'open' | 'answered' | 'counts' | 'withdrawn' | 'expired';

/** What is missing for the next stage: points, and people if several are needed. */
export interface NextStage { stage: ActingStage; points: number; people: number }

export interface Standing {
	points: number;
	/** Number of people with counting strikes. */
	people: number;
	stage: Stage;
	next: NextStage | null;
	/** Since when posts are held, in ms since 1970; null if they are not. */
	heldSince: number | null;
	/** When the next counting strike weighs less or expires, in ms since 1970; null if none counts. */
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
 * When a strike starts to count: by a person's decision, or by silence until `answerBy`. An answered strike waits for a
 * decision, and a withdrawn one never counts: null.
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

/** When a strike starts to weigh half. */
export function halfTime({ at, expiresAt }: Pick<Counted, 'at' | 'expiresAt'>): number {
	return at + Math.floor((expiresAt - at) / 2);
}

/** All points in the first half of a strike's time, half of them (rounded up) in the second, then none. */
export function weightAt(strike: Counted, now: number): number {
	return strikeState(strike, now) !== 'counts' ? 0 :
		now < halfTime(strike) ? strike.points : Math.ceil(strike.points / 2);
}

/** When fewer points count, without further acts; half of one point is rounded up to one. */
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

/** Only the stage, which the door needs at every post. */
export function stageAt(strikes: readonly Counted[], now: number, thresholds: Thresholds): Stage {
	const { mayAct, byPoints } = sumAt(strikes, now, thresholds);
	return mayAct ? byPoints : 'good';
}

/** Goes back to the moment since which posts have been held without interruption. */
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

/** The current standing of an account, and what is missing for the next stage (feature 17). */
export function standingOf(strikes: readonly Counted[], now: number, thresholds: Thresholds): Standing {
	const sum = sumAt(strikes, now, thresholds);
	const stage = sum.mayAct ? sum.byPoints : 'good';
	return {
		points: sum.points, people: sum.people, stage, next: nextStage(sum, thresholds),
		heldSince: holdsPosts(stage) ? heldSince(strikes, now, thresholds) : null, easesAt: easesAt(strikes, now),
	};
}

/** The standing if this strike counted now, as a preview before giving it. */
export function standingAfter(
	strikes: readonly Counted[], given: Pick<Counted, 'uid' | 'clause' | 'points'>, now: number, thresholds: Thresholds,
): Standing {
	const counting = { ...given, at: now, answerBy: now, expiresAt: now + 86_400_000, answer: null, decisions: [] };
	return standingOf([...strikes, counting], now, thresholds);
}
