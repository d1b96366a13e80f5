import type { Lease } from '../../kernel/host/lease';
import type { HostStanding, MemberAccess } from '../../kernel/host/member-access';
import type { Host } from '../../kernel/host/ports';
import { done } from '../../kernel/refusals/outcome';
import { walk } from '../../platform/paged-index';
import type { RecordedActs } from './recorded-acts';
import type { RestrictionLifecycle } from './restriction-lifecycle';
import type { FactFinder } from './facts';
import { isOpen, type Restriction } from '../restriction/restriction';
import { isInReach, isOursToTell } from '../restriction/rules';
import type { RestrictionStore } from '../restriction/store';

interface Parts {
	recorded: RecordedActs;
	store: Pick<RestrictionStore, 'nextId' | 'add' | 'change' | 'read' | 'openOf' | 'held' | 'checkedAt' | 'noteChecked'>;
	lifecycle: RestrictionLifecycle;
	facts: Pick<FactFinder, 'moderatedBy' | 'rights'>;
	access: Pick<MemberAccess, 'standings' | 'standingSince' | 'isDeleted'>;
	host: Pick<Host, 'clock' | 'leases' | 'messenger' | 'pause'>;
}

/** An act on a member's access in the forum's own pages, by another program, or by expiry. */
export interface HostAct { uid: number; by: number; until: number; reason: string }
export type HostKind = 'ban' | 'mute';

/**
 * Records bans and mutes that were made elsewhere, and updates records to what the forum's own pages say (clause 6).
 * The person who made one is asked for the reason.
 */
export interface HostBanSync {
	began(kind: HostKind, act: HostAct): Promise<void>;
	over(kind: HostKind, act: Pick<HostAct, 'uid' | 'by' | 'reason'>): Promise<void>;
	/** After a moment, so that a hook that names the person comes first. */
	check(uid: number): Promise<void>;
	/**
	 * Checks bans and mutes since the last time, and restrictions in force, for changes without a hook: after a
	 * failure, or by a program that writes past the hooks. Older ones than the first check are ignored.
	 */
	reconcile(): Promise<void>;
}

const scopes = { ban: 'forum', mute: 'writing' } as const;
/** How long the hook that names a person may follow the change itself. */
const waitMs = 1500;
const kinds = ['ban', 'mute'] as const;
const batch = 100;
const aMinute = 60_000;
/** Clocks of a forum's machines differ by seconds. */
const overlapMs = 300_000;

