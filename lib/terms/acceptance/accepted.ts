import type { Ledger } from '../ledger/ledger';
import { lastDecisionId, type Decision } from '../documents/rules';

interface Accepted { version: string; at: number }

/** Whether the member's summary covers everything they decided about a document up to a moment. */
function isWhole({ acceptedAt, declinedAt, recalledId, impliedN }: Decision, at: number): boolean {
	// The summary has no times of recalls and implied agreements.
	return Math.max(acceptedAt, declinedAt) <= at && recalledId === 0 && impliedN === 0;
}

/** The versions a member had accepted at a moment: per document the latest decision, if it was an acceptance. */
export function acceptedBy(ledger: Pick<Ledger, 'allOf' | 'standing'>) {
	async function fromRecords(uid: number, at: number): Promise<Accepted[]> {
		const last = new Map<string, Accepted & { isYes: boolean }>();
		for await (const records of ledger.allOf(uid, 'newest')) {
			for (const { document, version, event, at: then } of records) {
				// Newest first: the first decision that is not later than the moment is the latest one.
				if (event !== 'shown' && then <= at && !last.has(document)) {
					last.set(document, { version, at: then, isYes: event === 'accepted' });
				}
			}
		}
		return [...last.values()].filter(({ isYes }) => isYes).map(({ version, at: then }) => ({ version, at: then }));
	}

	return async (uid: number, at: number): Promise<Accepted[]> => {
		const decisions = Object.entries(await ledger.standing(uid));
		if (!decisions.every(([, decision]) => isWhole(decision, at))) {
			return fromRecords(uid, at);
		}
		return decisions.filter(([, one]) => one.acceptedId > 0 && one.acceptedId === lastDecisionId(one))
			.map(([document, { acceptedN, acceptedAt }]) => ({ version: `${document}-${acceptedN}`, at: acceptedAt }));
	};
}
