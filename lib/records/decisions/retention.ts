import { range } from 'lodash';
import type { Clock, Database } from '../../kernel/host/ports';
import type { DecisionAct, EndedDecision } from '../../kernel/offers/decision-book';
import { decisionRow, isTombstone, snapshotRow } from './decision';
import type { RecordsSettings } from './settings';
import { tombstoneOf } from '../../platform/sealed-book/tombstone';
import type { OwnDecisionBook } from './book';
import { keys, listsOf, valueOf, type DecisionStore } from './store';
import type { Soon } from '../../kernel/host/soon';

interface Parts {
	database: Database;
	clock: Clock;
	store: Pick<DecisionStore, 'read' | 'page' | 'open' | 'ofPerson'>;
	book: Pick<OwnDecisionBook, 'endedAt' | 'expire'>;
	keyOf(uid: number): Promise<string>;
	secret(): Promise<string>;
	/** Number of the last sealed decision: an unsealed tombstone would prove nothing. */
	lastSealed(): Promise<number>;
	settings(): Soon<RecordsSettings>;
}

/** What happens to decisions when an account is deleted, and when their time is over. */
export interface DecisionRetention {
	/** Removes the uid from every decision and text; the pseudonym stays. Safe to repeat and to interrupt. */
	forget(uid: number): Promise<void>;
	/** Reduces what is expired to number and digest; answers how many of each. Continues where it stopped. */
	purgeExpired(most?: number): Promise<number>;
}

const batch = 100;
/** Decisions per night; the following nights continue, then start again at the beginning. */
const mostANight = 20_000;
const dayMs = 86_400_000;
/** Holds come by the thousand; they are kept for their own time. */
const holds: readonly DecisionAct[] = ['hold', 'release', 'reject', 'halt', 'pause'];
/** These end the decision that they are about. */
const ending: readonly DecisionAct[] = ['lift', 'grant', 'reinstate', 'withdraw', 'restore', 'release', 'reject'];
/** The fields of a decision that its tombstone has not. */
const storedIn = (row: Record<string, unknown>) =>
	Object.keys(decisionRow.encode(decisionRow.decode(row) ?? {})).filter(name => name !== 'id' && name !== 'digest');

