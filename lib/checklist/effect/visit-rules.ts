import type { Share } from '../asking/selection';

/** One look at a checklist before a new topic, from opening the composer to posting or leaving. */
export interface Visit {
	id: string;
	/** Who it belongs to; thrown away with the visit. */
	uid: number;
	cid: number;
	profile: string;
	version: number;
	share: Share;
	/** Milliseconds since 1970. */
	at: number;
	/** Keys of the items that came up, as far as is known. */
	shown: readonly string[];
	answered: readonly string[];
	/** Similar topics that were opened. */
	opened: readonly number[];
	isPosted: boolean;
}

/** Numbers to be added up, by name: `2:all:shown` of a profile's version and share, `2:all:shown:trunk` of an item. */
export type Counts = Readonly<Record<string, number>>;

/** What is counted for a checklist as a whole. */
export const visitMeasures = ['shown', 'posted', 'abandoned', 'deflected'] as const;
/** What is counted for an item. `passed`: shown to somebody who did post; `skipped`: and left out by them. */
export const itemMeasures = ['shown', 'answered', 'passed', 'skipped', 'abandoned', 'warned', 'blocked'] as const;

export type VisitMeasure = typeof visitMeasures[number];
export type ItemMeasure = typeof itemMeasures[number];

/** The name under which something of a version and share is counted. */
export function countName(version: number, share: string, measure: string, item?: string): string {
	return [version, share, measure, ...item === undefined ? [] : [item]].join(':');
}

/** What one visit adds to the counters. It says nothing about who it was. */
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
