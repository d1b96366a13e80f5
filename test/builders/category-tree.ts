import type { CategoryTree, StoredCategory } from '../../lib/kernel/host/category-tree';

const reading = ['find', 'read', 'topics:read'];
const writing = [
	'topics:create', 'topics:reply', 'topics:crosspost', 'topics:tag', 'posts:edit', 'posts:history', 'posts:delete',
	'posts:upvote', 'posts:downvote', 'topics:delete',
];

/** Categories in memory with NodeBB's default rights; `dieAfter`: the process dies after so many writes. */
export function treeInMemory() {
	const rows = new Map<number, StoredCategory>();
	const rights = new Map<string, Set<string>>();
	const state = { writes: 0, dieAfter: Infinity, next: 0 };
	const rightsOf = (cid: number, group: string) => {
		const found = rights.get(`${cid} ${group}`) ?? new Set<string>();
		rights.set(`${cid} ${group}`, found);
		return found;
	};
	function wrote(): void {
		if (state.writes >= state.dieAfter) {
			throw new Error('killed');
		}
		state.writes += 1;
	}
	function add(one: Partial<StoredCategory> & { name: string }): number {
		state.next += 1;
		const cid = state.next;
		rows.set(cid, {
			cid, key: '', description: '', parentCid: 0, order: cid, icon: '', background: '#111111', colour: '#ffffff',
			isSection: false, isDisabled: false, link: '', template: '', postQueue: false, tags: [], minTags: 0, maxTags: 5, ...one,
		});
		for (const group of ['registered-users', 'fediverse']) {
			[...reading, ...writing].forEach(one => rightsOf(cid, group).add(one));
		}
		for (const group of ['guests', 'spiders']) {
			reading.forEach(one => rightsOf(cid, group).add(one));
		}
		return cid;
	}
	const inOrder = () => [...rows.values()].sort((a, b) => a.order - b.order || a.cid - b.cid);
	const tree: CategoryTree = {
		all: async () => inOrder(),
		grants: async (cids, groups, list) => cids.map(cid => Object.fromEntries(groups.map(group =>
			[group, list.filter(privilege => rightsOf(cid, group).has(privilege))]))),
		exists: async cid => rows.has(cid),
		async create(category) {
			wrote();
			return add(category);
		},
		async change(cid, change) {
			wrote();
			const row = rows.get(cid);
			if (row) {
				rows.set(cid, { ...row, ...change });
				if (change.order !== undefined) {
					const others = inOrder().filter(one => one.parentCid === row.parentCid && one.cid !== cid);
					const before = others.slice(0, change.order - 1);
					[...before, row, ...others.slice(before.length)].forEach((one, index) =>
						rows.set(one.cid, { ...rows.get(one.cid) ?? one, order: index + 1 }));
				}
			}
		},
		async give(cid, group, list) {
			wrote();
			list.forEach(privilege => rightsOf(cid, group).add(privilege));
		},
		async take(cid, group, list) {
			wrote();
			list.forEach(privilege => rightsOf(cid, group).delete(privilege));
		},
	};
	return { tree, rows, state, add, rightsOf };
}
