import type { Fact } from '../../kernel/refusals/phrase';
import type { Message } from '../../kernel/refusals/message-kind';
import type { AccountChange } from '../accounts/account-change';
import type { PartnerAccount, PartnerRole } from '../company/account';

/** Messages about a change of an account, as part of that change; the company is the first fact of each. */
export const changeMessages = (
	uids: readonly number[], kind: Message['kind'], { id, company }: PartnerAccount, about: string | number,
	facts: readonly Fact[], more: Pick<Message, 'path'> = {},
): NonNullable<AccountChange['messages']> =>
	[{ uids, message: { kind, about: `${id}:${about}`, facts: [company, ...facts], ...more } }];

/** A role in the reader's language. */
export const roleFact = (role: PartnerRole): Fact => ({ key: `forum-terms:partner.role.${role}` });
