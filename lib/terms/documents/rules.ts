import { holdsUntil } from './renewal';
import type { TermsDocument, Version } from './version';

/** A member's latest decision about one document. Zero means never. */
export interface Decision {
	/** Number of the highest version they accepted. */
	acceptedN: number;
	acceptedAt: number;
	/** Ledger record of that acceptance. Ids grow, so the greater id is the latest decision. */
	acceptedId: number;
	/** Number of the version they declined last. */
	declinedN: number;
	declinedAt: number;
	declinedId: number;
	/** Ledger record of the recall, after a breach. */
	recalledId: number;
	/** Number of the latest version they agreed to by use alone. */
	impliedN: number;
}

/** A member's decisions by document. */
export type Standing = Record<string, Decision>;

export const undecided: Decision = {
	acceptedN: 0, acceptedAt: 0, acceptedId: 0, declinedN: 0, declinedAt: 0, declinedId: 0, recalledId: 0, impliedN: 0,
};

/** Ledger record id of a member's latest decision about a document; 0 if they never decided. */
export function lastDecisionId(decision: Decision): number {
	return Math.max(decision.acceptedId, decision.declinedId, decision.recalledId);
}

/** `implied`: nothing has to be accepted, because use alone counts (clause 2, first sentence). */
export type AcceptanceState = 'accepted' | 'owed' | 'declined' | 'implied';

/** The latest published version that has taken effect; null before the first. */
export function versionInForce(versions: readonly Version[], now: number): Version | null {
	return versions.reduce<Version | null>(
		(best, version) => (version.effectiveAt <= now && (!best || version.n > best.n) ? version : best), null);
}

/** Published versions that have not taken effect, soonest first. */
export function upcomingVersions(versions: readonly Version[], now: number): Version[] {
	const inForce = versionInForce(versions, now);
	return versions
		.filter(version => version.effectiveAt > now && version.n > (inForce?.n ?? 0))
		.sort((a, b) => a.effectiveAt - b.effectiveAt);
}

/**
 * The oldest version whose acceptance still suffices: the latest in force that asked for acceptance. Editorial changes
 * and versions without re-acceptance stop nobody; null if no version ever asked.
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

/** How long a banner is shown. */
const bannerMs = 30 * 86_400_000;

/** Recent versions in force that a member who has not accepted them learns of by a banner instead of being asked. */
export function bannerVersions(
	documents: readonly TermsDocument[], decisionOn: (document: string) => Decision, now: number,
): Version[] {
	return documents.flatMap(({ id, versions }) => {
		const inForce = versionInForce(versions, now);
		const isNews = inForce?.notice === 'banner' && now - inForce.effectiveAt < bannerMs;
		return inForce && isNews && decisionOn(id).acceptedN < inForce.n ? [inForce] : [];
	});
}

/** Why a member who accepted before is asked again. */
function isLapsed(document: TermsDocument, decision: Decision, now: number): boolean {
	return decision.recalledId > decision.acceptedId ||
		(decision.acceptedId > 0 && holdsUntil(decision.acceptedAt, document.renewal) <= now);
}

/** A member's standing on a document at a moment. */
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

/** The version that posting now agrees to, if it asks nobody (clause 2: use means agreement); otherwise null. */
export function agreesByUse(document: TermsDocument, decision: Decision, now: number): Version | null {
	const version = versionInForce(document.versions, now);
	const isNew = version !== null && version.n > Math.max(decision.acceptedN, decision.impliedN);
	const state = acceptanceState(document, decision, now);
	return isNew && (state === 'implied' || state === 'accepted') ? version : null;
}

/** A document that a member has to accept before posting. */
export interface Debt {
	document: TermsDocument;
	/** The version in force, the only one that can be accepted now. */
	version: Version;
	/** They declined it; they may read, and are not asked on every page. */
	declined: boolean;
	/** The version they accepted before, for the comparison; null if none. */
	since: Version | null;
	/** When they accepted that one; milliseconds since 1970, 0 if never. */
	acceptedAt: number;
	/** They may post until this moment; milliseconds since 1970, 0 without a grace period. */
	dueAt: number;
}

/** End of the grace period, for members who accepted an earlier version; none after a lapsed agreement. */
function dueAt(document: TermsDocument, decision: Decision, now: number): number {
	const needed = sufficientFrom(document.versions, now);
	const asking = document.versions.find(({ n }) => n === needed);
	const wasSettled = needed !== null && decision.acceptedN >= needed;
	return asking && asking.graceDays > 0 && !wasSettled && decision.recalledId <= decision.acceptedId ?
		asking.effectiveAt + (asking.graceDays * 86_400_000) : 0;
}

/** Whether a debt stops a post now, or is only announced. */
export function isDue(debt: Debt, now: number): boolean {
	return debt.declined || debt.dueAt <= now;
}

/** Everything a member has to accept before posting (clause 2). */
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
			document, version, declined: state === 'declined', since, acceptedAt: since ? decision.acceptedAt : 0,
			dueAt: dueAt(document, decision, now),
		}];
	});
}

/** The next moment at which time alone changes any of this: a version takes effect, a banner ends, a renewal is due. */
export function nextChange(
	documents: readonly TermsDocument[], decisionOn: (document: string) => Decision, now: number,
): number {
	const moments = documents.flatMap(({ id, versions, renewal }) => [
		...versions.flatMap(({ effectiveAt }) => [effectiveAt, effectiveAt + bannerMs]),
		holdsUntil(decisionOn(id).acceptedAt, renewal),
	]);
	return Math.min(...moments.filter(at => at > now));
}

/** Whether a document applies at a place: everywhere, or only in its categories. */
export function concerns({ cids, archived }: TermsDocument, cid: number | null): boolean {
	return !archived && (cids.length === 0 || (cid !== null && cids.includes(cid)));
}
