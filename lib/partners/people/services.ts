import type { AccountTerms } from '../../kernel/offers/account-terms';
import type { Forum } from '../../platform/forum/forum';
import { accountAcceptances } from '../accounts/acceptance';
import { confirmations } from './confirmation';
import { invitations } from './invitations';
import { ownership } from './ownership';
import { pendingStore } from './pending-store';
import { peopleNotices } from './notices';
import { peopleViews } from './view';
import { requests } from './requests';
import type { PartnerServices } from '../services';

/** Everything about who belongs to an account: joining, leaving, handing over and confirming. */
export function peopleServices(
	{ store, accounts, settings, host }: PartnerServices,
	{ terms, secret }: { terms: Pick<AccountTerms, 'owed' | 'accept'>; secret: Forum['secret'] },
) {
	const pending = pendingStore(host.database);
	const parts = { store, accounts, settings, host, pending, notices: peopleNotices(host) };
	const acceptances = accountAcceptances({ store, accounts, terms });
	const asking = requests(parts);
	return {
		...parts, acceptances, requests: asking, invitations: invitations({ ...parts, secret }),
		ownership: ownership(parts, acceptances), confirmations: confirmations(parts),
		views: peopleViews(parts, { acceptances, requests: asking }),
	};
}
