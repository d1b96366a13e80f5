import { holdsUntil } from './renewal';
import type { TermsDocument, Version } from './version';

/** A member's last word on one document. Zero means never. */
export interface Decision {
	/** Number of the highest version they accepted. */
	acceptedN: number;
	acceptedAt: number;
	/** Ledger record of that acceptance. Ids grow, so the greater of the two ids is their last word. */
	acceptedId: number;
	/** Number of the version they declined last. */
	declinedN: number;
	declinedAt: number;
	declinedId: number;
	/** Ledger record by which staff asked them again after a breach. */
	recalledId: number;
	/** Number of the latest version that they agreed to by use alone. */
	impliedN: number;
}

export const undecided: Decision = {
	acceptedN: 0, acceptedAt: 0, acceptedId: 0, declinedN: 0, declinedAt: 0, declinedId: 0, recalledId: 0, impliedN: 0,
};

/** Id of the ledger record of a member's last word on a document, 0 when they never decided. */
export function lastDecisionId(decision: Decision): number {
	return Math.max(decision.acceptedId, decision.declinedId, decision.recalledId);
}

/** `implied`: nothing has to be accepted, use alone counts (clause 2, first sentence). */
export type AcceptanceState = 'accepted' | 'owed' | 'declined' | 'implied';

/** The version that counts at a moment: the latest published one whose day has come; null before the first. */
export function versionInForce(versions: readonly Version[], now: number): Version | null {
	return versions.reduce<Version | null>(
		(best, version) => (version.effectiveAt <= now && (!best || version.n > best.n) ? version : best), null);
}

/** Versions that are published but not yet in force, soonest first. */
export function upcomingVersions(versions: readonly Version[], now: number): Version[] {
	const inForce = versionInForce(versions, now);
	return versions
		.filter(version => version.effectiveAt > now && version.n > (inForce?.n ?? 0))
		.sort((a, b) => a.effectiveAt - b.effectiveAt);
}

/**
 * The oldest version whose acceptance still suffices: the latest in force that asked for acceptance. Editorial
 * changes and quiet notices after it re-lock nobody; null when nothing was ever asked.
 */
export function sufficientFrom(versions: readonly Version[], now: number): number | null {
	const inForce = versionInForce(versions, now);
	if (!inForce) {
		return null;
	}
	return versions.reduce<number | null>((latest, version) => {
		const asks = version.change === 'significant' && version.notice === 're-accept';
		const counts = asks && version.n <= inForce.n && version.effectiveAt <= now;
		return counts && version.n > (latest ?? 0) ? version.n : latest;
	}, null);
}

/** How long a banner tells of a change. */
const bannerDays = 30;

/** Changes in force that members learn of by a banner and not by being asked, while they are news. */
export function bannerVersions(documents: readonly TermsDocument[], now: number): Version[] {
	return documents.flatMap(({ versions }) => {
		const inForce = versionInForce(versions, now);
		const isNews = inForce?.notice === 'banner' && now - inForce.effectiveAt < bannerDays * 86_400_000;
		return inForce && isNews ? [inForce] : [];
	});
}

/** Why somebody who accepted before is asked once more. */
function isLapsed(document: TermsDocument, decision: Decision, now: number): boolean {
	return decision.recalledId > decision.acceptedId ||
		(decision.acceptedId > 0 && holdsUntil(decision.acceptedAt, document.renewal) <= now);
}

/** Where a member stands on a document at a moment. */
export function acceptanceState(document: TermsDocument, decision: Decision, now: number): AcceptanceState {
	const needed = document.archived ? null : sufficientFrom(document.versions, now);
	const declinedLast = decision.declinedId > Math.max(decision.acceptedId, decision.recalledId);
	if (needed === null) {
		const isRecalled = decision.recalledId > Math.max(decision.acceptedId, decision.declinedId);
		return isRecalled && !document.archived && versionInForce(document.versions, now) ? 'owed' :
			decision.acceptedN > 0 && !declinedLast ? 'accepted' : 'implied';
	}
	if (decision.declinedN >= needed && declinedLast) {
		return 'declined';
	}
	return decision.acceptedN >= needed && !isLapsed(document, decision, now) ? 'accepted' : 'owed';
}

/** Whether writing now is itself the agreement to a version that asks nobody (clause 2: use means agreement). */
export function agreesByUse(document: TermsDocument, decision: Decision, now: number): Version | null {
	const version = versionInForce(document.versions, now);
	const isNew = version !== null && version.n > Math.max(decision.acceptedN, decision.impliedN);
	const state = acceptanceState(document, decision, now);
	return isNew && (state === 'implied' || state === 'accepted') ? version : null;
}

/** One document that stands between a member and posting. */
export interface Debt {
	document: TermsDocument;
	/** The version in force: the only one that can be accepted now. */
	version: Version;
	/** They were asked and said no; they may read but are not asked on every page. */
	declined: boolean;
	/** The version they accepted before, to show them the difference; null when there is none. */
	since: Version | null;
	/** Until this moment they may go on posting; milliseconds since 1970, 0 when there is no grace. */
	dueAt: number;
}

/** The end of the grace that a change gives to everybody who was there; a lapsed agreement has none. */
function dueAt(document: TermsDocument, decision: Decision, now: number): number {
	const needed = sufficientFrom(document.versions, now);
	const asking = document.versions.find(({ n }) => n === needed);
	const wasSettled = needed !== null && decision.acceptedN >= needed;
	return asking && asking.graceDays > 0 && !wasSettled && decision.recalledId <= decision.acceptedId ?
		asking.effectiveAt + (asking.graceDays * 86_400_000) : 0;
}

/** Whether a debt stops a post now, or is only told of. */
export function isDue(debt: Debt, now: number): boolean {
	return debt.declined || debt.dueAt <= now;
}

/** Everything a member has to accept before they may post again (clause 2). */
export function debtsOf(
	documents: readonly TermsDocument[],
	decisionOn: (document: string) => Decision,
	now: number,
): Debt[] {
	return documents.flatMap((document) => {
		const version = versionInForce(document.versions, now);
		const decision = decisionOn(document.id);
		const state = acceptanceState(document, decision, now);
		if (!version || (state !== 'owed' && state !== 'declined')) {
			return [];
		}
		const since = document.versions.find(({ n }) => n === decision.acceptedN) ?? null;
		return [{
			document, version, declined: state === 'declined', since, dueAt: dueAt(document, decision, now),
		}];
	});
}

/** Whether a document is asked for at a place: everywhere, or only in the categories it names. */
export function concerns({ cids, archived }: TermsDocument, cid: number | null): boolean {
	return !archived && (cids.length === 0 || (cid !== null && cids.includes(cid)));
}

/** `Forum terms (forum-3)`: how a sentence names what is owed. */
export function nameOf({ version }: Debt): string {
	return `${version.title} (${version.id})`;
}
