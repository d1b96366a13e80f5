import { omit, pick } from 'lodash';
import type { CategoryChange, CategoryTree, StoredCategory } from '../../kernel/host/category-tree';
import { textOf } from '../../kernel/formats/text';
import { hostModule } from '../core/modules';

/** NodeBB's names of category fields; `forumTermsKey` is ours. */
const names = {
	key: 'forumTermsKey', name: 'name', description: 'description', parentCid: 'parentCid', order: 'order', icon: 'icon',
	background: 'bgColor', colour: 'color', isSection: 'isSection', isDisabled: 'disabled', link: 'link',
	template: 'topicTemplate', postQueue: 'postQueue', tags: 'tagWhitelist', minTags: 'minTags', maxTags: 'maxTags',
} as const satisfies Record<keyof CategoryChange, string>;

/** HOST: src/categories/data.js renders a description on every read, so it is read separately. */
const readBeside = new Set<string>([names.tags, names.description]);
const listed = ['cid', ...Object.values(names).filter(name => !readBeside.has(name))];

function storedFrom(row: Record<string, unknown>, tags: readonly string[]): StoredCategory {
	const number = (name: string) => Number(row[name] ?? 0) || 0;
	return {
		cid: number('cid'), key: textOf(row[names.key]), name: textOf(row.name), description: textOf(row.description),
		parentCid: number('parentCid'), order: number('order'), icon: textOf(row.icon), background: textOf(row.bgColor),
		colour: textOf(row.color), isSection: number('isSection') === 1, isDisabled: number('disabled') === 1,
		link: textOf(row.link), template: textOf(row[names.template]).replace(/\r\n?/g, '\n'),
		postQueue: number('postQueue') === 1, tags, minTags: number('minTags'), maxTags: number('maxTags'),
	};
}

function hostValue(value: CategoryChange[keyof CategoryChange]): string | number {
	return typeof value === 'boolean' ? Number(value) : typeof value === 'object' ? value.join(',') : value ?? '';
}

const prefixed = (privileges: readonly string[]) => privileges.map(privilege => `groups:${privilege}`);

function hostFields(change: CategoryChange): Record<string, string | number> {
	return Object.fromEntries(Object.entries(change)
		.map(([field, value]) => [names[field as keyof CategoryChange], hostValue(value)]));
}

/** HOST: src/categories/create.js accepts these; src/categories/update.js writes each in a separate command. */
const atCreation = ['name', 'parentCid', 'order', 'description', 'icon', 'background', 'colour', 'isDisabled', 'link'] as const;

/** NodeBB's categories behind the port. */
export function nodebbCategoryTree(): CategoryTree {
	const categories = () => hostModule('./src/categories');
	const privileges = () => hostModule('./src/privileges').categories;
	async function update(cid: number, change: CategoryChange): Promise<void> {
		if (Object.keys(change).length > 0) {
			await categories().update({ [cid]: hostFields(change) });
		}
	}
	return {
		async all() {
			// HOST: src/categories/index.js: remote categories have URIs as ids, `/world` is -1.
			const cids = (await categories().getAllCidsFromSet('categories:cid')).map(Number).filter(cid => cid > 0);
			const [rows, described, tags] = await Promise.all([
				categories().getCategoriesFields(cids, listed),
				hostModule('./src/database').getObjectsFields(cids.map(cid => `category:${cid}`), [names.description]),
				categories().getTagWhitelist(cids),
			]);
			return rows.flatMap((row, index) =>
				(row ? [storedFrom({ ...row, ...described[index], cid: cids[index] }, tags[index] ?? [])] : []));
		},
		exists: async cid => hostModule('./src/categories').exists(cid),
		async grants(cids, groups, list) {
			const lists = await hostModule('./src/groups').getMembersOfGroups(
				cids.flatMap(cid => prefixed(list).map(privilege => `cid:${cid}:privileges:${privilege}`)));
			return cids.map((_cid, at) => Object.fromEntries(groups.map(group => [
				group, list.filter((_privilege, index) => lists[at * list.length + index]?.map(String).includes(group)),
			])));
		},
		async create({ key, ...fields }) {
			// HOST: src/categories/create.js keeps fields it knows; our `filter:category.create` adds the key.
			const category = await categories().create({ ...hostFields(pick(fields, atCreation)), forumTermsKey: key });
			const cid = Number(category.cid);
			await update(cid, omit(fields, atCreation));
			return cid;
		},
		change: update,
		give: (cid, group, list) => privileges().give(prefixed(list), cid, [group]),
		take: (cid, group, list) => privileges().rescind(prefixed(list), cid, [group]),
	};
}
