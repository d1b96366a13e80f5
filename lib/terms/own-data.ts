import { languageName } from '../kernel/formats/language';
import type { OwnData } from '../kernel/slice/own-data';
import { tokenOf } from '../kernel/refusals/message';
import { cursorOf } from '../platform/cursor';
import type { Catalogue } from './documents/catalogue';
import { titledById } from './documents/version-name';
import type { Ledger } from './ledger/ledger';
import type { Overview } from './acceptance/overview';
import type { Receipt } from './ledger/receipt';
import { iso, type LedgerRecord } from './ledger/record';

// Each receipt is signed on request; the export has all of them.
const recordsPerPage = 50;
// Enough for a member who was asked every month for years.
const mostRecords = 500;
// A signature takes half a millisecond: older receipts open on their own page.
const mostReceipts = 20;

interface Parts {
	ledger: Pick<Ledger, 'recordsOf' | 'page' | 'allOf'>;
	overview: Overview;
	catalogue: Pick<Catalogue, 'version'>;
	receipt: (record: LedgerRecord) => Promise<Receipt>;
}

/** A member's agreements, with their receipts. */
export function ownAgreements({ ledger, overview, catalogue, receipt }: Parts): OwnData {
	const nameOf = async (version: string) => tokenOf(await titledById(catalogue, version));
	async function ofPage(record: LedgerRecord, index: number, language: string) {
		const isShown = record.event === 'shown';
		return {
			...record, name: await nameOf(record.version), languageName: languageName(record.language, language),
			atISO: iso(record.at), hasReceipt: !isShown,
			receipt: isShown || index >= mostReceipts ? '' : JSON.stringify(await receipt(record), null, 2),
		};
	}

	async function ofSummary(record: LedgerRecord) {
		return { ...record, receipt: await receipt(record) };
	}
	/** Oldest first, read and signed while the file is streamed. */
	async function* exported(uid: number) {
		for await (const some of ledger.allOf(uid, 'oldest')) {
			yield await Promise.all(some.map(async record =>
				({ ...await ofSummary(record), at: new Date(record.at).toISOString() })));
		}
	}

	return async (uid, language, view) => {
		const inForce = await overview(uid);
		switch (view.kind) {
			case 'page': return {
				inForce: await Promise.all(inForce.map(async document =>
					({
						...document, name: await nameOf(document.version), atISO: iso(document.at),
						// A later version that asks nobody: the earlier word counts for it.
						isEarlier: document.state === 'accepted' && !document.version.endsWith(`-${document.acceptedN}`),
					}))),
				records: await Promise.all((await ledger.recordsOf(uid, mostRecords))
					.map((record, index) => ofPage(record, index, language))),
			};
			case 'summary': {
				const { rows, next } = await ledger.page(uid, recordsPerPage, view.from);
				return { inForce, next: cursorOf(next) ?? 0, records: await Promise.all(rows.map(ofSummary)) };
			}
			case 'export': return {
				inForce: inForce.map(({ document, version, state, at, acceptedN }) =>
					({ document, version, state, at: at > 0 ? iso(at) : null, acceptedN })),
				records: exported(uid),
			};
		}
	};
}
