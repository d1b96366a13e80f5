import type { Host } from '../kernel/host/ports';
import { quietJob, type Job } from '../kernel/slice/slice';
import type { Blueprints } from './blueprint/blueprints';
import type { Pointers } from './guide/pointers';
import type { BlueprintStore } from './blueprint/store';

const day = 86_400_000;

interface Parts {
	blueprints: Pick<Blueprints, 'resume' | 'drift'>;
	store: Pick<BlueprintStore, 'dropPlansBefore'>;
	pointers: Pick<Pointers, 'sweep'>;
}

/**
 * The scheduled jobs of clause 5: resumes an interrupted run, deletes plans after a day and expired pointers, and tells
 * administrators every night where the forum differs from its blueprint.
 */
export function blueprintJobs(
	{ clock, messenger }: Pick<Host, 'clock' | 'messenger'>, { blueprints, store, pointers }: Parts,
): Job[] {
	return [
		{
			name: 'blueprint-resume', cron: '*/2 * * * *',
			async run() {
				const run = await blueprints.resume();
				return run && `run ${run.id} of the blueprint: ${run.state}`;
			},
		},
		{ ...quietJob('blueprint-drift', '41 * * * *', async () => {
			await pointers.sweep();
			await store.dropPlansBefore(clock.now() - day);
			const drift = await blueprints.drift();
			if (drift && drift.steps.length > 0) {
				await messenger.toAdministrators({
					// One notification per day and state: the same drift is reported once a day.
					kind: 'blueprint-drift', about: Math.floor(clock.now() / day), facts: [String(drift.steps.length)],
				});
			}
		}), due: { hour: 4 } },
	];
}
