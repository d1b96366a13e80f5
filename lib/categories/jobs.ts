import type { Host } from '../kernel/ports';
import type { CategoryParts } from './slice';

type JobHost = Pick<Host, 'jobs' | 'log' | 'clock' | 'messenger' | 'members'>;

const day = 86_400_000;

/**
 * What the forum does by itself for clause 5: goes on with an apply that a dead process left, throws away plans that
 * nobody applied for a day and pointers whose days are over, and tells administrators every night where the forum has
 * left its blueprint.
 */
export async function scheduleBlueprintJobs(
	{ jobs, log, clock, messenger, members }: JobHost,
	{ blueprints, store, pointers }: Pick<CategoryParts, 'blueprints' | 'store' | 'pointers'>,
): Promise<void> {
	await jobs.schedule('forum-terms-blueprint-resume', '*/2 * * * *', async () => {
		const run = await blueprints.resume();
		if (run) {
			log.info('categories', `run ${run.id} of the blueprint: ${run.state}`);
		}
	});
	await jobs.schedule('forum-terms-blueprint-drift', '41 4 * * *', async () => {
		await pointers.sweep();
		await store.dropPlansBefore(clock.now() - day);
		const drift = await blueprints.drift();
		if (drift && drift.steps.length > 0) {
			await messenger.send(await members.inGroups(['administrators']), {
				// One notification per day and state: the same drift is not told twice on a day.
				id: `forum-terms:blueprint-drift:${Math.floor(clock.now() / day)}`, kind: 'blueprint-drift',
				path: '/admin/plugins/forum-terms', facts: [String(drift.steps.length)],
			});
		}
	});
}
