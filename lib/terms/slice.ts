import type { AccountTerms } from '../kernel/offers/account-terms';
import type { ClauseTexts } from '../kernel/offers/clause-texts';
import type { CategoryGuide } from '../kernel/offers/category-guide';
import type { OwedLookup } from '../kernel/offers/owed';
import type { TermsInForce } from '../kernel/offers/terms-in-force';
import type { Host } from '../kernel/host/ports';
import { after } from '../kernel/host/soon';
import type { Slice } from '../kernel/slice/slice';
import type { Forum } from '../platform/forum/forum';
import type { BookVerdict } from '../platform/sealed-book/check';
import type { Keys } from '../platform/sealed-book/keyring';
import type { Seals } from '../platform/sealed-book/seals';
import { acceptPage } from './acceptance/accept-page';
import { acceptedBy } from './acceptance/accepted';
import { accountTerms } from './acceptance/account-terms';
import { adminRoutes } from './publication/admin-routes';
import { adminTabs } from './publication/admin-tabs';
import { checkPage } from './ledger/check-page';
import { documentRoutes } from './publication/document-routes';
import { prepareFirstStart } from './documents/first-start';
import { guestReviewer } from './acceptance/guests';
import { termsConfig, termsHooks } from './hooks';
import { termsJobs } from './jobs';
import { memberDownloads } from './acceptance/member-download';
import { ownAgreements } from './own-data';
import { termsPages } from './pages';
import { previewPage } from './publication/preview-page';
import { proofRoutes } from './ledger/proof-routes';
import { receiptAddress, receiptPage } from './ledger/receipt-page';
import { termsSetup } from './publication/setup';
import { termsReviewer } from './reviewer';
import { termsRoutes } from './routes';
import { termsServices } from './services';
import { termsSettings } from './documents/settings';
import { stampHooks } from './stamps/hooks';
import { stamps } from './stamps/stamp';
import { stampRoute } from './stamps/route';
import { topicNoticeHooks } from './stamps/topic-notice';

export interface TermsSlice extends Slice {
	owedTo: OwedLookup;
	forAccounts: AccountTerms;
	clauses: ClauseTexts;
	keyring: Keys;
	/** Checks all acceptances. */
	verifyLedger: () => Promise<BookVerdict>;
	/** How much of them is sealed. */
	ledgerState: Seals['state'];
	inForce: TermsInForce;
}

/** Documents, acceptance, the ledger and the stamps (clauses 2 and 4.5). */
export function termsSlice(host: Host, forum: Forum, { guide }: { guide: CategoryGuide }): TermsSlice {
	const services = termsServices(host, forum);
	const { acceptance, erasure, owedTo, store } = services;
	const stampOf = stamps(services);
	const [accept, check] = [acceptPage(services, owedTo), checkPage(services)];
	return {
		name: 'terms', clause: '2', settings: termsSettings,
		reviewers: [termsReviewer(services), guestReviewer(services)],
		hooks: { ...termsHooks(services, host), ...stampHooks(services, host), ...topicNoticeHooks(services, host) },
		clientConfig: termsConfig(services, host),
		routes: [
			...termsRoutes(services), ...proofRoutes(services), ...adminRoutes(services), ...documentRoutes(services),
			stampRoute(services),
		],
		pages: [
			accept.page, check.page, previewPage(services), receiptPage(services), receiptAddress(services),
			...termsPages(services, guide),
		],
		forms: [accept.form, check.form],
		downloads: memberDownloads(services),
		jobs: termsJobs(services),
		adminTabs: adminTabs(services), setup: termsSetup(services),
		navigation: [{ route: '/forum-terms', title: 'forum-terms:page.terms.title', iconClass: 'fa-file-signature', groups: [] }],
		prepare: () => prepareFirstStart(store, host),
		async forget(uid) {
			await erasure.forget(uid);
			acceptance.forget(uid);
		},
		ownData: ownAgreements(services),
		owedTo, clauses: services.clauses, keyring: services.keyring, verifyLedger: services.verifyLedger,
		ledgerState: services.seals.state,
		forAccounts: {
			...accountTerms({ ...services, translate: host.translate }), acceptedBy: acceptedBy(services.ledger),
		},
		inForce: (uid, place) => after(stampOf(uid, place), stamp => stamp?.version ?? ''),
	};
}
