import type { Leases } from '../../kernel/host/lease';
import type { Jobs } from '../../kernel/host/ports';
import { hostModule } from './modules';

/**
 * HOST: src/cron.js runs jobs only where `runJobs` is set, and refuses a second job of the same name. Several nodes may
 * have it set, so each run takes a lease; a node that finds it busy skips the run.
 */
export function nodebbJobs(leases: Leases): Jobs {
	return {
		async schedule(name, cronTime, work) {
			await hostModule('./src/cron').addJob({
				name, cronTime, onTick: () => leases.withLease(`job:${name}`, work, () => undefined),
			});
		},
	};
}
