import type { Host } from '../kernel/host/ports';
import type { Forum } from '../platform/forum/forum';
import { bookCheck, type BookVerdict } from '../platform/sealed-book/check';
import type { Keys } from '../platform/sealed-book/keyring';
import { seals } from '../platform/sealed-book/seals';
import type { OwnDecisionBook } from './decisions/book';
import { sealedDecisions } from './decisions/sealed-decisions';
import { decisionWebhook } from './webhook/webhook';

/** What other slices provide for the records. */
export interface RecordsSources {
	book: OwnDecisionBook;
	keyring: Keys;
	verifyLedger(): Promise<BookVerdict>;
}

/** The services of all clauses' records. */
export function recordsServices(
	host: Host, forum: Pick<Forum, 'secret'>, { book, keyring, verifyLedger }: RecordsSources,
) {
	const { database, clock, leases } = host;
	const sealed = sealedDecisions({ database, clock, store: book.store, secret: forum.secret });
	const sealing = seals(sealed, { database, clock, leases, keyring });
	const webhook = decisionWebhook({ host, decisions: book.store });
	book.tells(webhook.listener);
	return {
		book, seals: sealing, webhook,
		checks: { acceptances: verifyLedger, decisions: bookCheck(sealed, sealing, keyring) },
	};
}
