import type { Host } from '../../kernel/host/ports';
import { isHeld } from './licence';
import type { LicenceStore } from './store';

/** Everybody with a valid licence; NodeBB grants the group category rights. */
export const customersGroup = 'Customers';

/** Keeps the group in sync with the licences; people of partners can be in it too. */
export interface CustomerGroup {
	/** After a change for one member. */
	step(uid: number): Promise<void>;
	/** Repairs the group: creates it if missing, reverts edits by hand, removes expired licences; answers how many. */
	repair(): Promise<number>;
}

export function customerGroup({ store, host }: {
	store: LicenceStore; host: Pick<Host, 'clock' | 'groups'>;
}): CustomerGroup {
	const { clock, groups } = host;
	return {
		async step(uid) {
			const isCustomer = (await store.ofMember(uid)).some(licence => isHeld(licence, clock.now()));
			await groups.ensure(customersGroup);
			await groups.change(customersGroup, isCustomer ? [uid] : [], isCustomer ? [] : [uid]);
		},
		async repair() {
			const wanted = new Set<number>();
			for await (const licences of store.allInState('verified')) {
				licences.filter(licence => isHeld(licence, clock.now())).forEach(({ uid }) => wanted.add(uid));
			}
			await groups.ensure(customersGroup);
			const present = new Set(await groups.members(customersGroup));
			const missing = [...wanted].filter(uid => !present.has(uid));
			const surplus = [...present].filter(uid => !wanted.has(uid));
			await groups.change(customersGroup, missing, surplus);
			return missing.length + surplus.length;
		},
	};
}
