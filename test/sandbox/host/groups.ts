import type { Context } from './context';

const list = (names: string | readonly string[]): readonly string[] => (typeof names === 'string' ? [names] : names);

/** NodeBB's groups; joining and leaving fires its actions. */
export function groups(c: Context) {
	return {
		async join(names: string | readonly string[], uid: number): Promise<void> {
			await Promise.all(list(names).map(name => c.db.setAdd(`group:${name}:members`, uid)));
			await c.hooks.fire('action:group.join', { groupNames: [...list(names)], uid });
		},
		async leave(names: string | readonly string[], uid: number): Promise<void> {
			await Promise.all(list(names).map(name => c.db.setRemove(`group:${name}:members`, uid)));
			await c.hooks.fire('action:group.leave', { groupNames: [...list(names)], uid });
		},
		async isMember(uid: number, name: string): Promise<boolean> {
			return uid > 0 && c.db.isSetMember(`group:${name}:members`, uid);
		},
		async isMemberOfAny(uid: number, names: readonly string[]): Promise<boolean> {
			const found = await Promise.all(names.map(name => c.db.isSetMember(`group:${name}:members`, uid)));
			return uid > 0 && found.includes(true);
		},
		async getMembers(name: string): Promise<string[]> {
			return c.db.getSetMembers(`group:${name}:members`);
		},
	};
}

export type Groups = ReturnType<typeof groups>;
