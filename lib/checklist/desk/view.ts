import type { Shown } from '../../platform/decisions/shown-decider';
import { recordForAuthor, type Evidence } from '../evidence/evidence';
import { textFor } from '../profiles/item';
import type { ChecklistStore } from '../profiles/store';

/** The reader of a record, whether they are staff of its topic's category, and whom those affected may know. */
export interface Reader { uid: number; isStaff: boolean; shown: Shown }

/**
 * A record as one reader may see it: staff and the author see all of it; others see the public answers, and neither who
 * waived an item nor why.
 */
export function evidenceView(record: Evidence, { uid, isStaff, shown }: Reader) {
	const isAuthor = uid > 0 && record.uid === uid;
	if (isStaff || isAuthor) {
		return isAuthor ? recordForAuthor(record, shown) : record;
	}
	const { waived, by, ...rest } = record;
	return {
		...rest, answers: record.answers.filter(({ readers }) => readers === 'everyone'), by: by === record.uid ? by : 0,
		waived: waived.map(({ key, at }) => ({ key, at })),
	};
}

export type EvidenceView = ReturnType<typeof evidenceView>;

/** Open items in a reader's language; an item that the profile no longer has is shown by its key. */
export async function openItems(
	store: ChecklistStore, { profile, version, owed }: { profile: string; version: number; owed: readonly string[] },
	language: string,
): Promise<{ key: string; prompt: string }[]> {
	const items = owed.length === 0 ? [] : (await store.profile(profile, version))?.items ?? [];
	return owed.map(key => ({
		key, prompt: textFor(items.find(item => item.key === key)?.prompt, language) || key,
	}));
}