export function decisionRetention(parts: Parts): DecisionRetention {
	const { database, clock, store, book, keyOf, secret, lastSealed, settings } = parts;
	/**
	 * Null: it still has effect. A decision about another one, such as a new end or the answer to an appeal, has its
	 * time with that one.
	 */
	async function overSince(decision: EndedDecision): Promise<number | null> {
		const { id, at, until, about, outcome } = decision;
		const notBefore = (least: number, since: number | null) => (since === null ? null : Math.max(least, since));
		if (outcome?.kind !== 'done') {
			return at;
		}
		if (about > 0) {
			const [first] = about < id ? await store.read([about]) : [];
			return first ? notBefore(at, await overSince(first)) : at;
		}
		const { rows } = await store.page({ about: id }, { count: batch });
		return rows.find(later => ending.includes(later.act))?.at ??
			notBefore(Math.max(at, until), await book.endedAt(decision));
	}
	const isOver = (since: number | null, days: number) =>
		since !== null && days > 0 && clock.now() - since > days * dayMs;

	/** The tombstone first: after a crash in between, the seals are still valid, and the next round takes the rest. */
	async function bury(key: string, kept: { id?: number; digest?: string }, fields: readonly string[]): Promise<void> {
		await database.setObject(key, { ...tombstoneOf(await secret(), key, kept, clock.now()) });
		await database.deleteObjectFields(key, [...fields]);
	}
	async function buryTexts({ id, snapshots }: EndedDecision): Promise<number> {
		const rows = await database.getObjects(snapshots.map((_hash, index) => keys.snapshot(id, index)));
		let count = 0;
		for (const [index, row] of rows.entries()) {
			if (row && (row.purgedAt === undefined || row.content !== undefined)) {
				const fields = Object.keys(snapshotRow.encode(snapshotRow.decode(row) ?? {}));
				await bury(keys.snapshot(id, index), {}, fields);
				count += 1;
			}
		}
		return count;
	}
	async function buryDecision(decision: EndedDecision): Promise<void> {
		const { id, digest, affectedKeys, byKey } = decision;
		for (const key of [...listsOf(decision), keys.about(id), ...[...affectedKeys, byKey].map(keys.voidOf)]) {
			await database.sortedSetRemove(key, valueOf(id));
		}
		const row = await database.getObject(keys.decision(id)) ?? {};
		await bury(keys.decision(id), { id, digest }, storedIn(row));
	}
	async function purge(decision: EndedDecision, current: RecordsSettings): Promise<number> {
		const days = holds.includes(decision.act) ? current.keepHoldDays : current.keepDecisionDays;
		// Most are too young, whatever they did.
		if (!isOver(decision.at, days) && !isOver(decision.at, current.keepDecisionTextDays)) {
			return 0;
		}
		const since = await overSince(decision);
		const isTextOver = isOver(since, current.keepDecisionTextDays);
		await (isTextOver ? book.expire(decision, 'texts') : undefined);
		const texts = isTextOver ? await buryTexts(decision) : 0;
		if (!isOver(since, days)) {
			return texts;
		}
		await book.expire(decision, 'all');
		const rest = await buryTexts(decision);
		await buryDecision(decision);
		return texts + rest + 1;
	}

	/** What a process that died right after a tombstone left beside it. */
	async function finishBurying(ids: readonly number[]): Promise<void> {
		const rows = await database.getObjects(ids.map(keys.decision));
		for (const [index, row] of rows.entries()) {
			const left = row && isTombstone(row) ? storedIn(row).filter(name => row[name] !== undefined) : [];
			await (left.length > 0 ? database.deleteObjectFields(keys.decision(ids[index] ?? 0), left) : undefined);
		}
	}

	async function blank({ id, affected, by, subject, snapshots }: EndedDecision, uid: number): Promise<void> {
		const change = {
			uids: affected.map(one => (one === uid ? 0 : one)), ...by === uid ? { by: 0 } : {},
			...subject.kind === 'member' && Number(subject.id) === uid ? { subjectUid: 0 } : {},
		};
		const texts = await database.getObjects(snapshots.map((_hash, index) => keys.snapshot(id, index)));
		for (const [index, row] of texts.entries()) {
			await (Number(row?.uid) === uid ? database.setObject(keys.snapshot(id, index), { uid: 0 }) : undefined);
		}
		await database.setObject(keys.decision(id), decisionRow.encode(change));
	}

	return {
		async forget(uid) {
			const key = await keyOf(uid);
			for await (const found of store.ofPerson(key)) {
				for (const decision of found) {
					await blank(decision, uid);
				}
			}
			for (const decision of await store.open()) {
				await (decision.affectedKeys.includes(key) || decision.byKey === key ?
					blank({ ...decision, outcome: null }, uid) : undefined);
			}
		},
		async purgeExpired(most = mostANight) {
			const current = await settings();
			if (current.keepDecisionTextDays + current.keepDecisionDays + current.keepHoldDays === 0) {
				return 0;
			}
			const row = await database.getObject(keys.counter);
			const [last, before] = [await lastSealed(), Number(row?.lookedTo ?? 0)];
			const start = before < last ? before + 1 : 1;
			const end = Math.min(last, start + most - 1);
			let count = 0;
			for (let from = start; from <= end; from += batch) {
				const to = Math.min(end, from + batch - 1);
				const ids = range(from, to + 1);
				const found = await store.read(ids);
				for (const decision of found) {
					count += decision ? await purge(decision, current) : 0;
				}
				await finishBurying(ids.filter((_id, index) => !found[index]));
				await database.setObject(keys.counter, { lookedTo: to });
			}
			return count;
		},
	};
}
