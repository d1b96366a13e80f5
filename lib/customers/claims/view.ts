import type { LicenceLookup, OwnLicence } from '../../kernel/offers/licence-history';
import type { Members } from '../../kernel/host/ports';
import { named } from '../../platform/people';
import { isDouble, isLive, shownState, type Licence } from './licence';
import type { LicenceStore } from './store';

/** What the member sees; nothing about other claimants of the key. */
export function ownView(licence: Licence, now: number): OwnLicence {
	const { id, lastFour, claimedAt, decidedAt, validUntil, reason } = licence;
	return { id, lastFour, state: shownState(licence, now), claimedAt, decidedAt, validUntil, reason };
}

export function licenceLookup(store: LicenceStore, clock: { now(): number }): LicenceLookup {
	return async uid => (await store.ofMember(uid)).map(licence => ownView(licence, clock.now()));
}

/** A claim as staff see it, with all other claimants of the key. */
export interface StaffLicence extends OwnLicence {
	uid: number;
	username: string;
	userslug: string;
	decidedBy: number;
	/** Several members claim the key, so staff are asked. */
	isDouble: boolean;
	others: { id: number; uid: number; username: string; state: OwnLicence['state'] }[];
}

export async function staffViews(
	licences: readonly Licence[], { store, members, now }: { store: LicenceStore; members: Members; now: number },
): Promise<StaffLicence[]> {
	const sameKey = await Promise.all(licences.map(({ hash }) => store.ofKey(hash)));
	const nameOf = await named(members, [...licences, ...sameKey.flat()].map(({ uid }) => uid));
	return licences.map((licence, index) => {
		const all = sameKey[index] ?? [];
		return {
			...ownView(licence, now), uid: licence.uid, username: nameOf(licence.uid).username,
			userslug: nameOf(licence.uid).userslug, decidedBy: licence.decidedBy,
			isDouble: isLive(licence) && isDouble(all),
			others: all.filter(other => other.uid !== licence.uid && isLive(other)).map(other => ({
				id: other.id, uid: other.uid, username: nameOf(other.uid).username, state: shownState(other, now),
			})),
		};
	});
}
