import type { Host } from '../kernel/host/ports';
import { after, type Soon } from '../kernel/host/soon';
import type { OwedLookup, WritingPlace } from '../kernel/offers/owed';
import type { Forum } from '../platform/forum/forum';
import { acceptance } from './acceptance/acceptance';
import { announcements } from './publication/announcement';
import { audienceOf } from './acceptance/audience';
import { catalogue } from './documents/catalogue';
import { clauseTexts } from './documents/clause-texts';
import { comparisons } from './documents/comparisons';
import { decisionCounts } from './acceptance/decision-counts';
import { erasure } from './acceptance/erasure';
import { forecasts } from './publication/forecast';
import { pseudonymOf } from '../platform/fingerprint';
import { keyring } from '../platform/sealed-book/keyring';
import { ledger } from './ledger/ledger';
import { owingMembers } from './acceptance/member-list';
import { bookCheck } from '../platform/sealed-book/check';
import { receiptOf } from './ledger/receipt';
import type { LedgerRecord } from './ledger/record';
import { sealedRecords } from './ledger/sealed-records';
import { seals, type InclusionProof } from '../platform/sealed-book/seals';
import { overviewOf } from './acceptance/overview';
import { owedView } from './acceptance/owed-view';
import { nothingAsked, type Position } from './documents/position';
import { publication } from './publication/publication';
import { markerField, registration } from './acceptance/registration';
import type { Debt } from './documents/rules';
import { termsSettings, type TermsSettings } from './documents/settings';
import { termsStore } from './documents/store';

/** The services of clause 2. */
export function termsServices(host: Host, forum: Forum) {
	const { database, clock, members, site, places } = host;
	const fallbackLanguage = () => site.defaultLanguage();
	const settings = forum.settings(termsSettings);
	const store = termsStore(database);
	// One minute: how long a process that missed the broadcast may show the old version.
	const documents = catalogue(store, host.cache('forum-terms-catalogue', { max: 500, ttlSeconds: 60 }));
	const pause = (milliseconds: number) => host.pause(milliseconds);
	const keys = keyring(database, pause, clock, host.cache('forum-terms-keyring', { max: 1, ttlSeconds: 60 }));
	const pseudonym = async (uid: number) => pseudonymOf(await forum.secret(), uid);
	const records = ledger(database, clock, pause, pseudonym);
	const sealedBook = sealedRecords(database, forum.secret);
	const sealing = seals(sealedBook, { database, clock, leases: host.leases, keyring: keys });
	const audience = audienceOf(documents, (uid, groups) => members.isMemberOfAny(uid, groups));
	const counts = decisionCounts({
		database, audience, clock,
		async pauseRollout({ id, rollout }, at) {
			await store.saveRollout(id, { ...rollout, pausedAt: at });
			documents.forget();
			host.log.info('terms', `The rollout of ${id} paused itself: more than ${rollout.declineLimit} % decline it or fail.`);
		},
	});
	const deciding = acceptance({
		catalogue: documents, ledger: records, audience, counts, clock, fallbackLanguage, pace: forum.pace,
		cache: host.cache('forum-terms-standing', { max: 20_000, ttlSeconds: 60 }),
	});
	const shown = { catalogue: documents, translate: host.translate, fallbackLanguage, now: () => clock.now() };
	const joining = registration({
		acceptance: deciding, secret: forum.secret, ...shown,
	});

	/**
	 * What a member owes; nothing if enforcement is off. Every page, route and door uses this. If the ledger record of
	 * an acceptance given at registration is missing (NodeBB does not wait for the action hook that writes it), it is
	 * written here, so that the member is not asked twice.
	 */
	function settledPosition(uid: number, read: () => Soon<Position>): Soon<Position> {
		const known = (found: Position) =>
			(found.debts.every(({ declined }) => declined) ? found : withoutRegistered(uid, read, found));
		return after(settings(), ({ enforcement }) => (enforcement === 'off' ? nothingAsked : after(read(), known)));
	}

	async function withoutRegistered(uid: number, read: () => Soon<Position>, found: Position): Promise<Position> {
		const marker = await members.field(uid, markerField);
		if (marker === '' || !await joining.settle(uid, marker)) {
			return found;
		}
		await members.clearField(uid, markerField);
		return read();
	}
	const position = (uid: number, cid?: number | null) => settledPosition(uid, () => deciding.position(uid, cid));
	const positionAnywhere = (uid: number) => settledPosition(uid, () => deciding.positionAnywhere(uid));
	const debts = (uid: number, cid?: number | null) => after(position(uid, cid), found => found.debts);

	/** The category of a place; looked up only if some document is limited to categories. */
	const cidOf = (place: WritingPlace) =>
		after(audience.hasPlaces(), hasPlaces => (hasPlaces ? places.categoryOf(place) : null));

	async function receipt(record: LedgerRecord, proof: InclusionProof | null = null) {
		const { controller, controllerContact, jurisdiction } = await settings();
		const issuer = {
			forum: site.url, controller: controller || site.url, contact: controllerContact, jurisdiction,
		};
		return receiptOf(record, issuer, await keys(), proof);
	}

	const settled = { ...deciding, position, positionAnywhere, debts };
	const owedTo: OwedLookup = (uid, language, place = {}) => after(cidOf(place), cid => after(debts(uid, cid), owed =>
		(owed.length === 0 ? [] : textsShown(uid, owed, language))));
	async function textsShown(uid: number, owed: readonly Debt[], language: string) {
		await deciding.noteShown(uid, owed, language, 'page');
		return Promise.all(owed.map(debt => owedView(debt, language, shown)));
	}
	return {
		store, audience, catalogue: documents, acceptance: settled, ledger: records, keyring: keys,
		registration: joining,
		publication: publication({ store, catalogue: documents, leases: host.leases, clock }),
		overview: overviewOf(audience, settled, clock),
		compare: comparisons({ catalogue: documents, site, database, clock }),
		clauses: clauseTexts({
			catalogue: documents, site, clock, cache: host.cache('forum-terms-clauses', { max: 100, ttlSeconds: 3600 }),
		}),
		seals: sealing, verifyLedger: bookCheck(sealedBook, sealing, keys),
		/** A record as a receipt. */
		receipt: (record: LedgerRecord) => receipt(record),
		/** The same with the proof that it is sealed, if it is; costs a few reads. */
		provenReceipt: async (record: LedgerRecord) => receipt(record, await sealing.proofOf(record.id)),
		erasure: erasure({ database, clock, pseudonym, secret: forum.secret, settings }),
		announcements: announcements({
			catalogue: documents, audience,
			owing: owingMembers({ ledger: records, members, clock, audience, settings }),
			database, clock, leases: host.leases, members, messenger: host.messenger,
		}),
		forecast: forecasts({ store, members, exemptGroups: forum.exemptGroups, clock }),
		enforce: (enforcement: TermsSettings['enforcement']) => host.settings.save('enforcement', enforcement),
		cidOf, owedTo, settings, isExempt: forum.isExempt, fallbackLanguage, clock, site, members, places, database,
	};
}
