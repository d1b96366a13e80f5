import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Leases } from '../kernel/lease';
import type { Database } from '../kernel/ports';
import { leases, type LeaseTime } from '../platform/lease';

const underLease = new AsyncLocalStorage<true>();

/** Whether what runs was begun under a lease. */
export const isUnderLease = (): boolean => underLease.getStore() === true;

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
			withLease(names, lease => underLease.run(true, () => work(lease)), busy),
	};
}
