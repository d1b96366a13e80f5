import type { Restriction } from './restriction';

/** The filters of the restrictions list. */
export const listFilters = ['all', 'in-force', 'waiting', 'owed', 'appeal', 'over'] as const;
export type ListFilter = typeof listFilters[number];

export function filterNamed(name: string): ListFilter | null {
	return listFilters.find(filter => filter === name) ?? null;
}

/** Whether a restriction matches a filter; a missing reason and an open appeal count in any state. */
export function isListed(
	{ state, cause, appeal }: Pick<Restriction, 'state' | 'cause' | 'appeal'>, filter: ListFilter,
): boolean {
	switch (filter) {
		case 'all': return true;
		case 'in-force': return state === 'active' || state === 'starting';
		case 'waiting': return state === 'waiting';
		case 'owed': return cause === 'owed';
		case 'appeal': return appeal?.state === 'open';
		case 'over': return state === 'ended' || state === 'ending';
	}
}
