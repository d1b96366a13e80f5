import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Leases } from '../../kernel/host/lease';
import type { Database } from '../../kernel/host/ports';
import { callScope } from './call-scope';
import { leases, type LeaseTime } from '../../platform/lease';

const underLease = callScope<true>('work under a lease');

/** Whether the current call runs under a lease. */
export const isUnderLease = (): boolean => underLease.value() === true;

const time: LeaseTime = {
	elapsed: () => performance.now(),
	now: () => Date.now(),
	pause: milliseconds => sleep(milliseconds),
	every(milliseconds, work) {
		const timer = setInterval(work, milliseconds).unref();
		return () => clearInterval(timer);
	},
};

/** Leases over NodeBB's database. */
export function nodebbLeases(database: Database): Leases {
	const { withLease } = leases({ database, time, token: randomUUID });
	return {
		withLease: (names, work, busy) =>
			withLease(names, lease => underLease.during(true, () => work(lease)), busy),
	};
}
