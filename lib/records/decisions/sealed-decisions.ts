import { createHash } from 'node:crypto';
import { chunk } from 'lodash';
import type { Clock, Database } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import type { DecisionOutcome } from '../../kernel/offers/decision-book';
import { pseudonymOf } from '../../platform/fingerprint';
import type { SealedRow, SealedRows } from '../../platform/sealed-book/rows';
import { isGenuineTombstone } from '../../platform/sealed-book/tombstone';
import { decisionIn, decisionRow, isTombstone, snapshotHash, snapshotRow, type StoredDecision } from './decision';
import { keys, type DecisionStore } from './store';

type Row = Record<string, unknown>;
type Outcome = (DecisionOutcome & { at: number }) | null;

/** Within this time a process that stood still and lost its lease may write an outcome once more. */
const settlingMs = 600_000;
const batch = 500;

interface Parts {
	database: Database;
	clock: Clock;
	store: Pick<DecisionStore, 'outcomes'>;
	secret(): Promise<string>;
}

/** Record and outcome: a seal covers both. */
const leafOf = (row: Row, outcome: Outcome): string => createHash('sha256')
	.update(`${textOf(row.digest)} ${outcome?.kind ?? ''} ${outcome?.kind === 'failed' ? outcome.code : ''}`).digest('hex');

/** Whether the uids beside a record belong to its pseudonyms; those of deleted accounts are 0. */
function isNamed(decision: StoredDecision, secret: string): boolean {
	const { subjectKind, subjectKey, subjectUid, affectedKeys, uids, by, byKey } = decision;
	const isOf = (uid: number, key: string) => uid === 0 || pseudonymOf(secret, uid) === key;
	return isOf(by, byKey) && isOf(subjectUid, subjectKey) && (subjectUid === 0 || subjectKind === 'member') &&
		uids.length === affectedKeys.length && uids.every((uid, index) => isOf(uid, affectedKeys[index] ?? ''));
}

/** The decisions as a sealed book. A decision is sealed with its outcome, ten minutes after it ended. */
export function sealedDecisions({ database, clock, store, secret }: Parts): SealedRows {
	async function read(ids: readonly number[]) {
		const [rows, outcomes] = await Promise.all([database.getObjects(ids.map(keys.decision)), store.outcomes(ids)]);
		return ids.map((id, index) => ({ id, row: rows[index] ?? null, outcome: outcomes[index] ?? null }));
	}
	const sealedRow = (row: Row, outcome: Outcome): SealedRow => ({
		digest: leafOf(row, outcome), isOpen: outcome === null || clock.now() - outcome.at < settlingMs,
	});

	/** Keys of snapshots that are not as their decision says. */
	async function alteredSnapshots(decisions: readonly StoredDecision[], known: string): Promise<Set<string>> {
		const wanted = decisions.flatMap(({ id, snapshots }) =>
			snapshots.map((hash, index) => ({ key: keys.snapshot(id, index), hash })));
		const altered = new Set<string>();
		for (const some of chunk(wanted, batch)) {
			const rows = await database.getObjects(some.map(({ key }) => key));
			some.forEach(({ key, hash }, index) => {
				const row = rows[index];
				const snapshot = row && snapshotRow.decode(row);
				const isSame = snapshot && snapshotRow.isExact(row) && snapshotHash(snapshot) === hash &&
					(snapshot.uid === 0 || pseudonymOf(known, snapshot.uid) === snapshot.author);
				const isReduced = row && isTombstone(row) && isGenuineTombstone(known, key, row);
				void (!isSame && !isReduced && altered.add(key));
			});
		}
		return altered;
	}

	return {
		name: 'decisions', counter: keys.counter, last: 'last', sealKey: keys.seal,
		rows: async ids => (await read(ids)).map(({ row, outcome }) => row && sealedRow(row, outcome)),
		async examined(ids) {
			const [rows, known] = await Promise.all([read(ids), secret()]);
			const decisions = rows.map(({ row, id }) =>
				(row && !isTombstone(row) && decisionRow.isExact(row) ? decisionIn(row, id) : null));
			const altered = await alteredSnapshots(decisions.filter(one => one !== null), known);
			return rows.map(({ id, row, outcome }, index) => {
				const decision = decisions[index];
				const isGenuine = decision ? isNamed(decision, known) &&
					!decision.snapshots.some((_hash, place) => altered.has(keys.snapshot(id, place))) :
					row !== null && isTombstone(row) && Number(row.id) === id &&
						isGenuineTombstone(known, keys.decision(id), row);
				return row && { ...sealedRow(row, outcome), isGenuine };
			});
		},
	};
}
