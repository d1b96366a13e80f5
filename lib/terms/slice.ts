import type { Host } from '../kernel/ports';
import type { OwedLookup, WritingPlace } from '../kernel/owed';
import { readSettings } from '../kernel/settings';
import { paceOf } from '../platform/pace';
import { acceptance } from './acceptance';
import { announcements } from './announcement';
import { audienceOf } from './audience';
import { catalogue } from './catalogue';
import { comparisons } from './comparisons';
import { decisionCounts } from './decision-counts';
import { erasure } from './erasure';
import { forecasts } from './forecast';
import { keyring, pseudonymOf } from './keyring';
import { ledger } from './ledger';
import { owingMembers } from './member-list';
import { ledgerCheck } from './ledger-check';
import { receiptOf } from './receipt';
import type { LedgerRecord } from './record';
import { seals, type InclusionProof } from './seals';
import { overviewOf } from './overview';
import { owedView } from './owed-view';
import type { TermsLookups, TermsParts } from './parts';
import { publication } from './publication';
import { markerField, registration } from './registration';
import { exemptions } from './reviewer';
import { termsSettings, type TermsSettings } from './settings';
import { termsStore } from './store';

/** Puts the pieces of clause 2 together over a host. */
export function termsSlice(host: Host, lookups: TermsLookups): { parts: TermsParts; owedTo: OwedLookup } {
	const { database, clock, members, site, places } = host;
	const fallbackLanguage = () => site.defaultLanguage();
	const settings = async (): Promise<TermsSettings> => readSettings(termsSettings, await host.settings.read());
	const store = termsStore(database);
	// A minute bounds how long a process that missed the broadcast may still show the old version.
	const shelf = catalogue(store, host.cache('forum-terms-catalogue', { max: 500, ttlSeconds: 60 }));
	const pause = (milliseconds: number) => host.pause(milliseconds);
	const keys = keyring(database, pause, clock, host.cache('forum-terms-keyring', { max: 1, ttlSeconds: 60 }));
	const pseudonym = async (uid: number) => pseudonymOf((await keys()).secret, uid);
	const book = ledger(database, clock, pause, pseudonym);
	const sealing = seals({ database, clock, leases: host.leases, keyring: keys });
	const audience = audienceOf(shelf, (uid, groups) => members.isMemberOfAny(uid, groups));
	const counts = decisionCounts({
		database, audience, clock,
		async pauseRollout({ id, rollout }, at) {
			await store.saveRollout(id, { ...rollout, pausedAt: at });
			shelf.forget();
			host.log.info('terms', `The rollout of ${id} paused itself: more than ${rollout.declineLimit} % decline it or fail.`);
		},
	});
	const deciding = acceptance({
		catalogue: shelf, ledger: book, audience, counts, clock, fallbackLanguage, pace: paceOf(host),
		cache: host.cache('forum-terms-standing', { max: 20_000, ttlSeconds: 60 }),
	});
	const joining = registration({
		acceptance: deciding, catalogue: shelf, keyring: keys, fallbackLanguage, now: () => clock.now(),
	});

	/**
	 * What a member owes, nothing where the forum asks nobody: the one answer for every page, route and door. An
	 * acceptance given at registration whose ledger row was never written (NodeBB does not wait for the action hook
	 * that writes it) is written here, before they are asked a second time.
	 */
	async function debts(uid: number, cid: number | null = null) {
		if ((await settings()).enforcement === 'off') {
			return [];
		}
		const owed = await deciding.debts(uid, cid);
		if (owed.length === 0 || owed.every(({ declined }) => declined)) {
			return owed;
		}
		const marker = await members.field(uid, markerField);
		if (marker === '' || !await joining.settle(uid, marker)) {
			return owed;
		}
		await members.clearField(uid, markerField);
		return deciding.debts(uid, cid);
	}

	/** The category of a place, looked up only when some document is asked for in categories. */
	async function cidOf(place: WritingPlace): Promise<number | null> {
		const isAsked = (await shelf.documents()).some(({ cids }) => cids.length > 0);
		return isAsked ? places.categoryOf(place) : null;
	}

	async function receipt(record: LedgerRecord, proof: InclusionProof | null = null) {
		const { controller, controllerContact, jurisdiction } = await settings();
		const issuer = {
			forum: site.url, controller: controller || site.url, contact: controllerContact, jurisdiction,
		};
		return receiptOf(record, issuer, await keys(), proof);
	}

	const settled = { ...deciding, debts };
	const isExempt = exemptions({ members, settings });
	const parts: TermsParts = {
		store, audience, catalogue: shelf, acceptance: settled, ledger: book, keyring: keys, registration: joining,
		publication: publication({ store, catalogue: shelf, leases: host.leases, clock }),
		overview: overviewOf(audience, settled, clock),
		compare: comparisons({ catalogue: shelf, site, database, clock }),
		seals: sealing, verifyLedger: ledgerCheck(database, sealing, keys),
		receipt: record => receipt(record),
		provenReceipt: async record => receipt(record, await sealing.proofOf(record.id)),
		erasure: erasure({ database, clock, pseudonym, settings }),
		announcements: announcements({
			catalogue: shelf, owing: owingMembers({ ledger: book, members, clock, audience, settings }), audience,
			database, clock, leases: host.leases, members, messenger: host.messenger,
		}),
		forecast: forecasts({ store, members, settings, clock }), cidOf,
		settings, ...lookups, isExempt, clock, site, members, places, database,
	};
	const owedTo: OwedLookup = async (uid, language, place = {}) => {
		const owed = await debts(uid, await cidOf(place));
		await deciding.noteShown(uid, owed, language, 'page');
		return Promise.all(owed.map(debt => owedView(debt, shelf, language, fallbackLanguage(), clock.now())));
	};
	return { parts, owedTo };
}
