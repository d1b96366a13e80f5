import type { Context } from './context';
import type { Row } from './database';
import { defaultGrants } from './privileges';
import { slugify, textOf } from './text';

const stored = ['name', 'description', 'icon', 'bgColor', 'color', 'parentCid', 'order', 'link', 'disabled'];

/** NodeBB's categories. */
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
				cid, slug: `${cid}/${slugify(data.name)}`, disabled: 0, postQueue: 1, topic_count: 0, description: '', isSection: 0,
				icon: 'fa-comments', parentCid: 0, ...Object.fromEntries(Object.entries(data).filter(([key]) => stored.includes(key))), order,
			};
			({ category } = await c.hooks.fire('filter:category.create', { category, data }));
			await c.db.setObject(`category:${cid}`, category);
			await c.db.sortedSetAdd('categories:cid', order, cid);
			await c.db.sortedSetAdd(`cid:${Number(category.parentCid)}:children`, order, cid);
			for (const [names, list] of defaultGrants) {
				await c.privileges.categories.give(list.map(privilege => `groups:${privilege}`), cid, names);
			}
			void c.hooks.fire('action:category.create', { category });
			return category;
		},
		/** HOST: src/categories/update.js: many categories at once, tags and places in sets of their own. */
		async update(modified: Record<string, Row>): Promise<string[]> {
			for (const [cid, fields] of Object.entries(modified)) {
				if (await self.exists(cid)) {
					const { category } = await c.hooks.fire('filter:category.update', { cid, category: fields });
					await self.write(cid, category);
					void c.hooks.fire('action:category.update', { cid, modified: category });
				}
			}
			return Object.keys(modified);
		},
		async write(cid: string, { parentCid, order, tagWhitelist, ...rest }: Row): Promise<void> {
			const key = `category:${cid}`;
			if (parentCid !== undefined) {
				const before = await c.db.getObject(key) ?? {};
				await c.db.sortedSetRemove(`cid:${Number(before.parentCid)}:children`, cid);
				await c.db.sortedSetAdd(`cid:${Number(parentCid)}:children`, Number(before.order), cid);
				await c.db.setObject(key, { parentCid });
			}
			await c.db.setObject(key, rest);
			if (rest.name !== undefined) {
				await c.db.setObject(key, { slug: `${cid}/${slugify(textOf(rest.name))}` });
			}
			if (tagWhitelist !== undefined) {
				await c.db.setObject(`cid:${cid}:tag:whitelist`, { list: textOf(tagWhitelist) });
			}
			if (order !== undefined) {
				await self.reorder(cid, Number(order));
			}
		},
		/** HOST: src/categories/update.js `updateOrder`: a place among its siblings, who are all numbered anew. */
		async reorder(cid: string, order: number): Promise<void> {
			const parent = Number(await c.db.getObjectField(`category:${cid}`, 'parentCid'));
			const others = (await c.db.getSortedSetRange(`cid:${parent}:children`, 0, -1)).filter(one => one !== cid);
			const placed = [...others.slice(0, Math.max(0, order - 1)), cid, ...others.slice(Math.max(0, order - 1))];
			for (const [index, one] of placed.entries()) {
				await c.db.sortedSetAdd(`cid:${parent}:children`, index + 1, one);
				await c.db.setObject(`category:${one}`, { order: index + 1 });
			}
			await c.db.sortedSetAdd('categories:cid', order, cid);
		},
		async getAllCidsFromSet(key: string): Promise<string[]> {
			return c.db.getSortedSetRange(key, 0, -1);
		},
		async getCategoriesFields(cids: readonly unknown[], fields: readonly string[]): Promise<(Row | null)[]> {
			const rows = await c.db.getObjects(cids.map(cid => `category:${String(cid)}`));
			return rows.map(row => row && Object.fromEntries(fields.map(field => [field, row[field]])));
		},
		async getTagWhitelist(cids: readonly unknown[]): Promise<string[][]> {
			const rows = await c.db.getObjects(cids.map(cid => `cid:${String(cid)}:tag:whitelist`));
			return rows.map(row => textOf(row?.list).split(',').filter(tag => tag !== ''));
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
			return rows.filter(row => (Number(row.timestamp) > now ? isMod : !row.deleted));
		},
	};
	return self;
}

export type Categories = ReturnType<typeof categories>;
