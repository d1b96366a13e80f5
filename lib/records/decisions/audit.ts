import { emptyBody } from '../../kernel/slice/body';
import { done } from '../../kernel/refusals/outcome';
import { route, type Route } from '../../kernel/slice/routes';
import type { BookVerdict } from '../../platform/sealed-book/check';

/** The sealed books by name. */
export interface BookChecks { acceptances(): Promise<BookVerdict>; decisions(): Promise<BookVerdict> }
type BookName = keyof BookChecks;
/** How much of a book is sealed. */
export interface BookState { lastRecord: number; lastSealed: number; lastSeal: number }

/** All books together; the first broken record of the first broken book. */
export interface AuditVerdict extends Omit<BookVerdict, 'firstBroken'> {
	firstBroken?: { book: BookName } & NonNullable<BookVerdict['firstBroken']>;
}

/** Reads every book and names the first record, text or seal that was changed. */
export async function auditOf(checks: BookChecks): Promise<AuditVerdict> {
	const total: AuditVerdict = { intact: true, records: 0, sealed: 0 };
	for (const book of ['acceptances', 'decisions'] as const) {
		const { intact, records, sealed, firstBroken } = await checks[book]();
		total.records += records;
		total.sealed += sealed;
		if (!intact && total.intact) {
			total.intact = false;
			total.firstBroken = { book, ...firstBroken ?? { record: 1, kind: 'seal' } };
		}
	}
	return total;
}

/** Checking all books over the API. */
export function auditRoutes(checks: BookChecks, states: Record<BookName, () => Promise<BookState>>): Route[] {
	const stateOf = async (book: BookName) => {
		const { lastRecord, lastSealed, lastSeal } = await states[book]();
		return { records: lastRecord, sealed: lastSealed, seals: lastSeal };
	};
	return [route({
		method: 'get', path: '/admin/audit', access: 'administrator', body: emptyBody,
		handle: async () => done({ acceptances: await stateOf('acceptances'), decisions: await stateOf('decisions') }),
	}), route({
		method: 'post', path: '/admin/audit/verify', access: 'administrator', body: emptyBody,
		handle: async () => done(await auditOf(checks)),
	})];
}
