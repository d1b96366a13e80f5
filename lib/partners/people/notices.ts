import type { Fact } from '../../kernel/edge/message';
import type { MessageKind } from '../../kernel/edge/message-kind';
import type { Host, Message } from '../../kernel/host/ports';
import type { PartnerAccount, PartnerRole } from '../company/account';

/** Tells people of what was done about who belongs to an account. */
export interface PeopleNotices {
	/** `about` makes the notification one of its own: the same kind about the same thing is told once. */
	tell(uids: readonly number[], kind: MessageKind, account: PartnerAccount, about: string | number,
		facts?: readonly Fact[], path?: string): Promise<void>;
	/** The same to be sent later. */
	message(kind: MessageKind, account: PartnerAccount, about: string | number,
		facts?: readonly Fact[], path?: string): Message;
	nameOf(uid: number): Promise<string>;
}

/** A role in the words of whoever reads of it. */
export const roleFact = (role: PartnerRole): Fact => ({ key: `forum-terms:partner.role.${role}` });

/** Where owners look after their people, and where everybody sees for whom they speak. */
export const peoplePath = '/forum-terms/partner?tab=people';
export const joinPath = '/forum-terms/partners/join';

export function peopleNotices({ messenger, members }: Pick<Host, 'messenger' | 'members'>): PeopleNotices {
	const message: PeopleNotices['message'] = (kind, account, about, facts = [], path = joinPath) => ({
		id: `forum-terms:${kind}:${account.id}:${about}`, kind, path, facts: [account.company, ...facts],
	});
	return {
		message,
		tell: (uids, ...about) => messenger.send(uids, message(...about)),
		nameOf: async uid => (await members.profiles([uid]))[0]?.username ?? '',
	};
}
