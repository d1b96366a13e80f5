import type { AccountTerms } from '../kernel/offers/account-terms';
import type { Forum } from '../platform/forum/forum';
import { accountAcceptances } from './accounts/acceptance';
import { confirmations } from './people/confirmation';
import { invitations } from './people/invitations';
import { ownership } from './people/ownership';
import { pendingStore } from './accounts/pending-store';
import { peopleViews } from './people/view';
import { requests } from './people/requests';
import type { PartnerServices } from './services';

/** The services for the people of an account: joining, leaving, handing over, confirming. */
export function peopleServices(
	{ store, accounts, settings, host }: PartnerServices,
	{ terms, secret }: { terms: Pick<AccountTerms, 'owed' | 'accept'>; secret: Forum['secret'] },
) {
	const pending = pendingStore(host.database);
	const parts = { store, accounts, settings, host, pending };
	const acceptances = accountAcceptances({ store, accounts, terms });
	const joining = { requests: requests(parts), invitations: invitations({ ...parts, secret }) };
	return {
		...parts, ...joining, acceptances, ownership: ownership(parts, acceptances),
		confirmations: confirmations(parts), views: peopleViews(parts, { acceptances, ...joining }),
	};
}
