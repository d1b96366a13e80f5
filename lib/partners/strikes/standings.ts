import type { Clock } from '../../kernel/host/ports';
import type { PartnerSettings } from '../company/settings';
import { holdsPosts, stageAt, standingOf, thresholdsIn, type Stage, type Standing } from './standing-rules';
import type { StrikeStore } from './store';

/** How accounts stand now, out of their strikes and the clock: nothing has to run for a strike to count or to end. */
export interface Standings {
	of(partner: string): Promise<Standing>;
	stage(partner: string): Promise<Stage>;
	/** Whether posts of its people wait for staff; one read that is kept, and none of the settings without strikes. */
	holds(partner: string): Promise<boolean>;
}

export function partnerStandings({ strikes, settings, clock }: {
	strikes: Pick<StrikeStore, 'history'>; settings: () => Promise<PartnerSettings>; clock: Clock;
}): Standings {
	async function stage(partner: string): Promise<Stage> {
		const history = await strikes.history(partner);
		return history.strikes.length === 0 ? 'good' :
			stageAt(history.strikes, clock.now(), thresholdsIn(await settings()));
	}
	return {
		stage,
		holds: async partner => holdsPosts(await stage(partner)),
		of: async partner => standingOf(
			(await strikes.history(partner)).strikes, clock.now(), thresholdsIn(await settings())),
	};
}
