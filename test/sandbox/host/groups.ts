import type { Context } from './context';
import type { Row } from './database';
import { slugify, textOf } from './text';

/** Groups that every NodeBB has. */
const ownGroups = [
	'administrators', 'Global Moderators', 'registered-users', 'verified-users', 'unverified-users', 'banned-users', 'guests',
];

const list = (names: string | readonly string[]): readonly string[] => (typeof names === 'string' ? [names] : names);

/** NodeBB's groups; joining and leaving fires its actions. */
export function groups(c: Context) {
	/**
	 * The names somebody wears. HOST: src/groups/join.js `setGroupTitleIfNotSet` puts on what they join when they wear
	 * nothing yet; src/groups/leave.js `clearGroupTitleIfSet` takes off what they leave.
	 */
	async function setGroupTitle(uid: number, joined: readonly string[], left: readonly string[]): Promise<void> {
		const shown = (names: readonly string[]) => names.filter(name =>
			!ownGroups.slice(2).includes(name) && !name.includes(':privileges:'));
		const stored = await c.db.getObjectField(`user:${uid}`, 'groupTitle') as string | null;
		const worn = (JSON.parse(stored ?? '[]') as string[]).filter(name => !left.includes(name));
		if (shown(left).length > 0 && worn.length === 0) {
			await c.db.deleteObjectField(`user:${uid}`, 'groupTitle');
		} else if (shown(left).length > 0 || (stored === null && shown(joined).length > 0)) {
			await c.db.setObject(`user:${uid}`, { groupTitle: JSON.stringify([...worn, ...shown(joined)]) });
		}
	}

	return {
		/** HOST: src/groups/cache.js: by `<uid>:<group>`. */
		cache: {
			get(key: string): boolean | undefined {
				const [, uid = '', name = ''] = /^(\d+):(.*)$/s.exec(key) ?? [];
				return c.db.keptMember(`group:${name}:members`, uid);
			},
		},
		/** HOST: src/groups/join.js: what nobody has yet is made, hidden; who is in already does not join. */
		async join(names: string | readonly string[], uid: number): Promise<void> {
			const isIn = await this.isMemberOfGroups(uid, list(names));
			const joined = list(names).filter((_name, index) => !isIn[index]);
			for (const name of joined) {
				if (!await this.exists(name)) {
					await this.create({ name, hidden: 1 });
				}
				if (await c.db.sortedSetScore('groups:createtime', name) === null) {
					await c.db.sortedSetAdd('groups:createtime', Date.now(), name);
				}
				await c.db.setAdd(`group:${name}:members`, uid);
			}
			if (joined.length > 0) {
				await setGroupTitle(uid, joined, []);
				// HOST: src/groups/join.js and leave.js wait for no listener.
				void c.hooks.fire('action:group.join', { groupNames: joined, uid });
			}
		},
		/** HOST: src/groups/leave.js: only of groups that they are in, ownership included. */
		async leave(names: string | readonly string[], uid: number): Promise<void> {
			const isIn = await this.isMemberOfGroups(uid, list(names));
			const left = list(names).filter((_name, index) => isIn[index]);
			await Promise.all(left.flatMap(name => ['members', 'owners'].map(part =>
				c.db.setRemove(`group:${name}:${part}`, String(uid)))));
			if (left.length > 0) {
				await setGroupTitle(uid, [], left);
				void c.hooks.fire('action:group.leave', { groupNames: left, uid });
			}
		},
		/** HOST: src/groups/leave.js: `getAllGroupNames` adds the forum's own groups to those that were made. */
		async leaveAllGroups(uid: number): Promise<void> {
			const made = await c.db.getSortedSetRange('groups:createtime', 0, -1);
			await this.leave([...new Set([...ownGroups, ...made])], uid);
		},
		async isMemberOfGroups(uid: number | string, names: readonly string[]): Promise<boolean[]> {
			return c.db.isMemberOfSets(names.map(name => `group:${name}:members`), uid);
		},
		/** HOST: src/groups/membership.js `isMemberOfGroupsList`: rights are groups whose members are groups. */
		async isMemberOfGroupsList(uid: number, names: readonly string[]): Promise<boolean[]> {
			const members = await c.db.getSetsMembers(names.map(name => `group:${name}:members`));
			const inside = [...new Set(members.flat())];
			const isIn = await this.isMemberOfGroups(uid, inside);
			const mine = new Set(inside.filter((_name, index) => isIn[index]));
			return members.map(list => list.some(name => mine.has(name)));
		},
		isPrivilegeGroup: (name: string): boolean => /^cid:(?:-?\d+|admin):privileges:[\w\-:]+$/.test(name),
		ownership: {
			isOwner: async (uid: number, name: string): Promise<boolean> => c.db.isSetMember(`group:${name}:owners`, uid),
			async grant(uid: number, name: string): Promise<void> {
				await c.db.setAdd(`group:${name}:owners`, uid);
				void c.hooks.fire('action:group.grantOwnership', { uid, groupName: name });
			},
		},
		async isMember(uid: number, name: string): Promise<boolean> {
			return uid > 0 && c.db.isSetMember(`group:${name}:members`, uid);
		},
		async isMemberOfAny(uid: number, names: readonly string[]): Promise<boolean> {
			const found = await Promise.all(names.map(name => c.db.isSetMember(`group:${name}:members`, uid)));
			return uid > 0 && found.includes(true);
		},
		async isMembers(uids: readonly number[], name: string): Promise<boolean[]> {
			return Promise.all(uids.map(uid => c.db.isSetMember(`group:${name}:members`, uid)));
		},
		async create({ name, hidden = 0, ...flags }: { name: string; hidden?: number }): Promise<Row> {
			if (name.trim() === '' || await c.db.exists(`group:${name}`)) {
				throw new Error(name.trim() === '' ? '[[error:invalid-group-name]]' : '[[error:group-already-exists]]');
			}
			const group = { name, slug: slugify(name), createtime: Date.now(), system: 0, hidden, ...flags };
			await c.db.setObject(`group:${name}`, group);
			await c.db.sortedSetAdd('groups:createtime', group.createtime, name);
			if (!hidden) {
				await c.db.sortedSetAdd('groups:visible:createtime', group.createtime, name);
			}
			await c.db.setObjectField('groupslug:groupname', group.slug, name);
			return group;
		},
		/** HOST: src/groups/search.js `search`: over the forum's own groups and those made since. */
		async search(query: string): Promise<Row[]> {
			const made = await c.db.getSortedSetRange('groups:createtime', 0, -1);
			const names = [...new Set([...ownGroups, ...made])].filter(name => !this.isPrivilegeGroup(name));
			return names.filter(name => name.toLowerCase().includes(query.toLowerCase())).map(name => ({ name }));
		},
		async getGroupData(name: string): Promise<Row | null> {
			return c.db.getObject(`group:${name}`);
		},
		async getOwners(name: string): Promise<string[]> {
			return c.db.getSetMembers(`group:${name}:owners`);
		},
		/** HOST: src/groups/update.js: first the fields, then the name, then word of it. */
		async update(name: string, values: Row): Promise<void> {
			const flags = ['hidden', 'private', 'disableJoinRequests', 'disableLeave'].filter(flag => flag in values);
			await c.db.setObject(`group:${name}`, {
				description: textOf(values.description), icon: textOf(values.icon),
				...Object.fromEntries(flags.map(flag => [flag, Number(values[flag])])),
			});
			if ('hidden' in values) {
				await (Number(values.hidden) ? c.db.sortedSetRemove('groups:visible:createtime', name) :
					c.db.sortedSetAdd('groups:visible:createtime', Date.now(), name));
			}
			await this.renameGroup(name, textOf(values.name));
			void c.hooks.fire('action:group.update', { name, values });
		},
		async renameGroup(from: string, to: string): Promise<void> {
			const group = await c.db.getObject(`group:${from}`);
			if (from === to || to === '' || !group) {
				return;
			}
			if (await c.db.exists(`group:${to}`)) {
				throw new Error('[[error:group-already-exists]]');
			}
			await c.db.setObject(`group:${to}`, { ...group, name: to, slug: slugify(to) });
			for (const uid of await c.db.getSetMembers(`group:${from}:members`)) {
				await c.db.setAdd(`group:${to}:members`, uid);
			}
			await c.db.sortedSetRemove('groups:createtime', from);
			await c.db.sortedSetAdd('groups:createtime', Date.now(), to);
			await c.privileges.categories.renameGroup(from, to);
			await c.db.deleteObjectField('groupslug:groupname', slugify(from));
			await c.db.setObjectField('groupslug:groupname', slugify(to), to);
			await Promise.all(['', ':members'].map(part => c.db.delete(`group:${from}${part}`)));
			void c.hooks.fire('action:group.rename', { old: from, new: to });
		},
		async destroy(name: string): Promise<void> {
			await Promise.all(['', ':members', ':owners'].map(part => c.db.delete(`group:${name}${part}`)));
			await c.db.sortedSetRemove('groups:createtime', name);
			await c.db.deleteObjectField('groupslug:groupname', slugify(name));
			void c.hooks.fire('action:groups.destroy', { groups: [{ name }] });
		},
		async exists(name: string): Promise<boolean> {
			return ownGroups.includes(name) || c.db.exists(`group:${name}`);
		},
		async getGroupNameByGroupSlug(slug: string): Promise<string> {
			return ownGroups.find(name => slugify(name) === slug) ??
				textOf(await c.db.getObjectField('groupslug:groupname', slug));
		},
		async getNonPrivilegeGroups(set: string, start: number, stop: number): Promise<Row[]> {
			const names = await c.db.getSortedSetRevRange(set, start, stop);
			return (await c.db.getObjects(names.map(name => `group:${name}`))).filter((row): row is Row => row !== null);
		},
		async getMembersOfGroups(names: readonly string[]): Promise<string[][]> {
			return Promise.all(names.map(name => c.db.getSetMembers(`group:${name}:members`)));
		},
		async getMembers(name: string): Promise<string[]> {
			return c.db.getSetMembers(`group:${name}:members`);
		},
	};
}

export type Groups = ReturnType<typeof groups>;