export function hostBanSync({ recorded, store, lifecycle, facts, access, host }: Parts): HostBanSync {
	const { clock, leases, messenger, pause } = host;

	const openOf = async (uid: number, kind: HostKind) =>
		(await store.openOf(uid)).filter(isOpen).find(({ scope }) => scope === scopes[kind]);

	async function record(kind: HostKind, { uid, by, until, reason }: HostAct, lease: Lease): Promise<void> {
		const now = clock.now();
		const found: Restriction = {
			id: await store.nextId(), uid, scope: scopes[kind],
			moderated: await facts.moderatedBy(uid), origin: kind, by,
			at: now, from: now, until, clause: null, cause: 'owed', target: null, termsVersion: '', decisions: [],
			evidence: [], reporters: [], reason, note: '', notice: 'sent', noticeReason: '', noticeAt: 0,
			// NodeBB writes about its own bans, and about no mute.
			noticedAt: kind === 'ban' ? now : 0, isUnreached: false,
			// A mute leaves queued posts; a ban removes them, like every restriction of the whole forum.
			content: { queued: kind === 'ban' ? 'end' : 'keep', scheduled: kind === 'ban' ? 'end' : 'keep', posts: 'keep', since: 0 },
			blockReturn: kind === 'ban', state: 'starting', ended: null, appeal: null,
		};
		await recorded.during(found, { act: 'restrict', by, facts: reason }, async ({ id, termsVersion }) => {
			const event = { at: now, by, kind: 'found', words: reason } as const;
			const added = await store.add({ ...found, termsVersion, decisions: [id] }, event, now + aMinute);
			lifecycle.forget(uid);
			return done(await lifecycle.begin(added, by, lease, true));
		});
		if (by > 0) {
			await messenger.notify([by], {
				kind: 'restriction-cause', about: found.id, path: `/forum-terms/restrictions?id=${found.id}`,
				facts: [String(found.id)],
			});
		}
	}

	/** The forum's own pages decide about the duration. */
	async function follow(open: Restriction, { by, until }: HostAct, lease: Lease): Promise<void> {
		const isWaiting = open.state === 'waiting';
		if (open.until === until && !isWaiting && (open.by > 0 || by === 0)) {
			return;
		}
		const now = clock.now();
		const change = { until, ...isWaiting ? { from: now } : {}, ...open.by === 0 ? { by } : {} };
		await recorded.during({ ...open, ...change }, { act: 'change', by, facts: '' }, async ({ id }) => {
			const changed = await store.change(open, { ...change, decisions: [...open.decisions, id] },
				{ at: now, by, kind: 'changed', words: '' });
			const starting = changed.state === 'active' ? { ...changed, state: 'starting' as const } : changed;
			const begun = await lifecycle.begin(starting, by, lease, true);
			const isTold = isOursToTell(open) && (isWaiting || open.until !== until);
			return done(isTold ? await lifecycle.tellChange(begun) : begun);
		});
	}

	async function began(kind: HostKind, act: HostAct): Promise<void> {
		await leases.withLease(`member:${act.uid}`, async (lease) => {
			const [standing] = await access.standings([act.uid]);
			// The forum does not wait for hooks: the ban may be over already.
			if (standing?.[kind]) {
				const open = await openOf(act.uid, kind);
				await (open ? follow(open, act, lease) : record(kind, act, lease));
			}
		}, () => undefined);
	}
	async function over(kind: HostKind, { uid, by, reason }: Pick<HostAct, 'uid' | 'by' | 'reason'>): Promise<void> {
		// An account that is deleted leaves all groups, and is not given access back.
		if (await access.isDeleted(uid)) {
			return;
		}
		await leases.withLease(`member:${uid}`, async (lease) => {
			const open = await openOf(uid, kind);
			const [standing] = await access.standings([uid]);
			// A late hook may be about an earlier one, while a new one applies.
			if (!open || open.state === 'waiting' || standing?.[kind]) {
				return;
			}
			const now = clock.now();
			const isExpired = by === 0 && open.until > 0 && open.until <= now;
			const ending = {
				why: isExpired ? 'expired' : 'host', by, at: now, reason, keepContent: isExpired,
				giveBack: by === 0 || isInReach(open, await facts.rights(by)) ? 'all' : [],
			} as const;
			await (isExpired ? lifecycle.end(open, ending, lease) :
				recorded.during(open, { act: 'lift', by, facts: reason }, async ({ id }) =>
					done(await lifecycle.end(open, ending, lease, id))));
		}, () => undefined);
	}

	/** Updates the record to the forum's state, on nobody's behalf. */
	async function align(kind: HostKind, uid: number, standing: HostStanding[HostKind]): Promise<void> {
		const open = await openOf(uid, kind);
		if (standing && (!open || open.state === 'waiting' || open.until !== standing.until)) {
			await began(kind, { uid, by: 0, ...standing });
		} else if (!standing && open?.state === 'active') {
			await over(kind, { uid, by: 0, reason: '' });
		}
	}

	async function checkNew(kind: HostKind, since: number): Promise<void> {
		for (let start = 0; ; start += batch) {
			const uids = await access.standingSince(kind, since, start, batch);
			const standings = await access.standings(uids);
			for (const [index, uid] of uids.entries()) {
				if (standings[index]?.[kind]) {
					await align(kind, uid, standings[index][kind]);
				}
			}
			if (uids.length < batch) {
				return;
			}
		}
	}

	async function checkHeld(): Promise<void> {
		for await (const ids of walk(store.held(), batch)) {
			const rows = await store.read(ids.map(Number));
			const standings = await access.standings(rows.map(({ uid }) => uid));
			for (const [index, { scope, uid }] of rows.entries()) {
				const kind = scope === scopes.ban ? 'ban' : 'mute';
				await align(kind, uid, standings[index]?.[kind] ?? null);
			}
		}
	}

	return {
		began, over,
		async check(uid) {
			await pause(waitMs);
			const [standing] = await access.standings([uid]);
			await align('ban', uid, standing?.ban ?? null);
		},
		async reconcile() {
			const [now, before] = [clock.now(), await store.checkedAt()];
			for (const kind of before > 0 ? kinds : []) {
				await checkNew(kind, before - overlapMs);
			}
			await checkHeld();
			await store.noteChecked(now);
		},
	};
}
