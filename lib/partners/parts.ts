import type { PartnerAccounts } from './accounts';
import type { AccountJournal } from './accounts/journal';
import type { Announcements } from './announcements';
import type { PartnerDirectory } from './directory';
import type { LentEdit } from './lent-edit';
import type { PartnerGroups } from './partner-groups';
import type { Referrals } from './referrals';
import type { PartnerSettings } from './settings';
import type { StandingWatch } from './standing-watch';
import type { Standings } from './standings';
import type { PartnerStore } from './store';
import type { StrikeStore } from './strike-store';
import type { Strikes } from './strikes';
import type { Suspensions } from './suspensions';

/** The finished pieces of this slice that its routes, hooks and reviewer share; put together in `slice.ts`. */
export interface PartnerParts {
	store: PartnerStore;
	directory: PartnerDirectory;
	accounts: PartnerAccounts;
	journal: AccountJournal;
	suspensions: Suspensions;
	announcements: Announcements;
	groups: PartnerGroups;
	strikeStore: StrikeStore;
	standings: Standings;
	watch: StandingWatch;
	strikes: Strikes;
	referrals: Referrals;
	lentEdit: LentEdit;
	settings: () => Promise<PartnerSettings>;
}
