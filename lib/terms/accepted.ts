import type { Ledger } from './ledger';

/** What a member had accepted at a moment: per document the last word until then, if it was a yes. */
export function acceptedBy(ledger: Pick<Ledger, 'allOf'>) {
	return async (uid: number, at: number): Promise<{ version: string; at: number }[]> => {
		const last = new Map<string, { version: string; at: number; isYes: boolean }>();
		for await (const records of ledger.allOf(uid, 'newest')) {
			for (const { document, version, event, at: then } of records) {
				// Newest first: the first word on a document that is not after the moment is the last one.
				if (event !== 'shown' && then <= at && !last.has(document)) {
					last.set(document, { version, at: then, isYes: event === 'accepted' });
				}
			}
		}
		return [...last.values()].filter(({ isYes }) => isYes).map(({ version, at: then }) => ({ version, at: then }));
	};
}
