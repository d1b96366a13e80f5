import type { Lease } from '../../kernel/host/lease';
import type { MemberAccess } from '../../kernel/host/member-access';
import type { Cache, Host } from '../../kernel/host/ports';
import { readThrough } from '../../kernel/host/read-through';
import { walk } from '../../platform/paged-index';
import { done } from '../../kernel/refusals/outcome';
import type { RecordedActs } from './recorded-acts';
import type { StepExecutor } from './step-executor';
import { stepsOf, type Facts, type Step } from '../restriction/effect';
import type { FactFinder } from './facts';
import type { Notices } from '../restriction/notice';
import { isOpen, type Restriction } from '../restriction/restriction';
import type { HostReports } from '../restriction/host-reports';
import type { RestrictionStore } from '../restriction/store';
import { telling } from './telling';
import type { Soon } from '../../kernel/host/soon';

interface Parts {
	store: RestrictionStore;
	reports: Pick<HostReports, 'watch' | 'unwatch'>;
	facts: FactFinder;
	executor: StepExecutor;
	notices: Pick<Notices, 'send' | 'sendChanged' | 'sendEnd'>;
	recorded: RecordedActs;
	access: Pick<MemberAccess, 'endExpiredBan'>;
	cache: Cache;
	host: Pick<Host, 'clock' | 'leases' | 'log'>;
}

export type Ending = NonNullable<Restriction['ended']>;

/** The life of a restriction: it starts, notifies, and ends; interrupted work is resumed. */
export interface RestrictionLifecycle {
	/** Open ones, cached. */
	openOf(uid: number): Soon<readonly Restriction[]>;
	forget(uid: number): void;
	/** Does everything due now, under the member's lease. `isDone`: the forum has banned or muted already. */
	begin(restriction: Restriction, by: number, lease: Lease, isDone?: boolean): Promise<Restriction>;
	/** Resumes interrupted work about a member; under the member's lease. */
	finish(uid: number, lease: Lease): Promise<Restriction[]>;
	/**
	 * Reverts everything, under the member's lease. Answers what could not be restored. `decision`: its number on
	 * record; 0: none of its own, because it expired or an earlier one is completed.
	 */
	end(
		restriction: Restriction, ending: Ending, lease: Lease, decision?: number,
	): Promise<{ restriction: Restriction; lost: string[] }>;
	/** Sets the time of the next action anew. */
	settle(restriction: Restriction): Promise<Restriction>;
	/** Notifies the member, once. */
	tell(restriction: Restriction): Promise<Restriction>;
	/** Tells the member that its end or reason is no longer what they were told. */
	tellChange(restriction: Restriction, why?: string): Promise<Restriction>;
	/** Gives the forum's own ban or mute the end of the restriction. */
	hold(restriction: Restriction): Promise<void>;
	/** Processes everything due; called by a job. */
	work(): Promise<number>;
	/** Removes records of a process that died before it started anything; at each start, and hourly. */
	dropUnstarted(): Promise<void>;
}

const aMinute = 60_000;
export const globalModerators = 'Global Moderators';

/** When the member is to be notified; 0: already, not yet, or never. */
function noticeDue({ state, notice, noticeAt, noticedAt }: Restriction, now: number): number {
	const isNow = notice === 'sent' && (state === 'waiting' || state === 'active');
	return noticedAt > 0 ? 0 : isNow ? now : notice === 'none' ? noticeAt : 0;
}

/** The time of the next action, in milliseconds since 1970; 0: none. */
export function nextDue(restriction: Restriction, now: number): number {
	const { state, from, until, ended } = restriction;
	const toldAt = noticeDue(restriction, now);
	const notices = toldAt > 0 ? [toldAt] : [];
	const own = state === 'starting' || state === 'ending' ? [now + aMinute] :
		state === 'waiting' ? [from] : state === 'active' && until > 0 ? [until] : [];
	// Expired restrictions are still notified; lifted ones are not.
	const moments = state === 'ended' && ended?.why !== 'expired' ? [] : [...own, ...notices];
	return moments.length > 0 ? Math.min(...moments) : 0;
}

