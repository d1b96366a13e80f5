import type { ChecklistHistoryLookup } from '../kernel/checklist-history';
import type { LicenceLookup } from '../kernel/licence-history';
import type { Outcome } from '../kernel/outcome';
import type { OwnAccessLookup } from '../kernel/own-access';
import type { WritingPlace } from '../kernel/owed';
import type { PartnerLookup } from '../kernel/partner-lookup';
import type { Clock, Host } from '../kernel/ports';
import type { Acceptance } from './acceptance';
import type { Announcements } from './announcement';
import type { Audience } from './audience';
import type { Catalogue } from './catalogue';
import type { Comparisons } from './comparisons';
import type { Erasure } from './erasure';
import type { Forecast } from './forecast';
import type { Keys } from './keyring';
import type { Ledger } from './ledger';
import type { LedgerVerdict } from './ledger-check';
import type { Overview } from './overview';
import type { Publication } from './publication';
import type { Receipt } from './receipt';
import type { LedgerRecord } from './record';
import type { Registration } from './registration';
import type { Seals } from './seals';
import type { TermsSettings } from './settings';
import type { TermsStore } from './store';

/** What the other slices know of one member, for his own record. */
export interface TermsLookups {
	/** What the checklists hold of a member. */
	checklists: ChecklistHistoryLookup;
	/** Licences a member claims. */
	licences: LicenceLookup;
	/** For which partner a member speaks. */
	speaksFor: PartnerLookup;
	/** What was decided about his access. */
	restrictions: OwnAccessLookup;
}

/** The finished pieces of this slice that its routes, pages and hooks share; put together in `slice.ts`. */
export interface TermsParts extends TermsLookups {
	store: TermsStore;
	audience: Audience;
	catalogue: Catalogue;
	acceptance: Acceptance;
	ledger: Ledger;
	publication: Publication;
	registration: Registration;
	overview: Overview;
	compare: Comparisons;
	keyring: Keys;
	seals: Seals;
	erasure: Erasure;
	announcements: Announcements;
	verifyLedger: () => Promise<LedgerVerdict>;
	/** A record as a receipt. */
	receipt: (record: LedgerRecord) => Promise<Receipt>;
	/** The same with the proof that it is sealed, once it is; costs a few reads. */
	provenReceipt: (record: LedgerRecord) => Promise<Receipt>;
	forecast: (document: string) => Promise<Outcome<Forecast>>;
	/** The category of a place, where some document is asked for in categories only; null otherwise. */
	cidOf: (place: WritingPlace) => Promise<number | null>;
	settings: () => Promise<TermsSettings>;
	isExempt: (uid: number) => Promise<boolean>;
	clock: Clock;
	site: Host['site'];
	members: Host['members'];
	places: Host['places'];
	database: Host['database'];
}
