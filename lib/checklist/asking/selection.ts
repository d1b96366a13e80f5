import type { ChecklistItem, ChecklistProfile } from '../profiles/item';

/** What decides how many items of a profile a member is asked. */
export interface Selection {
	uid: number;
	/** Percentage of members who are asked only the items for everybody; they show what the others are worth. */
	controlPercent: number;
	/** Topics in a row without a warning after which a member is asked only the items for everybody; 0: never. */
	cleanTopics: number;
	/** The member's number of topics in a row without a warning. */
	streak: number;
}

/** Whether a member is in the control group; stable as long as the percentage does not shrink. */
export function isInControl(uid: number, controlPercent: number): boolean {
	// Multiplicative hashing (Knuth) spreads members who joined together.
	return (Math.imul(uid, 2_654_435_761) >>> 0) / 2 ** 32 < controlPercent / 100;
}

/** Why a member is asked all items, or fewer. */
export const shares = ['all', 'control', 'clean'] as const;
export type Share = typeof shares[number];

export function shareOf({ uid, controlPercent, cleanTopics, streak }: Selection): Share {
	if (isInControl(uid, controlPercent)) {
		return 'control';
	}
	return cleanTopics > 0 && streak >= cleanTopics ? 'clean' : 'all';
}

/** The items a member is asked: all, or those for everybody with the items they depend on. */
export function selectedItems({ kind, items }: Pick<ChecklistProfile, 'kind' | 'items'>, share: Share): ChecklistItem[] {
	if (share === 'all' || kind === 'security') {
		return [...items];
	}
	const awaited = (key: string): boolean =>
		items.some(item => item.shownWhen?.item === key && (item.always || awaited(item.key)));
	return items.filter(item => item.always || awaited(item.key));
}