export function restrictionLifecycle(
	{ store, reports, facts, executor, notices, recorded, access, cache, host }: Parts,
): RestrictionLifecycle {
	const { clock, leases, log } = host;
	const open = readThrough<readonly Restriction[]>(cache, uid => store.openOf(Number(uid)));

	/** Set before an intermediate state: after a crash the work resumes within a minute. */
	const expect = (id: number): Promise<void> => store.setDue(id, clock.now() + aMinute);

	async function settle(restriction: Restriction): Promise<Restriction> {
		await store.setDue(restriction.id, nextDue(restriction, clock.now()));
		open.forget(String(restriction.uid));
		return restriction;
	}

	const { tell, tellChange } = telling({ store, notices, settle, host });

	/**
	 * An earlier ban has removed the group of global moderators, which is restored with the rest. The ban or mute
	 * itself counts as our step: lifting the restriction lifts it.
	 */
	async function stepsToDo(restriction: Restriction, found: Facts, isDone: boolean): Promise<Step[]> {
		const wasModerator = isDone && restriction.scope === 'forum' && await store.lostAt(restriction.uid) > 0;
		const groups = [...found.holdings.groups, ...wasModerator ? [{ name: globalModerators, isOwner: false }] : []];
		const before = isDone ? { ban: null, mute: null } : {};
		return stepsOf(restriction, { ...found, holdings: { ...found.holdings, groups, ...before } });
	}

	async function begin(restriction: Restriction, by: number, lease: Lease, isDone = false): Promise<Restriction> {
		await expect(restriction.id);
		const starting = restriction.state === 'starting' ? restriction :
			await store.change(restriction, { state: 'starting' });
		open.forget(String(starting.uid));
		if (!await store.journal.read(starting.id)) {
			const found = await facts.facts(starting.uid, starting, starting.by);
			const steps = found ? await stepsToDo(starting, found, isDone) : [];
			// The forum's own step comes first, and is done.
			await reports.watch(starting.id, steps);
			await store.journal.write(starting.id, steps, isDone && steps.length > 0 ? 1 : 0);
			await store.noteLost(starting.uid, 0);
			if (found && found.hideable.left > 0) {
				await store.note(starting.id, {
					at: clock.now(), by: 0, kind: 'not-hidden', words: String(found.hideable.left),
				});
			}
		}
		await store.journal.run(starting.id, lease, step => executor.apply(step, starting));
		const at = clock.now();
		const active = await store.change(starting, { state: 'active' }, { at, by, kind: 'started', words: '' });
		return settle(active.notice === 'sent' ? await tell(active) : active);
	}

	async function end(restriction: Restriction, ended: Ending, { check }: Lease, decision = 0) {
		await expect(restriction.id);
		const ending = restriction.state === 'ending' ? restriction : await store.change(
			restriction, {
				state: 'ending', ended, ...decision > 0 ? { decisions: [...restriction.decisions, decision] } : {},
			},
			{ at: ended.at, by: ended.by, kind: 'ending', words: ended.reason });
		open.forget(String(ending.uid));
		const lost: string[] = [];
		const { steps = [] } = await store.journal.read(ending.id) ?? {};
		// On behalf of the person who ends it; on expiry, of the person who decided.
		const by = ended.by || ending.by;
		// What the forum's own pages changed stays as they say.
		const own = steps.filter(({ kind }) => ended.why !== 'host' || (kind !== 'ban' && kind !== 'mute'));
		for (const step of own.reverse()) {
			check();
			lost.push(...await executor.revert(step, ending, by, ended.keepContent));
		}
		// Of a ban or mute that only the forum's own pages knew of, those pages tell.
		const isOurs = ended.why !== 'host' || ending.origin === 'decided' || ending.cause !== 'owed';
		if (isOurs && ending.noticedAt > 0) {
			await notices.sendEnd(ending).catch((error: unknown) => log.error('access', 'notice', error, ending.uid));
		}
		const over = await store.change(ending, { state: 'ended' }, {
			at: clock.now(), by: ended.by, kind: lost.length > 0 ? 'left-out' : 'ended', words: lost.join(', '),
		});
		await reports.unwatch(over.id, steps);
		await settle(over);
		return { restriction: over, lost };
	}

	async function hold(restriction: Restriction): Promise<void> {
		const { steps = [] } = restriction.state === 'active' ? await store.journal.read(restriction.id) ?? {} : {};
		for (const step of steps.filter(({ kind }) => kind === 'ban' || kind === 'mute')) {
			await executor.apply(step, restriction);
		}
	}

	async function expire(restriction: Restriction, lease: Lease): Promise<void> {
		if (restriction.scope === 'forum') {
			await access.endExpiredBan(restriction.uid);
		}
		await end(restriction, {
			why: 'expired', by: 0, at: clock.now(), reason: '', keepContent: true, giveBack: 'all',
		}, lease);
	}

	/** Does what is due for one restriction. */
	async function advance(restriction: Restriction, lease: Lease): Promise<void> {
		const now = clock.now();
		const { state, from, until, appeal, ended } = restriction;
		const toldAt = noticeDue(restriction, now);
		if (state === 'ending' && ended) {
			await end(restriction, ended, lease);
		} else if (isOpen(restriction) && until > 0 && until <= now) {
			await expire(restriction, lease);
		} else if (state === 'waiting' && (await facts.target(restriction.uid)).isAdministrator) {
			const why = { why: 'host', by: 0, at: now, reason: '', keepContent: true, giveBack: 'all' } as const;
			await recorded.during(restriction, { act: 'lift', by: 0, facts: '', isByProgram: true },
				async ({ id }) => done(await end(restriction, why, lease, id)));
		} else if (state === 'starting' || (state === 'waiting' && from <= now && appeal?.state !== 'open')) {
			await begin(restriction, 0, lease, restriction.origin !== 'decided');
		} else if (toldAt > 0 && toldAt <= now) {
			await tell(restriction);
		} else {
			await settle(restriction);
		}
	}

	/** If one fails, the others continue; it is tried again. */
	async function workOn(id: number, uid: number): Promise<void> {
		try {
			await leases.withLease(`member:${uid}`, async (lease) => {
				const [fresh] = await store.read([id]);
				await (fresh ? advance(fresh, lease) : store.setDue(id, 0));
			}, () => undefined);
		} catch (error) {
			log.error('access', 'work', error, uid);
		}
	}

	return {
		openOf: uid => open.get(String(uid)),
		forget: uid => open.forget(String(uid)),
		begin, end, tell, tellChange, hold, settle,
		async finish(uid, lease) {
			const begun: Restriction[] = [];
			for (const one of (await store.openOf(uid)).filter(({ state }) => state === 'starting')) {
				begun.push(await begin(one, one.by, lease, one.origin !== 'decided'));
			}
			return begun;
		},
		async work() {
			let count = 0;
			for await (const ids of walk(store.due(clock.now()), 200)) {
				for (const { id, uid } of await store.read(ids.map(Number))) {
					await workOn(id, uid);
				}
				count += ids.length;
			}
			return count;
		},
		async dropUnstarted() {
			for (const { id, uid } of await store.unlisted()) {
				// A process that is adding it holds the lease, and has listed it before releasing it.
				await leases.withLease(`member:${uid}`, () => store.drop(id), () => undefined);
			}
		},
	};
}
