import type { Clock } from '../../kernel/host/ports';
import { atOnce, now, type Soon } from '../../kernel/host/soon';
import { holdsPosts, stageAt, standingOf, usualThresholds, type Stage, type Standing } from './standing-rules';
import type { StrikeStore } from './store';

/**
 * The current standing of accounts, computed from strikes and clock: no job is needed for a strike to count or expire.
 */
export interface Standings {
	of(partner: string): Promise<Standing>;
	stage(partner: string): Soon<Stage>;
	/** Whether posts of its people are held; one cached read. */
	holds(partner: string): Soon<boolean>;
}

export function partnerStandings({ strikes, clock }: {
	strikes: Pick<StrikeStore, 'history'>; clock: Clock;
}): Standings {
	const stage = atOnce(function* (partner: string) {
		const history = yield* now(strikes.history(partner));
		return history.strikes.length === 0 ? 'good' :
			stageAt(history.strikes, clock.now(), usualThresholds);
	});
	return {
		stage,
		holds: atOnce(function* (partner) {
			return holdsPosts(yield* now(stage(partner)));
		}),
		of: async partner => standingOf(
			(await strikes.history(partner)).strikes, clock.now(), usualThresholds),
	};
}
