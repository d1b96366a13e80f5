import type { TermsDocument, Version } from './version';

/** A member's last word on one document. Zero means never. */
export interface Decision {
	/** Number of the highest version he accepted. */
	acceptedN: number;
	acceptedAt: number;
	/** Ledger record of that acceptance. Ids grow, so the greater of the two ids is his last word. */
	acceptedId: number;
	/** Number of the version he declined last. */
	declinedN: number;
	declinedAt: number;
	declinedId: number;
}

export const undecided: Decision = {
	acceptedN: 0, acceptedAt: 0, acceptedId: 0, declinedN: 0, declinedAt: 0, declinedId: 0,
};

/** Id of the ledger record of a member's last word on a document, 0 when he never decided. */
export function lastDecisionId(decision: Decision): number {
	return Math.max(decision.acceptedId, decision.declinedId);
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

/** Where a member stands on a document at a moment. */
export function acceptanceState(document: TermsDocument, decision: Decision, now: number): AcceptanceState {
	const needed = sufficientFrom(document.versions, now);
	const declinedLast = decision.declinedId > decision.acceptedId;
	if (needed === null) {
		return decision.acceptedN > 0 && !declinedLast ? 'accepted' : 'implied';
	}
	if (decision.declinedN >= needed && declinedLast) {
		return 'declined';
	}
	return decision.acceptedN >= needed ? 'accepted' : 'owed';
}

/** One document that stands between a member and posting. */
export interface Debt {
	document: TermsDocument;
	/** The version in force: the only one that can be accepted now. */
	version: Version;
	/** He was asked and said no; he may read but is not asked on every page. */
	declined: boolean;
	/** The version he accepted before, to show him the difference; null when there is none. */
	since: Version | null;
}

/** Everything a member has to accept before he may post again (clause 2). */
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
		return [{ document, version, declined: state === 'declined', since }];
	});
}
