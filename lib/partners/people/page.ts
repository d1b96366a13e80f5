import type { Membership, PartnerAccount } from '../company/account';
import { pageOf } from '../../platform/paged-index';
import type { PartnerStore } from '../accounts/store';

/** People per answer; the rest is at `GET /partners/:id/people?after=`. */
export const peoplePerPage = 25;

export interface PeoplePage {
	people: Membership[];
	/** The position of the next page; 0 if there is none. */
	next: number;
}

/**
 * A page of an account's people, owners first, then in order of joining; `after` 0: the first page. Reads only the
 * index up to this page, and the records on it.
 */
export async function peoplePage(
	store: Pick<PartnerStore, 'peopleIndex' | 'memberships'>, { id, owners }: Pick<PartnerAccount, 'id' | 'owners'>,
	after = 0, count = peoplePerPage,
): Promise<PeoplePage> {
	const [first, from] = after > 0 ? [[], { score: after }] : [owners, null];
	const { rows, next } = await pageOf(store.peopleIndex(id), from, { count: Math.max(1, count - first.length) },
		async uids => uids.map(Number).map(uid => (owners.includes(uid) ? null : uid)));
	const people = await store.memberships([...first, ...rows]);
	return {
		people: people.filter(row => row?.partner === id).filter(row => row !== null), next: next?.score ?? 0,
	};
}
