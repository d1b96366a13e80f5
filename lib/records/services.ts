import type { Host } from '../kernel/host/ports';
import type { Forum } from '../platform/forum/forum';
import { bookCheck, type BookVerdict } from '../platform/sealed-book/check';
import type { Keys } from '../platform/sealed-book/keyring';
import { seals } from '../platform/sealed-book/seals';
import type { OwnDecisionBook } from './decisions/book';
import type { ClauseTexts } from '../kernel/offers/clause-texts';
import type { BookState } from './decisions/audit';
import { decisionList } from './decisions/decision-list';
import { decisionRetention } from './decisions/retention';
import { recordsSettings } from './decisions/settings';
import type { PartnerLookup } from './decisions/sight';
import { sealedDecisions } from './decisions/sealed-decisions';
import type { CompanyNames } from './decisions/view';
import { decisionWebhook } from './webhook/webhook';

/** What other slices provide for the records. */
export interface RecordsSources {
	book: OwnDecisionBook;
	keyring: Keys;
	verifyLedger(): Promise<BookVerdict>;
	/** How much of the acceptances is sealed. */
	ledgerState(): Promise<BookState>;
	clauses: Pick<ClauseTexts, 'text'>;
	companies: CompanyNames;
	partnerOf: PartnerLookup;
}

/** The services of all clauses' records. */
export function recordsServices(
	host: Host, forum: Pick<Forum, 'secret' | 'settings'>, sources: RecordsSources,
) {
	const { book, keyring, verifyLedger, clauses, companies, partnerOf } = sources;
	const { database, clock, leases } = host;
	const sealed = sealedDecisions({ database, clock, store: book.store, secret: forum.secret });
	const sealing = seals(sealed, { database, clock, leases, keyring });
	const webhook = decisionWebhook({ host, decisions: book.store });
	book.tells(webhook.listener);
	return {
		book, seals: sealing, webhook, clauses, companies, partnerOf, host, list: decisionList(book),
		retention: decisionRetention({
			database, clock, store: book.store, book,
			keyOf: uid => book.keyOf(uid), secret: forum.secret,
			lastSealed: async () => (await sealing.state()).lastSealed, settings: forum.settings(recordsSettings),
		}),
		states: { acceptances: sources.ledgerState, decisions: sealing.state },
		checks: { acceptances: verifyLedger, decisions: bookCheck(sealed, sealing, keyring) },
	};
}
