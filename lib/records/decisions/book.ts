import type { ClauseTexts } from '../../kernel/offers/clause-texts';
import type {
	DecisionBook, DecisionOutcome, DecisionRecord, DecisionSnapshot, DecisionSubject, Resumption,
} from '../../kernel/offers/decision-book';
import type { Lease } from '../../kernel/host/lease';
import type { Host } from '../../kernel/host/ports';
import { pseudonymOf } from '../../platform/fingerprint';
import { snapshotHash, storedOf, recordOf, type StoredSnapshot } from './decision';
import { decisionStore, type DecisionStore } from './store';

interface Parts {
	host: Pick<Host, 'database' | 'clock' | 'leases' | 'log'>;
	secret(): Promise<string>;
	clauses: Pick<ClauseTexts, 'inForce'>;
}

/** Is told of each decision that was carried out. */
export interface DecisionListener {
	/** A sorted set that the decision joins, by its number, in the same write as its outcome; null: none. */
	queue(): Promise<string | null>;
	/** After that write. */
	done(decision: DecisionRecord): void;
}

/** The book as the slices use it, and what the records slice needs of it. */
export interface OwnDecisionBook extends DecisionBook {
	store: DecisionStore;
	/** Ends everything that a dying process left without an outcome; at start, and hourly. Answers how many. */
	finishOpen(): Promise<number>;
	/** The texts that each of these rests on. */
	snapshotsOf(decisions: readonly DecisionRecord[]): Promise<(DecisionSnapshot | null)[][]>;
	/** When the effect of a decision ended, as its slice knows it; 0: it had none that lasts, null: it lasts. */
	endedAt(decision: DecisionRecord): Promise<number | null>;
	/** Lets the slice of a decision remove what it keeps in words beside the record. */
	expire(decision: DecisionRecord, what: 'texts' | 'all'): Promise<void>;
	/** Call once, when the slice is built. */
	tells(listener: DecisionListener): void;
	/** The pseudonym of a member in decisions. */
	keyOf(uid: number): Promise<string>;
}

/** An act without a lease may still be under way until then. */
const underWayMs = 60_000;
const noLease: Lease = { check: () => undefined };
/** If its slice cannot finish a decision for this long, it is closed. */
const unresolvedMs = 86_400_000;

export function decisionBook({ host, secret, clauses }: Parts): OwnDecisionBook {
	const { clock, leases, log } = host;
	const store = decisionStore(host.database);
	const resumptions: Resumption[] = [];
	const listeners: DecisionListener[] = [];
	const ownerOf = (decision: DecisionRecord) => resumptions.find(({ acts, owns }) =>
		acts.includes(decision.act) && (!owns || owns(decision)));
	const keyOf = async (uid: number) => pseudonymOf(await secret(), uid);
	const end: DecisionBook['end'] = async (decision, outcome) => {
		const [told, endedAt] = [outcome.kind === 'done' ? listeners : [], clock.now()];
		const queues = await Promise.all(told.map(listener => listener.queue()));
		await store.end(decision, outcome, endedAt, queues.filter(queue => queue !== null));
		told.forEach(listener => listener.done(decision));
	};
	const begin: DecisionBook['begin'] = async (draft, kept = []) => {
		const [cited, known] = await Promise.all([clauses.inForce(draft.clause), secret()]);
		const pseudonym = (uid: number) => pseudonymOf(known, uid);
		const snapshots = kept.map((one): StoredSnapshot => ({ ...one, author: one.uid > 0 ? pseudonym(one.uid) : '' }));
		const stored = storedOf(draft, {
			id: await store.nextId(), at: clock.now(), document: cited?.document ?? '', termsVersion: cited?.version ?? '',
			clauseHash: draft.clause ? cited?.hash ?? '' : '', clauseLanguage: cited?.language ?? '',
			snapshots: snapshots.map(snapshotHash),
		}, pseudonym);
		await store.write(stored, snapshots);
		return recordOf(stored);
	};

	async function outcomeOf(decision: DecisionRecord, lease: Lease): Promise<DecisionOutcome | null> {
		const owner = ownerOf(decision);
		return owner ? owner.finish(decision, lease) : { kind: 'failed', code: 'interrupted' };
	}
	/** The owner says how it ended; if it cannot for a day, the record is closed without knowing. */
	async function finish(decision: DecisionRecord, lease: Lease): Promise<boolean> {
		const [ended] = await store.outcomes([decision.id]);
		if (ended) {
			return false;
		}
		const outcome = await outcomeOf(decision, lease).catch((error: unknown) => {
			log.error('records', 'decision', error);
			return null;
		});
		const isOverdue = clock.now() - decision.at >= unresolvedMs;
		const known = outcome ?? (isOverdue ? { kind: 'failed' as const, code: 'unresolved' } : null);
		await (known ? end(decision, known) : undefined);
		return known !== null;
	}

	async function snapshotsOf(decisions: readonly DecisionRecord[]): Promise<(DecisionSnapshot | null)[][]> {
		return (await store.snapshots(decisions)).map(rows => rows.map((row) => {
			const { author: _author, ...snapshot } = row ?? { author: '' };
			return row && snapshot as DecisionSnapshot;
		}));
	}

	return {
		store, begin, end, keyOf,
		async during(draft, act, { snapshots = [], isUnchanged = () => false } = {}) {
			const decision = await begin(draft, snapshots);
			const outcome = await act(decision);
			await end(decision, !outcome.ok ? { kind: 'failed', code: outcome.refusal.code } :
				{ kind: isUnchanged(outcome.value) ? 'nothing-changed' : 'done' });
			return outcome;
		},
		resumes: resumption => void resumptions.push(resumption),
		async endedAt(decision) {
			const owner = ownerOf(decision);
			return owner?.endedAt ? owner.endedAt(decision) : 0;
		},
		expire: async (decision, what) => ownerOf(decision)?.expire?.(decision, what),
		tells: listener => void listeners.push(listener),
		read: ids => store.read(ids),
		get: async id => (await store.read([id]))[0] ?? null,
		async of({ kind, id }: DecisionSubject, count) {
			const key = kind === 'member' ? await keyOf(Number(id)) : id;
			return (await store.page({ subject: { kind, key } }, { count })).rows;
		},
		snapshots: async decision => (await snapshotsOf([decision]))[0] ?? [],
		snapshotsOf,
		async finishOpen() {
			let count = 0;
			for (const decision of await store.open()) {
				const owner = ownerOf(decision);
				const lease = owner?.lease(decision) ?? null;
				if (lease) {
					count += Number(await leases.withLease(lease, held => finish(decision, held), () => false));
				} else if (clock.now() - decision.at >= underWayMs) {
					count += Number(await finish(decision, noLease));
				}
			}
			return count;
		},
	};
}
