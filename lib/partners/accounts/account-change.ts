import type { Message } from '../../kernel/ports';
import type { Membership, PartnerAccount } from '../account';
import type { Announcement } from '../announcement-store';
import type { PeopleChange } from '../change';
import type { PendingStep } from '../pending-store';
import type { NewEvent, ToldEvent } from './event-log';

/** All that a change of an account does, with nothing left to decide: each part can be done twice. */
export interface AccountChange {
	account: PartnerAccount;
	events: readonly NewEvent[];
	joined: readonly Membership[];
	/** Uids of whoever belongs to it no more. */
	gone: readonly number[];
	/** Whose groups change; everybody's where it does not say. */
	only?: readonly number[];
	announcement?: Announcement;
	pending?: readonly PendingStep[];
	told?: readonly { uids: readonly number[]; message: Message }[];
}

/** One more change of who belongs to an account, with its events. */
export function changeOf(
	account: PartnerAccount, { joined, left }: PeopleChange, isDescribed: boolean, by: number,
	halted: ReadonlySet<number>, more: readonly ToldEvent[] = [],
): AccountChange {
	const { id, company, level, levelValidUntil, updatedAt: at } = account;
	return {
		account,
		events: [
			...more.map(event => ({ ...event, partner: id, at, by })),
			...isDescribed ? [{ partner: id, at, by, kind: 'described' as const, company, level, levelValidUntil }] : [],
			...left.map(({ uid, role }) => ({ partner: id, at, by, kind: 'left' as const, uid, role })),
			...joined.map(({ uid, role }) => ({ partner: id, at, by, kind: 'joined' as const, uid, role })),
		],
		gone: left.map(({ uid }) => uid).filter(uid => !joined.some(person => person.uid === uid)),
		// Another role does not undo what the owner decided about a person.
		joined: joined.map(({ uid, role }) =>
			({ uid, partner: id, role, since: at, isHalted: role !== 'owner' && halted.has(uid) })),
	};
}
