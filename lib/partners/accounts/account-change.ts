import * as v from 'valibot';
import { messages, type Message } from '../../kernel/refusals/message-kind';
import { accountSchema, membershipSchema, type Membership, type PartnerAccount } from '../company/account';
import { announcementSchema, type Announcement } from '../timeline/announcement-store';
import type { PeopleChange } from '../company/change';
import { partnerEventSchema, type PartnerEvent } from '../timeline/event';
import { pendingStepSchema, type PendingStep } from './pending-store';
import type { NewEvent, ToldEvent } from '../timeline/event-log';

/** A fully decided change of an account; each part is safe to repeat. */
export interface AccountChange {
	account: PartnerAccount;
	events: readonly NewEvent[];
	joined: readonly Membership[];
	/** Uids of people who left. */
	gone: readonly number[];
	/** Whose groups change; by default everybody's. */
	only?: readonly number[];
	announcement?: Announcement;
	pending?: readonly PendingStep[];
	messages?: readonly { uids: readonly number[]; message: Message }[];
}

/** The same with numbered events. */
export type NumberedChange = Omit<AccountChange, 'events'> & { events: readonly PartnerEvent[] };

const messageSchema: v.GenericSchema<unknown, Message> = v.object({
	kind: v.custom<Message['kind']>(value => typeof value === 'string' && Object.hasOwn(messages, value)),
	about: v.union([v.string(), v.number()]), path: v.exactOptional(v.string()),
	facts: v.array(v.union([v.string(), v.object({ key: v.string() })])),
});
export const changeSchema: v.GenericSchema<unknown, NumberedChange> = v.object({
	account: accountSchema, events: v.array(partnerEventSchema), joined: v.array(membershipSchema),
	gone: v.array(v.number()), only: v.exactOptional(v.array(v.number())),
	announcement: v.exactOptional(announcementSchema), pending: v.exactOptional(v.array(pendingStepSchema)),
	messages: v.exactOptional(v.array(v.object({ uids: v.array(v.number()), message: messageSchema }))),
});

/** A change of an account's people, with its events. */
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
		// A new role does not end a pause set by the owner.
		joined: joined.map(({ uid, role }) =>
			({ uid, partner: id, role, since: at, isHalted: role !== 'owner' && halted.has(uid) })),
	};
}
