import type { Share } from '../asking/selection';

/** One view of a checklist before a new topic, from opening the composer to posting or leaving. */
export interface Visit {
	id: string;
	/** The member; deleted with the visit. */
	uid: number;
	cid: number;
	profile: string;
	version: number;
	share: Share;
	/** Milliseconds since 1970. */
	at: number;
	/** Keys of the items that were shown, if known. */
	shown: readonly string[];
	answered: readonly string[];
	/** Similar topics that were opened. */
	opened: readonly number[];
	isPosted: boolean;
}

/** Increments by name: `2:all:shown` for a profile's version and share, `2:all:shown:trunk` for an item. */
export type Counts = Readonly<Record<string, number>>;

/** What is counted for a whole checklist. */
export const visitMeasures = ['shown', 'posted', 'abandoned', 'deflected'] as const;
/** What is counted for an item. `passed`: shown to somebody who posted; `skipped`: and not answered by them. */
export const itemMeasures = ['shown', 'answered', 'passed', 'skipped', 'abandoned', 'warned', 'blocked'] as const;

export type VisitMeasure = typeof visitMeasures[number];
export type ItemMeasure = typeof itemMeasures[number];

/** The counter name of a measure for a version and share. */
export function countName(version: number, share: string, measure: string, item?: string): string {
	return [version, share, measure, ...item === undefined ? [] : [item]].join(':');
}

/** What one visit adds to the counters; nothing about who it was. */
export function countsOf({ version, share, shown, answered, opened, isPosted }: Visit): Counts {
	const name = (measure: VisitMeasure | ItemMeasure, item?: string) => countName(version, share, measure, item);
	const entries = shown.flatMap((key): [string, number][] => [
		[name('shown', key), 1],
		[name(answered.includes(key) ? 'answered' : isPosted ? 'skipped' : 'abandoned', key), 1],
		...isPosted ? [[name('passed', key), 1] as [string, number]] : [],
	]);
	return Object.fromEntries([
		[name('shown'), 1], [name(isPosted ? 'posted' : 'abandoned'), 1],
		...!isPosted && opened.length > 0 ? [[name('deflected'), 1] as [string, number]] : [],
		...entries,
	]);
}
