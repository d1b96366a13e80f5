import type { Message, Messenger } from '../../kernel/host/ports';
import type { PartnerAccount } from '../company/account';
import type { PartnerSettings } from '../company/settings';

/** Notifies an account's owners immediately about a post of their staff, once per event. */
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
