import type { Fact } from '../../kernel/edge/message';
import type { MessageKind } from '../../kernel/edge/message-kind';
import type { Host, Message } from '../../kernel/host/ports';
import type { PartnerAccount, PartnerRole } from '../company/account';

/** Notifies people about changes of an account's people. */
export interface PeopleNotices {
	/** `about` identifies the notification: the same kind about the same thing is sent once. */
	tell(uids: readonly number[], kind: MessageKind, account: PartnerAccount, about: string | number,
		facts?: readonly Fact[], path?: string): Promise<void>;
	/** The same, to be sent later. */
	message(kind: MessageKind, account: PartnerAccount, about: string | number,
		facts?: readonly Fact[], path?: string): Message;
	nameOf(uid: number): Promise<string>;
}

/** A role in the reader's words. */
export const roleFact = (role: PartnerRole): Fact => ({ key: `forum-terms:partner.role.${role}` });

/** Where owners manage their people, and where others see whom they speak for. */
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
