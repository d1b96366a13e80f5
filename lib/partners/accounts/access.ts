import { uidOf } from '../../kernel/host/member';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import type { RouteCall } from '../../kernel/slice/routes';
import type { Pace } from '../../platform/pace';
import type { Membership, PartnerAccount } from '../company/account';
import { eventKey } from '../timeline/event-log';
import type { PartnerDirectory } from './directory';
import type { PartnerStore } from './store';

/** A person's relation to an account; `forum`: administrators and global moderators. */
export type PartnerStanding = 'owner' | 'staff' | 'forum' | 'outsider';

type Call = Pick<RouteCall<unknown>, 'actor' | 'params'>;

/** The kind of place of a path, without its ids, which an intruder can choose freely. */
const placeOf = (path: string) => path.replace(/\/.*/s, '/');

/**
 * Who may see an account and who may act for it. Attempts by others are recorded: those within an hour at the same kind
 * of place as one event with a count (clause 4.12).
 */
export interface PartnerAccess {
	standing(id: string, uid: number): Promise<PartnerStanding>;
	/** For its owners and the forum's staff. */
	owned(call: Call, path: string): Promise<Outcome<PartnerAccount>>;
	/** For its owners only: the forum's staff have their own tools for posts. */
	ownedBy(call: Call, path: string): Promise<Outcome<PartnerAccount>>;
	/** Records the attempt and refuses. */
	forbid(id: string, uid: number, path: string): Promise<Outcome<never>>;
}

export function partnerAccess({ store, directory, pace, host }: {
	store: PartnerStore; directory: PartnerDirectory; pace: Pick<Pace, 'fold'>; host: Pick<Host, 'clock' | 'members'>;
}): PartnerAccess {
	/** The relation by membership, regardless of forum roles. */
	const roleIn = (id: string, membership: Membership | null | undefined) =>
		(membership?.partner !== id ? 'outsider' : membership.role === 'owner' ? 'owner' : 'staff');
	async function standingBy(
		id: string, uid: number, membership: Membership | null | undefined,
	): Promise<PartnerStanding> {
		return uid > 0 && await host.members.isGlobalStaff(uid) ? 'forum' : roleIn(id, membership);
	}
	/** For showing a page: cached, possibly a moment old. */
	async function standing(id: string, uid: number): Promise<PartnerStanding> {
		return standingBy(id, uid, uid > 0 ? await directory.membership(uid) : null);
	}
	async function forbid(id: string, uid: number, path: string): Promise<Outcome<never>> {
		await pace.fold(`peek:${id}:${placeOf(path)}`, uid, async () => {
			const [event = 0] = await store.append([{
				partner: id, at: host.clock.now(), by: uid, kind: 'peeked', uid, path: path.slice(0, 200),
			}]);
			return eventKey(event);
		});
		return refused(refuse('permission-missing', [], { clause: '4.12' }));
	}
	async function opened(
		{ actor, params }: Call, path: string, isAllowed: (who: PartnerStanding, isOwner: boolean) => boolean,
	): Promise<Outcome<PartnerAccount>> {
		const [id, uid] = [params.id ?? '', uidOf(actor)];
		// From the store, not the cache: an owner who was just removed must not act any more.
		const [account, [membership]] = await Promise.all([
			store.account(id), uid > 0 ? store.memberships([uid]) : [null],
		]);
		const who = await standingBy(id, uid, membership);
		if (!account) {
			return refused(refuse('partner-unknown', [id], { field: 'id' }));
		}
		if (isAllowed(who, roleIn(id, membership) === 'owner')) {
			return done(account);
		}
		// Forum staff may see everything, so an act they may not do is not an attempt to peek.
		return who === 'forum' ? refused(refuse('permission-missing', [], { clause: '4.12' })) : forbid(id, uid, path);
	}
	return {
		standing, forbid,
		owned: (call, path) => opened(call, path, who => who === 'owner' || who === 'forum'),
		ownedBy: (call, path) => opened(call, path, (_who, owns) => owns),
	};
}
