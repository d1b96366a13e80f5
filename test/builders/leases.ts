import type { Leases } from '../../lib/kernel/host/lease';
import type { Database } from '../../lib/kernel/host/ports';
import { leases, type LeaseTime } from '../../lib/platform/lease';

/** Time that only goes on while somebody waits; everybody else comes to an end first. */
function waitingTime(): LeaseTime {
	const rounds = new Set<{ milliseconds: number; next: number; work: () => void }>();
	let at = 0;
	return {
		elapsed: () => at, now: () => at,
		async pause(milliseconds) {
			await new Promise(resolve => setImmediate(resolve));
			at += milliseconds;
			for (const round of rounds) {
				if (round.next <= at) {
					round.next = at + round.milliseconds;
					round.work();
				}
			}
		},
		every(milliseconds, work) {
			const round = { milliseconds, next: at + milliseconds, work };
			rounds.add(round);
			return () => void rounds.delete(round);
		},
	};
}

let tokens = 0;

/** The real leases of one process over a database; a second call is a second process. */
export function leasesInMemory(database: Database): Leases {
	return leases({ database, time: waitingTime(), token: () => `token-${tokens += 1}` });
}
