import type { Clock, Host } from '../kernel/ports';
import type { Acceptance } from './acceptance';
import type { Catalogue } from './catalogue';
import type { TermsDifference } from './difference';
import type { Keyring } from './keyring';
import type { Ledger } from './ledger';
import type { Overview } from './overview';
import type { Publication } from './publication';
import type { Registration } from './registration';
import type { TermsSettings } from './settings';
import type { TermsStore } from './store';
import type { Version } from './version';

/** The finished pieces of this slice that its routes, pages and hooks share; put together in `slice.ts`. */
export interface TermsParts {
	store: TermsStore;
	catalogue: Catalogue;
	acceptance: Acceptance;
	ledger: Ledger;
	publication: Publication;
	registration: Registration;
	overview: Overview;
	compare: (from: Version, to: Version, language: string) => Promise<TermsDifference>;
	keyring: () => Promise<Keyring>;
	settings: () => Promise<TermsSettings>;
	isExempt: (uid: number) => Promise<boolean>;
	clock: Clock;
	site: Host['site'];
	members: Host['members'];
	places: Host['places'];
	database: Host['database'];
}
