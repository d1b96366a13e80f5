import type { Host } from '../kernel/ports';
import type { OwedLookup } from '../kernel/owed';
import { readSettings } from '../kernel/settings';
import { acceptance } from './acceptance';
import { catalogue } from './catalogue';
import { keyring } from './keyring';
import { ledger } from './ledger';
import { overviewOf } from './overview';
import { owedView } from './owed-view';
import type { TermsParts } from './parts';
import { publication } from './publication';
import { markerField, registration } from './registration';
import { exemptions } from './reviewer';
import { comparison } from './routes';
import { termsSettings, type TermsSettings } from './settings';
import { termsStore } from './store';

/** Puts the pieces of clause 2 together over a host. */
export function termsSlice(host: Host): { parts: TermsParts; owedTo: OwedLookup } {
	const { database, clock, members, site, places } = host;
	const fallbackLanguage = () => site.defaultLanguage();
	const settings = async (): Promise<TermsSettings> => readSettings(termsSettings, await host.settings.read());
	const store = termsStore(database);
	// A minute bounds how long a process that missed the broadcast may still show the old version.
	const shelf = catalogue(store, host.cache('forum-terms-catalogue', { max: 500, ttlSeconds: 60 }));
	const book = ledger(database, clock, milliseconds => host.pause(milliseconds));
	const keys = keyring(database, milliseconds => host.pause(milliseconds));
	const deciding = acceptance({
		catalogue: shelf, ledger: book, database, clock, fallbackLanguage,
		cache: host.cache('forum-terms-standing', { max: 20_000, ttlSeconds: 60 }),
	});
	const joining = registration({
		acceptance: deciding, catalogue: shelf, keyring: keys, fallbackLanguage, now: () => clock.now(),
	});

	/**
	 * What a member owes. An acceptance given at registration whose ledger row was never written (the action hook that
	 * writes it is not awaited by NodeBB) is written here, before he is asked a second time.
	 */
	async function debts(uid: number) {
		const owed = await deciding.debts(uid);
		if (owed.length === 0 || owed.every(({ declined }) => declined)) {
			return owed;
		}
		const marker = await members.field(uid, markerField);
		if (marker === '' || !await joining.settle(uid, marker)) {
			return owed;
		}
		await members.clearField(uid, markerField);
		return deciding.debts(uid);
	}

	const settled = { ...deciding, debts };
	const isExempt = exemptions({ members, settings });
	const parts: TermsParts = {
		store, catalogue: shelf, acceptance: settled, ledger: book, keyring: keys, registration: joining,
		publication: publication({ store, catalogue: shelf, locks: host.locks, clock }),
		overview: overviewOf(shelf, settled, clock),
		compare: comparison({ catalogue: shelf, site }),
		settings, isExempt, clock, site, members, places, database,
	};
	const owedTo: OwedLookup = async (uid, language) => {
		if ((await settings()).enforcement === 'off') {
			return [];
		}
		const owed = await debts(uid);
		await deciding.noteShown(uid, owed, language, 'page');
		return Promise.all(owed.map(debt => owedView(debt, shelf, language, fallbackLanguage())));
	};
	return { parts, owedTo };
}
