import type { ChecklistHistory, ChecklistHistoryLookup } from '../kernel/checklist-history';
import type { LicenceLookup, OwnLicence } from '../kernel/licence-history';
import type { OwnAccessLookup, OwnRestriction } from '../kernel/own-access';
import type { MembershipChange, PartnerLookup, SpokenFor } from '../kernel/partner-lookup';
import type { Clock } from '../kernel/ports';
import type { Batches } from '../platform/json-stream';
import type { Ledger } from './ledger';
import type { Overview } from './overview';
import type { LedgerRecord } from './record';
import type { Receipt } from './receipt';

type ExportedRecord = Omit<LedgerRecord, 'at'> & { at: string; receipt: Receipt };

/**
 * Everything that is on record of one member, for them; described by static/export.schema.json. Its lists without an
 * end are read and signed while the file is written.
 */
export interface MemberExport {
	schema: 'forum-terms-export/1';
	forum: string;
	/** ISO 8601, UTC. */
	exportedAt: string;
	uid: number;
	inForce: { document: string; version: string; state: string; at: string | null }[];
	/** Answers to checklists: all records, what is remembered, what staff let go. */
	checklists: Omit<ChecklistHistory, 'records'> & { records: Batches<object> };
	/** Licence keys he claims, of each the last four characters. */
	licences: OwnLicence[];
	/** For which partner he speaks, and since when for which ones he did. */
	partner: { now: SpokenFor | null; changes: (Omit<MembershipChange, 'at'> & { at: string })[] };
	/** What was decided about his access (clause 6). */
	restrictions: Omit<OwnRestriction, 'code'>[];
	records: Batches<ExportedRecord>;
}

interface Parts {
	ledger: Ledger;
	overview: Overview;
	receipt: (record: LedgerRecord) => Promise<Receipt>;
	checklists: ChecklistHistoryLookup;
	licences: LicenceLookup;
	speaksFor: PartnerLookup;
	restrictions: OwnAccessLookup;
	clock: Clock;
	forum: () => string;
}

const iso = (time: number): string => new Date(time).toISOString();

export function memberExport(
	{ ledger, overview, receipt, clock, checklists, licences, speaksFor, restrictions, forum }: Parts,
) {
	async function* records(uid: number): AsyncGenerator<ExportedRecord[]> {
		for await (const some of ledger.allOf(uid, 'oldest')) {
			yield await Promise.all(some.map(async record =>
				({ ...record, at: iso(record.at), receipt: await receipt(record) })));
		}
	}
	return async (uid: number, language: string): Promise<MemberExport> => {
		const [documents, answers, claims, now, changes, ended] = await Promise.all([
			overview(uid), checklists.of(uid, language, 0), licences(uid), speaksFor.now(uid), speaksFor.changes(uid),
			restrictions(uid),
		]);
		return {
			schema: 'forum-terms-export/1', forum: forum(), exportedAt: iso(clock.now()), uid,
			checklists: { ...answers, records: checklists.records(uid) },
			licences: claims,
			// A file is passed on: the way into a statement does not go with it.
			restrictions: ended.map(({ code: _code, ...restriction }) => restriction),
			partner: { now, changes: changes.map(change => ({ ...change, at: iso(change.at) })) },
			inForce: documents.map(({ document, version, state, at }) =>
				({ document, version, state, at: at > 0 ? iso(at) : null })),
			records: records(uid),
		};
	};
}
