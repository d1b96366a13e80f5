import type { Database, Host } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { allOf, sortedSet } from '../../platform/paged-index';
import { isPartner, type PartnerAccount } from '../company/account';
import { levelsIn, type PartnerSettings } from '../company/settings';
import type { PartnerStore } from './store';
import type { Soon } from '../../kernel/host/soon';

/** Everybody who speaks for a Partner; NodeBB grants the group category rights. */
export const partnersGroup = 'Partners';
export const levelGroup = (level: string) => `Partners ${level}`;

interface Parts {
	store: PartnerStore;
	settings: () => Soon<PartnerSettings>;
	host: Pick<Host, 'clock' | 'database' | 'groups' | 'leases'>;
}

const keys = {
	/** Sorted set: names of all groups that were ever ours. */
	names: 'forum-terms:partner-groups',
	/** Hash: the name a group of ours was given by hand, until it has its own again. */
	renamed: (name: string) => `forum-terms:partner-group-renamed:${name}`,
} as const;

/** Keeps NodeBB's groups in sync with the accounts. */
export interface PartnerGroups {
	/**
	 * After a change of an account: its people (or some of them) are in its level's groups only, and those who left in
	 * none.
	 */
	step(account: PartnerAccount, gone: readonly number[], only?: readonly number[]): Promise<void>;
	/**
	 * Repairs all groups: creates missing ones, reverts edits by hand and lost levels; answers how many memberships
	 * changed.
	 */
	repair(): Promise<number>;
	/** The groups among these that are ours. */
	ours(names: readonly string[]): Promise<string[]>;
	/** The groups that an account's people belong in now. */
	groupsOf(account: PartnerAccount): string[];
	/** Remembers that a group of ours was renamed; `repair` renames it back. */
	noteRename(from: string, to: string): Promise<void>;
}

/** Names of our groups that the forum has seen; a former level keeps its group, empty. */
function groupNames(database: Database) {
	let noted: ReadonlySet<string> = new Set();
	return {
		known: () => allOf(sortedSet(database, keys.names)),
		async note(names: readonly string[]): Promise<void> {
			if (names.some(name => !noted.has(name))) {
				await database.sortedSetAddBulk(names.map(name => [keys.names, 1, name] as const));
				noted = new Set(names);
			}
		},
	};
}

export function partnerGroups({ store, settings, host }: Parts): PartnerGroups {
	const { clock, groups, leases, database } = host;
	const names = groupNames(database);

	async function listed(): Promise<string[]> {
		return [partnersGroup, ...levelsIn(await settings()).map(levelGroup)];
	}
	function groupsOf(account: PartnerAccount): string[] {
		return isPartner(account, clock.now()) ? [partnersGroup, levelGroup(account.level)] : [];
	}

	/** Renames a group back, with its rights; a group created under its name meanwhile is ours and has none. */
	async function renameBack(name: string): Promise<void> {
		const to = textOf((await database.getObject(keys.renamed(name)))?.to);
		if (to) {
			await groups.rename(to, name);
			await database.delete(keys.renamed(name));
		}
	}
	async function settle(name: string, people: ReadonlySet<number>): Promise<number> {
		const present = new Set(await groups.members(name));
		const missing = [...people].filter(uid => !present.has(uid));
		const surplus = [...present].filter(uid => !people.has(uid));
		await groups.change(name, missing, surplus);
		return missing.length + surplus.length;
	}

	return {
		groupsOf,
		async ours(some) {
			const known = new Set([...await listed(), ...await names.known()]);
			return some.filter(name => known.has(name));
		},
		async noteRename(from, to) {
			await database.setObject(keys.renamed(from), { to });
		},
		async step(account, gone, only) {
			const all = await listed();
			await names.note(all);
			const people = only ?? (await store.people(account.id)).map(({ uid }) => uid);
			const mine = groupsOf(account);
			for (const name of all) {
				await groups.ensure(name);
				const isIn = mine.includes(name);
				await groups.change(name, isIn ? people : [], isIn ? gone : [...gone, ...people]);
			}
		},
		repair: () => leases.withLease('group:partners', async () => {
			const all = await listed();
			await names.note(all);
			const former = (await names.known()).filter(name => !all.includes(name));
			const wanted = new Map([...all, ...former].map(name => [name, new Set<number>()]));
			for await (const accounts of store.all()) {
				for (const account of accounts) {
					const mine = groupsOf(account).filter(name => all.includes(name));
					const people = mine.length > 0 ? await store.people(account.id) : [];
					mine.forEach(name => people.forEach(({ uid }) => wanted.get(name)?.add(uid)));
				}
			}
			let moved = 0;
			for (const [name, people] of wanted) {
				await renameBack(name);
				if (all.includes(name)) {
					await groups.ensure(name);
				}
				await groups.close(name);
				moved += await settle(name, people);
			}
			return moved;
		}, () => 0),
	};
}
