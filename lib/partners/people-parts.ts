import type { AccountTerms } from '../kernel/account-terms';
import type { Host } from '../kernel/ports';
import type { PartnerParts } from './parts';
import type { PendingStore } from './pending-store';
import type { PeopleNotices } from './people-notices';

/** What every act about an account's people works with; put together in `people-slice.ts`. */
export interface PeopleParts extends PartnerParts {
	pending: PendingStore;
	notices: PeopleNotices;
	terms: AccountTerms;
	/** For keyed hashes of codes. */
	secret: () => Promise<string>;
	host: Pick<Host, 'clock' | 'members' | 'messenger' | 'letters' | 'nonce' | 'database' | 'log' | 'translate'>;
}
