import type { AccountTerms } from '../kernel/account-terms';
import type { Host } from '../kernel/ports';
import { accountAcceptances, type AccountAcceptances } from './account-acceptance';
import { confirmations, type Confirmations } from './confirmation';
import { invitations, type Invitations } from './invitations';
import { ownership, type Ownership } from './ownership';
import type { PartnerParts } from './parts';
import { pendingStore } from './pending-store';
import { peopleNotices } from './people-notices';
import type { PeopleParts } from './people-parts';
import { peopleViews, type PeopleViews } from './people-view';
import { requests, type Requests } from './requests';

/** Everything about who belongs to an account. */
export interface People extends PeopleParts {
	invitations: Invitations;
	requests: Requests;
	ownership: Ownership;
	confirmations: Confirmations;
	acceptances: AccountAcceptances;
	views: PeopleViews;
}

/** Puts joining, leaving, handing over and confirming together; what the terms know is handed over. */
export function peopleSlice(
	partners: PartnerParts, host: Host, handed: { terms: AccountTerms; secret: () => Promise<string> },
): People {
	const parts: PeopleParts = {
		...partners, ...handed, host, pending: pendingStore(host.database), notices: peopleNotices(host),
	};
	const acceptances = accountAcceptances(parts);
	const asking = requests(parts);
	return {
		...parts, acceptances, requests: asking, invitations: invitations(parts),
		ownership: ownership(parts, acceptances), confirmations: confirmations(parts),
		views: peopleViews(parts, { acceptances, requests: asking }),
	};
}
