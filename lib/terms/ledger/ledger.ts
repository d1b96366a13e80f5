import type { Clock, Database, Host } from '../../kernel/host/ports';
import { pageOf, sortedSet, walk, type Page, type Position } from '../../platform/paged-index';
import { keys, numberOf } from '../documents/keys';
import { recordHash, recordRow, recordsUnder, type LedgerRecord } from './record';
import { undecided, type Standing } from '../documents/rules';

/** What to record; the ledger adds number, time, pseudonyms and digest. */
export type LedgerEntry = Pick<LedgerRecord,
	'uid' | 'event' | 'document' | 'version' | 'n' | 'language' | 'hash' | 'method'> & {
	/** Who acted on the member's behalf, and why. */
		behalf?: { uid: number; reason: string } | undefined;
	};

const fields = ['acceptedN', 'acceptedAt', 'acceptedId', 'declinedN', 'declinedAt', 'declinedId', 'recalledId', 'impliedN'] as const;

function standingFrom(row: Record<string, unknown> | null): Standing {
	const standing: Standing = {};
	for (const [name, value] of Object.entries(row ?? {})) {
		const [document = '', field] = name.split(':');
		const known = fields.find(candidate => candidate === field);
		if (known) {
			standing[document] = { ...(standing[document] ?? undecided), [known]: numberOf(value) };
		}
	}
	return standing;
}

/** How a record changes the member's summary. */
function decisionOf(
	{ event, method, document, n }: LedgerEntry, id: number, at: number,
): Record<string, number> {
	if (method === 'implied') {
		// Use alone does not extend an agreement that has to be renewed.
		return { [`${document}:impliedN`]: n };
	}
	switch (event) {
		case 'shown': return {};
		case 'recalled': return { [`${document}:recalledId`]: id };
		default: return {
			[`${document}:${event}N`]: n, [`${document}:${event}At`]: at, [`${document}:${event}Id`]: id,
		};
	}
}

/** The append-only ledger of acceptances, and the summary per member that the gate reads. */
export interface Ledger {
	/**
	 * Writes the record unless an equal request already did; answers the stored one. `after` is the member's last
	 * decision as the caller saw it: of concurrent equal requests exactly one writes.
	 */
	append(entry: LedgerEntry, after: number): Promise<{ record: LedgerRecord; isNew: boolean }>;
	standing(uid: number): Promise<Standing>;
	/** When a version was first shown to a member; null if never. */
	shown(uid: number, version: string): Promise<LedgerRecord | null>;
	standings(uids: readonly number[]): Promise<Standing[]>;
	record(id: number): Promise<LedgerRecord | null>;
	/** A page of a member's records, newest first; without those removed by retention. */
	page(uid: number, count: number, from: Position | null): Promise<Page<LedgerRecord>>;
	/** The newest `count` of them. */
	recordsOf(uid: number, count: number): Promise<LedgerRecord[]>;
	/** All of them, in batches. */
	allOf(uid: number, order: 'oldest' | 'newest'): AsyncGenerator<LedgerRecord[]>;
	/** The latest remaining records of a deleted account, found by its pseudonym. */
	recordsOfErased(uid: number, count: number): Promise<LedgerRecord[]>;
}

const batch = 200;
// Long enough for a slow database, short enough for a person; after that the first writer counts as dead.
const patience = { tries: 40, everyMs: 50 };

