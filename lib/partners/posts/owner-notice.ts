import type { Message, Messenger } from '../../kernel/host/ports';
import type { PartnerAccount } from '../company/account';
import type { PartnerSettings } from '../company/settings';

/** Tells an account's owners at once what happened to a post of their staff; one event is told once. */
export type OwnerNotice = (
	account: PartnerAccount, event: number, kind: Message['kind'], tab: string, facts: readonly string[]) => Promise<void>;

export function ownerNotice(messenger: Messenger, settings: () => Promise<PartnerSettings>): OwnerNotice {
	return async (account, event, kind, tab, facts) => {
		if ((await settings()).partnerNotify) {
			await messenger.send(account.owners, {
				id: `forum-terms:partner-event:${event}`, kind, path: `/forum-terms/partner?tab=${tab}`, facts,
			});
		}
	};
}
