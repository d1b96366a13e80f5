import type { Leases } from '../../kernel/host/lease';
import type { Jobs } from '../../kernel/host/ports';
import { hostModule } from './modules';

/**
 * HOST: src/cron.js runs a job only where `runJobs` is set, and refuses a second one of the same name. Several hosts
 * may have it set, so each job takes a lease; who finds it busy leaves this round to the other.
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
