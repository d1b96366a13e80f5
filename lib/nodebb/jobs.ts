import type { Jobs } from '../kernel/ports';
import { hostModule } from './modules';

/** HOST: src/cron.js runs a job only where `runJobs` is set, and refuses a second one of the same name. */
export const nodebbJobs: Jobs = {
	async schedule(name, cronTime, work) {
		await hostModule('./src/cron').addJob({ name, cronTime, onTick: work });
	},
};
