import { chunk, range, uniq } from 'lodash';
import type { Database, Members } from '../../kernel/host/ports';
import type { SetupStep } from '../../kernel/slice/slice';
import { keys, numberOf } from '../documents/keys';
import type { TermsStore } from '../documents/store';
import { recordsUnder, type LedgerRecord } from '../ledger/record';

/** Newest records to read; among more than these, a member has certainly decided. */
const mostLookedAt = 500;
const atOnce = 50;

/** A decision that somebody made themselves, on a page or with a post. */
const isOwnDecision = ({ uid, event, method }: LedgerRecord) =>
	uid > 0 && (event === 'accepted' || event === 'declined') && method !== 'implied' && method !== 'behalf';

/** Done when a text is in force, and when somebody other than staff has accepted or declined it. */
export function termsSetup({ store, database, members }: {
	store: TermsStore; database: Database; members: Pick<Members, 'isGlobalStaff'>;
}): SetupStep[] {
	/** What staff accept themselves does not show how a member fares. */
	async function hasMemberDecided(): Promise<boolean> {
		const last = numberOf((await database.getObject(keys.ledger))?.lastRecordId);
		for (const ids of chunk(range(last, Math.max(0, last - mostLookedAt), -1), atOnce)) {
			const decided = (await recordsUnder(database, ids)).filter(record => record !== null).filter(isOwnDecision);
			for (const uid of uniq(decided.map(record => record.uid))) {
				if (!await members.isGlobalStaff(uid)) {
					return true;
				}
			}
		}
		return false;
	}
	return [
		{
			name: 'terms', opens: 'draft',
			isDone: async () => (await store.documents()).some(({ versions }) => versions.length > 0),
		},
		{ name: 'tried', isDone: hasMemberDecided },
	];
}
