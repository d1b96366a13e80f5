/**
 * Edits that an owner makes to a post of his staff at this moment. He has no right of the forum's own to edit it, so
 * the right is lent for exactly this edit, in memory: a process that dies leaves none behind.
 */
export interface EditGrants {
	during<T>(pid: string, uid: number, work: () => Promise<T>): Promise<T>;
	allows(pid: string, uid: number): boolean;
}

export function editGrants(): EditGrants {
	const lent = new Map<string, number>();
	const change = (key: string, by: number) => void lent.set(key, (lent.get(key) ?? 0) + by);
	return {
		async during(pid, uid, work) {
			const key = `${pid} ${uid}`;
			change(key, 1);
			try {
				return await work();
			} finally {
				change(key, -1);
				if (lent.get(key) === 0) {
					lent.delete(key);
				}
			}
		},
		allows: (pid, uid) => lent.has(`${pid} ${uid}`),
	};
}
