import type { Clock } from '../../kernel/host/ports';
import { holdsPosts, stageAt, standingOf, usualThresholds, type Stage, type Standing } from './standing-rules';
import type { StrikeStore } from './store';

/**
 * The current standing of accounts, computed from strikes and clock: no job is needed for a strike to count or expire.
 */
export interface Standings {
	of(partner: string): Promise<Standing>;
	stage(partner: string): Promise<Stage>;
	/** Whether posts of its people are held; one cached read. */
	holds(partner: string): Promise<boolean>;
}

export function partnerStandings({ strikes, clock }: {
	strikes: Pick<StrikeStore, 'history'>; clock: Clock;
}): Standings {
	async function stage(partner: string): Promise<Stage> {
		const history = await strikes.history(partner);
		return history.strikes.length === 0 ? 'good' :
			stageAt(history.strikes, clock.now(), usualThresholds);
	}
	return {
		stage,
		holds: async partner => holdsPosts(await stage(partner)),
		of: async partner => standingOf(
			(await strikes.history(partner)).strikes, clock.now(), usualThresholds),
	};
}
