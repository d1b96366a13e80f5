import type { Clock, Database, Members } from '../../kernel/host/ports';
import { numbersTo, pageOf, type Position } from '../../platform/paged-index';
import type { Audience } from './audience';
import { keys, numberOf } from '../documents/keys';
import type { Ledger } from '../ledger/ledger';
import { acceptanceState, sufficientFrom, undecided, versionInForce, type AcceptanceState } from '../documents/rules';
import type { TermsSettings } from '../documents/settings';
import type { TermsDocument, Version } from '../documents/version';
import { all, type Soon } from '../../kernel/host/soon';

/** One row of "who has and has not accepted". */
export interface MemberRow {
	uid: number;
	username: string;
	userslug: string;
	state: AcceptanceState;
	/** The version they accepted last; empty if none. */
	version: string;
	/** When they last decided, milliseconds since 1970; 0: never. */
	at: number;
}

export interface MemberPage {
	members: MemberRow[];
	/** uid from which the next page starts; null at the end. */
	cursor: number | null;
	counts: DocumentCounts;
}

export interface DocumentCounts { accepted: number; declined: number; members: number }

const pageSize = 50;
const batchSize = 200;

type RowParts = { ledger: Ledger; members: Members; clock: Clock; audience: Audience };

/** The row of each member whom a document binds, and the document as rolled out to them. */
function standingRows({ ledger, members, clock, audience }: RowParts) {
	return async (document: TermsDocument, uids: readonly number[]) => {
		const [profiles, standings, documents, isIn] = await Promise.all([
			members.profiles(uids), ledger.standings(uids),
			all(uids.map(uid => audience.reached(document, uid))),
			document.groups.length > 0 ? members.areInGroups(uids, document.groups) : null,
		]);
		return profiles.flatMap((profile, index) => {
			const decision = standings[index]?.[document.id] ?? undecided;
			const own = documents[index] ?? document;
			const row = {
				state: acceptanceState(own, decision, clock.now()),
				version: decision.acceptedN > 0 ? `${document.id}-${decision.acceptedN}` : '',
				at: Math.max(decision.acceptedAt, decision.declinedAt),
			};
			return profile && isIn?.[index] !== false ? [{ own, row: { ...profile, ...row } }] : [];
		});
	};
}

/** The standing of each of these members on a document; members it does not bind are left out. */
export function memberRows(parts: RowParts) {
	const standings = standingRows(parts);
	return async (document: TermsDocument, uids: readonly number[]): Promise<MemberRow[]> =>
		(await standings(document, uids)).map(({ row }) => row);
}

/** The members among these who have to be asked, each with the version in force for them. */
export function owingMembers(parts: RowParts & { settings: () => Soon<TermsSettings> }) {
	const standings = standingRows(parts);
	return async (document: TermsDocument, uids: readonly number[]): Promise<{ uid: number; version: Version }[]> => {
		if ((await parts.settings()).enforcement === 'off') {
			return [];
		}
		return (await standings(document, uids)).flatMap(({ own, row: { uid, state } }) => {
			const version = versionInForce(own.versions, parts.clock.now());
			return state === 'owed' && version ? [{ uid, version }] : [];
		});
	};
}

/**
 * Pages through the accounts by uid, not by rank in a sorted set: on PostgreSQL deep pages by rank take hundreds of
 * milliseconds, while a window of uids always costs the same.
 */
export function memberList(parts: {
	database: Database; ledger: Ledger; members: Members; clock: Clock; audience: Audience;
}) {
	const { database, members, clock } = parts;
	const rows = memberRows(parts);

	async function counts(document: TermsDocument): Promise<DocumentCounts> {
		const needed = sufficientFrom(document.versions, clock.now()) ?? document.versions.at(-1)?.n ?? 0;
		const [row, count] = await Promise.all([database.getObject(keys.counts(document.id)), members.count()]);
		return {
			accepted: Math.max(0, numberOf(row?.[`accepted:${needed}`])),
			declined: Math.max(0, numberOf(row?.[`declined:${needed}`])),
			members: count,
		};
	}

	async function page(
		document: TermsDocument, state: AcceptanceState | null, from: Position | null,
	): Promise<MemberPage> {
		const accounts = numbersTo(await members.highestUid());
		const found = await pageOf(accounts, from, { count: pageSize, window: batchSize }, async (uids) => {
			const all = await rows(document, uids.map(Number));
			const wanted = all.filter(row => state === null || row.state === state);
			const byUid = new Map(wanted.map(row => [String(row.uid), row]));
			return uids.map(uid => byUid.get(uid) ?? null);
		});
		return { members: found.rows, cursor: found.next?.score ?? null, counts: await counts(document) };
	}

	return { page, counts };
}
