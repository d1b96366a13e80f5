import type { Evidence } from '../evidence/evidence';
import { textFor } from '../profiles/item';
import type { ChecklistStore } from '../profiles/store';

/** Who looks at a record, and whether they are staff where its topic lies. */
export interface Reader { uid: number; isStaff: boolean }

/**
 * A record as one reader may see it: staff and whoever answered see all of it; everybody else sees the answers that are
 * for everyone, and not who of the staff let an item go or why.
 */
export function evidenceView(record: Evidence, { uid, isStaff }: Reader) {
	if (isStaff || (uid > 0 && record.uid === uid)) {
		return record;
	}
	const { waived, by, ...rest } = record;
	return {
		...rest, answers: record.answers.filter(({ readers }) => readers === 'everyone'), by: by === record.uid ? by : 0,
		waived: waived.map(({ key, at }) => ({ key, at })),
	};
}

export type EvidenceView = ReturnType<typeof evidenceView>;

/** What open items ask, in a reader's language; an item that its profile no longer has goes by its key. */
export async function openItems(
	store: ChecklistStore, { profile, version, owed }: { profile: string; version: number; owed: readonly string[] },
	language: string,
): Promise<{ key: string; prompt: string }[]> {
	const items = owed.length === 0 ? [] : (await store.profile(profile, version))?.items ?? [];
	return owed.map(key => ({
		key, prompt: textFor(items.find(item => item.key === key)?.prompt, language) || key,
	}));
}
