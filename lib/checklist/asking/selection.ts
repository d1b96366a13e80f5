import type { ChecklistItem, ChecklistProfile } from '../profiles/item';

/** What decides how much of a profile one member is asked. */
export interface Selection {
	uid: number;
	/** Share of members, in percent, who are asked only what everybody is; they show what the rest is worth. */
	controlPercent: number;
	/** Topics in a row without a warning after which a member is asked only what everybody is; 0 never. */
	cleanTopics: number;
	/** Their topics in a row without a warning. */
	streak: number;
}

/** Whether a member is in the control share; always the same for them while the share stays or grows. */
export function isInControl(uid: number, controlPercent: number): boolean {
	// Multiplicative hashing (Knuth): neighbours in time of joining do not fall into the same share.
	return (Math.imul(uid, 2_654_435_761) >>> 0) / 2 ** 32 < controlPercent / 100;
}

/** Why a member is asked as much as they are. */
export const shares = ['all', 'control', 'clean'] as const;
export type Share = typeof shares[number];

export function shareOf({ uid, controlPercent, cleanTopics, streak }: Selection): Share {
	if (isInControl(uid, controlPercent)) {
		return 'control';
	}
	return cleanTopics > 0 && streak >= cleanTopics ? 'clean' : 'all';
}

/** The items that a member is asked: all, or those that are always asked with what they wait for. */
export function selectedItems({ kind, items }: Pick<ChecklistProfile, 'kind' | 'items'>, share: Share): ChecklistItem[] {
	if (share === 'all' || kind === 'security') {
		return [...items];
	}
	const awaited = (key: string): boolean =>
		items.some(item => item.shownWhen?.item === key && (item.always || awaited(item.key)));
	return items.filter(item => item.always || awaited(item.key));
}
