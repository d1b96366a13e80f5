import type { MemberAccess } from '../kernel/member-access';
import type { Host } from '../kernel/ports';
import type { Course } from './course';
import { isOpen, type Restriction } from './restriction';
import type { RestrictionStore } from './store';

interface Parts {
	store: Pick<RestrictionStore, 'add' | 'change' | 'openOf'>;
	course: Course;
	access: Pick<MemberAccess, 'standings'>;
	host: Pick<Host, 'clock' | 'messenger' | 'pause'>;
}

/** What the forum's own screens, another program or the clock did to somebody's access. */
export interface HostAct { uid: number; by: number; until: number; reason: string }
export type HostKind = 'ban' | 'mute';

/**
 * Bans and mutes that did not begin here become records, and records follow what the forum's own screens say
 * (clause 6). Whose cause nobody has given is asked for it afterwards.
 */
export interface Found {
	began(kind: HostKind, act: HostAct): Promise<void>;
	over(kind: HostKind, act: Pick<HostAct, 'uid' | 'by' | 'reason'>): Promise<void>;
	/** After a moment, so that whoever did it from a screen is named first. */
	look(uid: number): Promise<void>;
}

const scopes = { ban: 'forum', mute: 'writing' } as const;
/** How long the forum's own word, which names a human, may come after the fact itself. */
const waitMs = 1500;

export function found({ store, course, access, host }: Parts): Found {
	const { clock, messenger, pause } = host;

	const openOf = async (uid: number, kind: HostKind) =>
		(await store.openOf(uid)).filter(isOpen).find(({ scope }) => scope === scopes[kind]);

	async function record(kind: HostKind, { uid, by, until, reason }: HostAct): Promise<void> {
		const now = clock.now();
		const added = await store.add({
			uid, scope: scopes[kind], origin: kind, by, at: now, from: now, until, clause: null, cause: 'owed', evidence: [],
			reason, note: '', notice: 'sent', noticeAt: 0, noticedAt: now,
			// A mute leaves what waits; a ban ends it, as every end of all access does.
			content: { queued: kind === 'ban' ? 'end' : 'keep', scheduled: kind === 'ban' ? 'end' : 'keep', posts: 'keep', since: 0 },
			blockReturn: kind === 'ban', state: 'starting', ended: null, appeal: null,
		}, { at: now, by, kind: 'found', words: reason });
		course.forget(uid);
		await course.begin(added, by, true);
		if (by > 0) {
			await messenger.notify([by], {
				id: `forum-terms:restriction-cause:${added.id}`, kind: 'restriction-cause',
				path: `/forum-terms/restrictions?id=${added.id}`, facts: [String(added.id)],
			});
		}
	}

	/** The forum's own screens have the last word about how long. */
	async function follow(open: Restriction, { by, until }: HostAct): Promise<void> {
		const isWaiting = open.state === 'waiting';
		if (open.until === until && !isWaiting && (open.by > 0 || by === 0)) {
			return;
		}
		const now = clock.now();
		const changed = await store.change(open, {
			until, ...isWaiting ? { from: now } : {}, ...open.by === 0 ? { by } : {},
		}, { at: now, by, kind: 'changed', words: '' });
		await course.begin(changed.state === 'active' ? { ...changed, state: 'starting' } : changed, by, true);
	}

	async function began(kind: HostKind, act: HostAct): Promise<void> {
		await course.inTurn(act.uid, async () => {
			const [standing] = await access.standings([act.uid]);
			// The forum waits for no listener: what is told may be over before it is heard.
			if (standing?.[kind]) {
				const open = await openOf(act.uid, kind);
				await (open ? follow(open, act) : record(kind, act));
			}
		});
	}
	async function over(kind: HostKind, { uid, by, reason }: Pick<HostAct, 'uid' | 'by' | 'reason'>): Promise<void> {
		await course.inTurn(uid, async () => {
			const open = await openOf(uid, kind);
			if (!open || open.state === 'waiting') {
				return;
			}
			const now = clock.now();
			const isExpired = by === 0 && open.until > 0 && open.until <= now;
			await course.end(open, {
				why: isExpired ? 'expired' : 'host', by, at: now, reason, keepContent: isExpired,
			});
		});
	}

	return {
		began, over,
		async look(uid) {
			await pause(waitMs);
			const [standing] = await access.standings([uid]);
			const open = await openOf(uid, 'ban');
			if (standing?.ban && (!open || open.state === 'waiting')) {
				await began('ban', { uid, by: 0, ...standing.ban });
			} else if (!standing?.ban && open?.state === 'active') {
				await over('ban', { uid, by: 0, reason: '' });
			}
		},
	};
}
