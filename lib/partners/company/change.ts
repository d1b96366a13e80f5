import type { PartnerInput, PartnerRole, PartnerSave } from './account';

/** Who joins, who leaves, and whose role changes, when an account is saved. */
export interface PeopleChange {
	joined: { uid: number; role: PartnerRole }[];
	left: { uid: number; role: PartnerRole }[];
}

/** All people of an account without duplicates; an owner also listed as staff is an owner. */
export function peopleIn({ owners, staff }: Pick<PartnerInput, 'owners' | 'staff'>): Map<number, PartnerRole> {
	return new Map([...staff.map(({ uid, role }) => [uid, role] as const), ...owners.map(uid => [uid, 'owner'] as const)]);
}

/**
 * All people of the account once it is saved. With a staff change, people not named stay; an owner who is no longer
 * listed leaves, unless the change gives them another role.
 */
export function peopleAfter(
	{ owners, staff, staffChange }: Pick<PartnerSave, 'owners' | 'staff' | 'staffChange'>,
	before: ReadonlyMap<number, PartnerRole>,
): Map<number, PartnerRole> {
	if (!staffChange) {
		return peopleIn({ owners, staff });
	}
	const present = new Map([...before].filter(([, role]) => role !== 'owner'));
	staffChange.left.forEach(uid => present.delete(uid));
	return new Map([...present, ...peopleIn({ owners, staff: staffChange.joined })]);
}

/** A new role is recorded as leaving and joining, so that the timeline needs no third kind of event. */
export function peopleChange(
	before: ReadonlyMap<number, PartnerRole>, now: ReadonlyMap<number, PartnerRole>,
): PeopleChange {
	const differs = (one: ReadonlyMap<number, PartnerRole>, other: ReadonlyMap<number, PartnerRole>) =>
		[...one].filter(([uid, role]) => other.get(uid) !== role).map(([uid, role]) => ({ uid, role }));
	return { joined: differs(now, before), left: differs(before, now) };
}
