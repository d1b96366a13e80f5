interface Parts {
	open(key: string, make: boolean): Set<string> | null;
	tick(): Promise<void>;
	stats: { commands: number; writes: number };
	/** Keys that are in memory until they are written to. */
	kept: Set<string>;
}

/** Sets of the sandbox's database. HOST: src/groups/cache.js keeps in memory who is in which group. */
export function setFunctions({ open, tick, stats, kept }: Parts) {
	/** The members of some groups, in one command for all that are not kept. */
	async function members(list: readonly string[]): Promise<Set<string>[]> {
		const isKept = list.every(key => kept.has(key));
		stats.commands -= Number(isKept);
		await tick();
		list.filter(key => key.startsWith('group:')).forEach(key => kept.add(key));
		return list.map(key => open(key, false) ?? new Set<string>());
	}

	return {
		/** What is in memory, and costs no command; undefined if it is not. */
		keptMember: (key: string, value: string): boolean | undefined =>
			(kept.has(key) ? open(key, false)?.has(value) ?? false : undefined),
		async setAdd(key: string, value: string | number): Promise<void> {
			await tick();
			open(key, true)?.add(String(value));
		},
		async setRemove(key: string, value: string | number | readonly string[]): Promise<void> {
			await tick();
			stats.writes += 1;
			kept.delete(key);
			[value].flat().forEach(one => open(key, false)?.delete(String(one)));
		},
		async isSetMember(key: string, value: string | number): Promise<boolean> {
			const [set] = await members([key]);
			return set?.has(String(value)) ?? false;
		},
		async isMemberOfSets(list: readonly string[], value: string | number): Promise<boolean[]> {
			return (await members(list)).map(set => set.has(String(value)));
		},
		async getSetMembers(key: string): Promise<string[]> {
			return [...(await members([key])).flatMap(set => [...set])];
		},
		async getSetsMembers(list: readonly string[]): Promise<string[][]> {
			return (await members(list)).map(set => [...set]);
		},
	};
}