export function ledger(
	database: Database, clock: Clock, pause: Host['pause'], pseudonym: (uid: number) => Promise<string>,
): Ledger {
	async function standing(uid: number): Promise<Standing> {
		return standingFrom(await database.getObject(keys.member(uid)));
	}

	async function record(id: number): Promise<LedgerRecord | null> {
		return (await recordsUnder(database, [id]))[0] ?? null;
	}

	/** The slot that holds an event's record id; an event after another decision gets a new slot. */
	function slotOf(entry: LedgerEntry, after: number): string {
		if (entry.event === 'shown' || entry.method === 'implied') {
			return `${entry.event === 'shown' ? 'shown' : 'implied'}:${entry.version}`;
		}
		return `${entry.event}:${entry.version}:${after}`;
	}

	async function othersRecord(entry: LedgerEntry, slot: string): Promise<LedgerRecord | null> {
		for (let i = 0; i < patience.tries; i += 1) {
			const row = await database.getObject(keys.memberClaims(entry.uid));
			const id = numberOf(row?.[`${slot}:record`]);
			const found = id ? await record(id) : null;
			if (found) {
				return found;
			}
			await pause(patience.everyMs);
		}
		return null;
	}

	async function write(entry: LedgerEntry, slot: string): Promise<LedgerRecord> {
		const id = await database.incrObjectField(keys.ledger, 'lastRecordId');
		const at = clock.now();
		const { behalf, ...facts } = entry;
		const unsigned = {
			...facts, id, at, subject: await pseudonym(entry.uid), by: behalf ? await pseudonym(behalf.uid) : '',
			reason: behalf?.reason ?? '',
		};
		const written: LedgerRecord = { ...unsigned, digest: recordHash(unsigned) };
		// The member's own list first: a record missing there would survive their account.
		await database.sortedSetAdd(keys.memberRecords(entry.uid), id, String(id));
		await database.setObject(keys.record(id), recordRow.encode(written));
		await noteRecord(entry, slot, written);
		return written;
	}

	/** In its slot, and in the member's summary. */
	async function noteRecord(entry: LedgerEntry, slot: string, { id, at }: LedgerRecord): Promise<void> {
		const decision = decisionOf(entry, id, at);
		await Promise.all([
			database.setObject(keys.memberClaims(entry.uid), { [`${slot}:record`]: id }),
			Object.keys(decision).length ? database.setObject(keys.member(entry.uid), decision) : undefined,
		]);
	}

	/** The record of a process that died before it noted it. */
	async function unnoted(entry: LedgerEntry, after: number): Promise<LedgerRecord | null> {
		const isSame = ({ event, method, version, id }: LedgerRecord) =>
			event === entry.event && version === entry.version && id > after &&
			(method === 'implied') === (entry.method === 'implied');
		return (await pageIn(keys.memberRecords(entry.uid), batch, null)).rows.find(isSame) ?? null;
	}

	/** A damaged or half-written summary would ask for ever what is on record already. */
	async function mendSummary(entry: LedgerEntry, { id, at }: LedgerRecord): Promise<void> {
		const kept = await database.getObject(keys.member(entry.uid));
		const behind = Object.entries(decisionOf(entry, id, at))
			.filter(([name, value]) => numberOf(kept?.[name]) < value);
		await (behind.length > 0 ? database.setObject(keys.member(entry.uid), Object.fromEntries(behind)) : undefined);
	}

	const read = (ids: readonly string[]) => recordsUnder(database, ids.map(Number));
	const pageIn = (key: string, count: number, from: Position | null) =>
		pageOf(sortedSet(database, key, { order: 'newest' }), from, { count, window: batch }, read);

	return {
		standing,
		record,
		async shown(uid, version) {
			const row = await database.getObject(keys.memberClaims(uid));
			const id = numberOf(row?.[`shown:${version}:record`]);
			return id > 0 ? record(id) : null;
		},
		async standings(uids) {
			return (await database.getObjects(uids.map(uid => keys.member(uid)))).map(standingFrom);
		},
		page: (uid, count, from) => pageIn(keys.memberRecords(uid), count, from),
		recordsOf: async (uid, count) => (await pageIn(keys.memberRecords(uid), count, null)).rows,
		async* allOf(uid, order) {
			for await (const ids of walk(sortedSet(database, keys.memberRecords(uid), { order }), batch)) {
				yield (await read(ids)).filter(record => record !== null);
			}
		},
		recordsOfErased: async (uid, count) =>
			(await pageIn(keys.subjectRecords(await pseudonym(uid)), count, null)).rows,
		async append(entry, after) {
			const slot = slotOf(entry, after);
			const claim = await database.incrObjectField(keys.memberClaims(entry.uid), slot);
			if (claim > 1) {
				const found = await othersRecord(entry, slot);
				if (found) {
					await mendSummary(entry, found);
					return { record: found, isNew: false };
				}
				const left = await unnoted(entry, after);
				if (left) {
					await noteRecord(entry, slot, left);
					return { record: left, isNew: true };
				}
			}
			return { record: await write(entry, slot), isNew: true };
		},
	};
}
