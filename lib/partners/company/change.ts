import type { PartnerInput, PartnerRole, PartnerSave } from './account';

/** Who joins, who leaves and whose role changes when an account is saved. */
export interface PeopleChange {
	joined: { uid: number; role: PartnerRole }[];
	left: { uid: number; role: PartnerRole }[];
}

/** Everybody an account names, each once; an owner who is listed as staff too is an owner. */
export function peopleIn({ owners, staff }: Pick<PartnerInput, 'owners' | 'staff'>): Map<number, PartnerRole> {
	return new Map([...staff.map(({ uid, role }) => [uid, role] as const), ...owners.map(uid => [uid, 'owner'] as const)]);
}

/**
 * Everybody the account has once it is saved. With a change of the staff, those not named stay as they are; an
 * owner who is not listed any more leaves unless the change gives them another role.
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

/** A new role is a departure and an arrival, so that the timeline needs no third kind of event. */
export function peopleChange(
	before: ReadonlyMap<number, PartnerRole>, now: ReadonlyMap<number, PartnerRole>,
): PeopleChange {
	const differs = (one: ReadonlyMap<number, PartnerRole>, other: ReadonlyMap<number, PartnerRole>) =>
		[...one].filter(([uid, role]) => other.get(uid) !== role).map(([uid, role]) => ({ uid, role }));
	return { joined: differs(now, before), left: differs(before, now) };
}
