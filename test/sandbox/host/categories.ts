import type { Context } from './context';
import type { Row } from './database';
import { slugify } from './text';

const stored = ['name', 'description', 'icon', 'bgColor', 'color', 'parentCid', 'order'];

/** NodeBB's categories, flat. */
export function categories(c: Context) {
	const self = {
		async exists(cid: unknown): Promise<boolean> {
			return c.db.exists(`category:${String(cid)}`);
		},
		async create(data: Row): Promise<Row> {
			if (typeof data.name !== 'string' || data.name.trim() === '') {
				throw new Error('[[error:invalid-data]]');
			}
			const cid = await c.db.incrObjectField('global', 'nextCid');
			const order = Number(data.order ?? cid);
			let category: Row = {
				cid, slug: `${cid}/${slugify(data.name)}`, disabled: 0, postQueue: 1, topic_count: 0, description: '',
				icon: 'fa-comments', parentCid: 0, ...Object.fromEntries(Object.entries(data).filter(([key]) => stored.includes(key))), order,
			};
			({ category } = await c.hooks.fire('filter:category.create', { category, data }));
			await c.db.setObject(`category:${cid}`, category);
			await c.db.sortedSetAdd('categories:cid', order, cid);
			void c.hooks.fire('action:category.create', { category });
			return category;
		},
		async update(cid: unknown, modified: Row): Promise<void> {
			if (!await self.exists(cid)) {
				throw new Error('[[error:no-category]]');
			}
			const { category } = await c.hooks.fire('filter:category.update', { cid, category: modified });
			await c.db.setObject(`category:${String(cid)}`, category);
			void c.hooks.fire('action:category.update', { cid, modified });
		},
		async get(cid: unknown): Promise<Row | null> {
			return c.db.getObject(`category:${String(cid)}`);
		},
		async getCategoryField(cid: unknown, field: string): Promise<unknown> {
			return c.db.getObjectField(`category:${String(cid)}`, field);
		},
		async getModeratorUids(cids: unknown[]): Promise<number[][]> {
			const members = await Promise.all(cids.map(cid => c.groups.getMembers(`cid:${String(cid)}:privileges:moderate`)));
			return members.map(uids => uids.map(Number));
		},
		async getCategoriesByPrivilege(_set: string, uid: number, privilege: string): Promise<Row[]> {
			const cids = await c.db.getSortedSetRange('categories:cid', 0, -1);
			const rows = await c.db.getObjects(cids.map(cid => `category:${cid}`));
			const isVisible = await Promise.all(cids.map(cid => c.privileges.categories.can(privilege, cid, uid)));
			return rows.filter((row, index): row is Row => row !== null && isVisible[index] === true);
		},
		async topicsOf(cid: unknown, uid: number): Promise<Row[]> {
			const tids = await c.db.getSortedSetRevRange(`cid:${String(cid)}:tids`, 0, 99);
			const rows = (await c.db.getObjects(tids.map(tid => `topic:${tid}`))).filter((row): row is Row => row !== null);
			const now = Date.now();
			const isMod = await c.privileges.categories.isAdminOrMod(cid, uid);
			return rows.filter(row => !row.deleted && (isMod || Number(row.timestamp) <= now));
		},
	};
	return self;
}

export type Categories = ReturnType<typeof categories>;
