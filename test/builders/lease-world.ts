import type { LeaseName } from '../../lib/kernel/host/lease';
import type { Database } from '../../lib/kernel/host/ports';
import { leases, type LeaseTime } from '../../lib/platform/lease';
import { memoryDatabase } from './memory-database';

/** What a node does: from when, for how long, on what, and what becomes of the node meanwhile. */
export interface Actor {
	startsAt: number;
	/** Acts that follow each other in so many milliseconds. */
	acts: readonly number[];
	names: readonly LeaseName[];
	/** The process is killed at this moment; never: Infinity. */
	diesAt: number;
	/** The process stands still from here on for so long; `isSuspended`: with its machine, whose steady clock stops. */
	standsAt: number;
	standsFor: number;
	isSuspended: boolean;
	/** How far its wall clock is off, in milliseconds. */
	skew: number;
}

export interface Act { actor: number; at: number }
export type Ending = 'done' | 'busy' | 'failed' | 'killed';

/** Lets all go on that waits for promises alone; a turn of the event loop each takes long on a busy machine. */
async function settled(): Promise<void> {
	for (let turn = 0; turn < 50; turn += 1) {
		await Promise.resolve();
	}
}

/** Nodes over one database, in a time of their own in which every command takes its own while. */
export function leaseWorld(latencies: readonly number[]) {
	const database = memoryDatabase();
	const events: { at: number; order: number; run: () => void }[] = [];
	let [now, order, commands] = [0, 0, 0];
	const schedule = (at: number, run: () => void) => {
		events.push({ at: Math.max(at, now), order: order += 1, run });
	};

	/** The moment at which a node notices what happens at `at`, as it may stand still; Infinity once it is dead. */
	const noticed = ({ diesAt, standsAt, standsFor }: Actor, at: number) => {
		const moment = at >= standsAt && at < standsAt + standsFor ? standsAt + standsFor : at;
		return moment >= diesAt ? Infinity : moment;
	};
	const wait = (actor: Actor, until: number) => new Promise<void>((resolve) => {
		const moment = noticed(actor, until);
		if (moment < Infinity) {
			schedule(moment, () => resolve());
		}
	});

	/** A command is under way, happens, and its answer is under way: the node may die in between. */
	function databaseOf(actor: Actor): Database {
		const latency = () => latencies[(commands += 1) % latencies.length] ?? 1;
		return new Proxy(database, {
			get: (target, name) => async (...given: unknown[]) => {
				await new Promise<void>(resolve => schedule(now + latency(), resolve));
				const method = target[name as keyof Database] as (...args: unknown[]) => Promise<unknown>;
				const answer = await method(...given);
				await wait(actor, now + latency());
				return answer;
			},
		});
	}

	function timeOf(actor: Actor): LeaseTime {
		const stood = () => Math.min(Math.max(0, now - actor.standsAt), actor.standsFor);
		return {
			elapsed: () => now - (actor.isSuspended ? stood() : 0),
			now: () => now + actor.skew,
			pause: milliseconds => wait(actor, now + milliseconds),
			every(milliseconds, work) {
				let isOn = true;
				const again = () => {
					void wait(actor, now + milliseconds).then(() => {
						if (isOn) {
							work();
							again();
						}
					});
				};
				again();
				return () => {
					isOn = false;
				};
			},
		};
	}

	/** Lets the actors do their work; answers what they did, in order, and how each ended. */
	async function run(actors: readonly Actor[]): Promise<{ acts: Act[]; endings: Ending[]; tookMs: number[] }> {
		const acts: Act[] = [];
		const endings: Ending[] = actors.map(() => 'killed');
		const tookMs = actors.map(() => Infinity);
		for (const [index, actor] of actors.entries()) {
			const { withLease } = leases({
				database: databaseOf(actor), time: timeOf(actor), token: () => `token-${index}`,
			});
			void wait(actor, actor.startsAt).then(async () => {
				const begun = now;
				endings[index] = await withLease<Ending>(actor.names, async ({ check }) => {
					for (const milliseconds of actor.acts) {
						check();
						acts.push({ actor: index, at: now });
						await wait(actor, now + milliseconds);
					}
					check();
					acts.push({ actor: index, at: now });
					return 'done';
				}, () => 'busy').catch(() => 'failed' as const);
				tookMs[index] = now - begun;
			});
		}
		for (let next = events.sort((a, b) => a.at - b.at || a.order - b.order).shift(); next && now < 600_000;
			next = events.sort((a, b) => a.at - b.at || a.order - b.order).shift()) {
			now = next.at;
			next.run();
			await settled();
		}
		return { acts, endings, tookMs };
	}
	return { run, database };
}
