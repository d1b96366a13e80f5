import type { Membership, PartnerAccount } from './account';
import type { PartnerStore } from './store';

/** How many people an answer lists; the rest is behind `GET /partners/:id/people?after=`. */
export const peoplePerPage = 25;

export interface PeoplePage {
	people: Membership[];
	/** Where the next page begins; 0 when there is none. */
	next: number;
}

/**
 * Some of an account's people, owners first, then by the day of joining. Ten thousand are never read for it: the
 * index as far as this page, and the records of those on it.
 */
export async function peoplePage(
	store: Pick<PartnerStore, 'peopleUids' | 'memberships'>, { id, owners }: Pick<PartnerAccount, 'id' | 'owners'>,
	after = 0, count = peoplePerPage,
): Promise<PeoplePage> {
	const listed = await store.peopleUids(id, after + count + owners.length + 1);
	const uids = [...owners, ...listed.filter(uid => !owners.includes(uid))].slice(after, after + count + 1);
	const rows = await store.memberships(uids.slice(0, count));
	return {
		people: rows.filter(row => row?.partner === id).filter(row => row !== null),
		next: uids.length > count ? after + count : 0,
	};
}
