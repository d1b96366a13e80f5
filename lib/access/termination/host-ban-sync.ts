import type { Lease } from '../../kernel/host/lease';
import type { HostStanding, MemberAccess } from '../../kernel/host/member-access';
import type { Host } from '../../kernel/host/ports';
import { walk } from '../../platform/paged-index';
import type { RestrictionLifecycle } from './restriction-lifecycle';
import type { FactFinder } from './facts';
import { isOpen, type Restriction } from '../restriction/restriction';
import { isInReach } from '../restriction/rules';
import type { RestrictionStore } from '../restriction/store';

interface Parts {
	store: Pick<RestrictionStore, 'add' | 'change' | 'read' | 'openOf' | 'held' | 'lookedAt' | 'noteLooked'>;
	lifecycle: RestrictionLifecycle;
	facts: Pick<FactFinder, 'moderatedBy' | 'rights'>;
	access: Pick<MemberAccess, 'standings' | 'standingSince'>;
	host: Pick<Host, 'clock' | 'leases' | 'messenger' | 'pause'>;
}

/** What the forum's own screens, another program or the clock did to somebody's access. */
export interface HostAct { uid: number; by: number; until: number; reason: string }
export type HostKind = 'ban' | 'mute';

/**
 * Bans and mutes that did not begin here become records, and records follow what the forum's own screens say
 * (clause 6). Whose cause nobody has given is asked for it afterwards.
 */
export interface HostBanSync {
	began(kind: HostKind, act: HostAct): Promise<void>;
	over(kind: HostKind, act: Pick<HostAct, 'uid' | 'by' | 'reason'>): Promise<void>;
	/** After a moment, so that whoever did it from a screen is named first. */
	look(uid: number): Promise<void>;
	/**
	 * Goes through bans and mutes since it last did, and through restrictions in force, for what nobody told: after a
	 * failure, or of a program that writes past the forum's hooks. What was there before the first time is not ours to
	 * ask about.
	 */
	reconcile(): Promise<void>;
}

const scopes = { ban: 'forum', mute: 'writing' } as const;
/** How long the forum's own word, which names a human, may come after the fact itself. */
const waitMs = 1500;
const kinds = ['ban', 'mute'] as const;
const batch = 100;
const aMinute = 60_000;
/** Machines of one forum do not agree to the second about the time. */
const overlapMs = 300_000;

export function hostBanSync({ store, lifecycle, facts, access, host }: Parts): HostBanSync {
	const { clock, leases, messenger, pause } = host;

	const openOf = async (uid: number, kind: HostKind) =>
		(await store.openOf(uid)).filter(isOpen).find(({ scope }) => scope === scopes[kind]);

	async function record(kind: HostKind, { uid, by, until, reason }: HostAct, lease: Lease): Promise<void> {
		const now = clock.now();
		const added = await store.add({
			uid, scope: scopes[kind], moderated: await facts.moderatedBy(uid), origin: kind, by, at: now, from: now, until, clause: null, cause: 'owed', evidence: [],
			reason, note: '', notice: 'sent', noticeAt: 0, noticedAt: now, isUnreached: false,
			// A mute leaves what waits; a ban ends it, as every end of all access does.
			content: { queued: kind === 'ban' ? 'end' : 'keep', scheduled: kind === 'ban' ? 'end' : 'keep', posts: 'keep', since: 0 },
			blockReturn: kind === 'ban', state: 'starting', ended: null, appeal: null,
		}, { at: now, by, kind: 'found', words: reason }, now + aMinute);
		lifecycle.forget(uid);
		await lifecycle.begin(added, by, lease, true);
		if (by > 0) {
			await messenger.notify([by], {
				id: `forum-terms:restriction-cause:${added.id}`, kind: 'restriction-cause',
				path: `/forum-terms/restrictions?id=${added.id}`, facts: [String(added.id)],
			});
		}
	}

	/** The forum's own screens have the last word about how long. */
	async function follow(open: Restriction, { by, until }: HostAct, lease: Lease): Promise<void> {
		const isWaiting = open.state === 'waiting';
		if (open.until === until && !isWaiting && (open.by > 0 || by === 0)) {
			return;
		}
		const now = clock.now();
		const changed = await store.change(open, {
			until, ...isWaiting ? { from: now } : {}, ...open.by === 0 ? { by } : {},
		}, { at: now, by, kind: 'changed', words: '' });
		await lifecycle.begin(changed.state === 'active' ? { ...changed, state: 'starting' } : changed, by, lease, true);
	}

	async function began(kind: HostKind, act: HostAct): Promise<void> {
		await leases.withLease(`member:${act.uid}`, async (lease) => {
			const [standing] = await access.standings([act.uid]);
			// The forum waits for no listener: what is told may be over before it is heard.
			if (standing?.[kind]) {
				const open = await openOf(act.uid, kind);
				await (open ? follow(open, act, lease) : record(kind, act, lease));
			}
		}, () => undefined);
	}
	async function over(kind: HostKind, { uid, by, reason }: Pick<HostAct, 'uid' | 'by' | 'reason'>): Promise<void> {
		await leases.withLease(`member:${uid}`, async (lease) => {
			const open = await openOf(uid, kind);
			const [standing] = await access.standings([uid]);
			// Told late, it is about one before: a new one may hold by now.
			if (!open || open.state === 'waiting' || standing?.[kind]) {
				return;
			}
			const now = clock.now();
			const isExpired = by === 0 && open.until > 0 && open.until <= now;
			await lifecycle.end(open, {
				why: isExpired ? 'expired' : 'host', by, at: now, reason, keepContent: isExpired,
				giveBack: by === 0 || isInReach(open, await facts.rights(by)) ? 'all' : [],
			}, lease);
		}, () => undefined);
	}

	/** Makes the record say what the forum says, in nobody's name. */
	async function align(kind: HostKind, uid: number, standing: HostStanding[HostKind]): Promise<void> {
		const open = await openOf(uid, kind);
		if (standing && (!open || open.state === 'waiting' || open.until !== standing.until)) {
			await began(kind, { uid, by: 0, ...standing });
		} else if (!standing && open?.state === 'active') {
			await over(kind, { uid, by: 0, reason: '' });
		}
	}

	async function lookThroughNew(kind: HostKind, since: number): Promise<void> {
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

	async function lookThroughHeld(): Promise<void> {
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
		async look(uid) {
			await pause(waitMs);
			const [standing] = await access.standings([uid]);
			await align('ban', uid, standing?.ban ?? null);
		},
		async reconcile() {
			const [now, before] = [clock.now(), await store.lookedAt()];
			for (const kind of before > 0 ? kinds : []) {
				await lookThroughNew(kind, before - overlapMs);
			}
			await lookThroughHeld();
			await store.noteLooked(now);
		},
	};
}
