import type { Host } from '../kernel/ports';
import { isPartner, type PartnerAccount } from './account';
import { levelsIn, type PartnerSettings } from './settings';
import type { PartnerStore } from './store';

/** Everybody who speaks for a Partner; category rights are given to it in NodeBB's own way. */
export const partnersGroup = 'Partners';
export const levelGroup = (level: string) => `Partners ${level}`;

interface Parts {
	store: PartnerStore;
	settings: () => Promise<PartnerSettings>;
	host: Pick<Host, 'clock' | 'groups'>;
}

/** Keeps NodeBB's groups in step with the accounts. */
export interface PartnerGroups {
	/** After one account changed: its people are in the groups of its level only, those who left in none. */
	step(account: PartnerAccount, gone: readonly number[]): Promise<void>;
	/** All groups as they should be: missing ones made, edits by hand and lost levels undone; how many. */
	repair(): Promise<number>;
}

export function partnerGroups({ store, settings, host }: Parts): PartnerGroups {
	const { clock, groups } = host;

	async function allGroups(): Promise<string[]> {
		return [partnersGroup, ...levelsIn(await settings()).map(levelGroup)];
	}
	function groupsOf(account: PartnerAccount): string[] {
		return isPartner(account, clock.now()) ? [partnersGroup, levelGroup(account.level)] : [];
	}

	return {
		async step(account, gone) {
			const names = await allGroups();
			const people = (await store.people(account.id)).map(({ uid }) => uid);
			const mine = groupsOf(account);
			for (const name of names) {
				await groups.ensure(name);
				const isIn = mine.includes(name);
				await groups.change(name, isIn ? people : [], isIn ? gone : [...gone, ...people]);
			}
		},
		async repair() {
			const wanted = new Map((await allGroups()).map(name => [name, new Set<number>()]));
			for (const account of await store.accounts(await store.ids())) {
				const names = account ? groupsOf(account) : [];
				const people = account && names.length > 0 ? await store.people(account.id) : [];
				names.forEach(name => people.forEach(({ uid }) => wanted.get(name)?.add(uid)));
			}
			let moved = 0;
			for (const [name, people] of wanted) {
				await groups.ensure(name);
				const present = new Set(await groups.members(name));
				const missing = [...people].filter(uid => !present.has(uid));
				const surplus = [...present].filter(uid => !people.has(uid));
				await groups.change(name, missing, surplus);
				moved += missing.length + surplus.length;
			}
			return moved;
		},
	};
}
