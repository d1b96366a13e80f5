import { sumBy } from 'lodash';
import type { Context } from '../host/context';
import type { Row } from '../host/database';
import { textOf } from '../host/text';
import { drawingOf, groundOf } from '../host/icons';

interface Listed {
	cid: number; name: string; slug: string; description: string; drawing: string; ground: string;
	topics: number; posts: number; children: { name: string; slug: string }[]; latest: Latest | null;
}
interface Latest { title: string; slug: string; atISO: string; user: Row; category: string; replies: number }

/** The forum as its first page lists it, as far as this reader may see it. */
export async function forumOverview(c: Context, uid: number): Promise<{ categories: Listed[]; recent: Latest[] }> {
	const visible = (await c.categories.getCategoriesByPrivilege('categories:cid', uid, 'find'))
		.filter(row => Number(row.disabled) !== 1);
	const topicsIn = new Map(await Promise.all(visible.map(async row =>
		[Number(row.cid), await c.categories.topicsOf(row.cid, uid)] as const)));
	const nameOf = new Map(visible.map(row => [Number(row.cid), textOf(row.name)]));

	async function latest(rows: readonly Row[], most: number): Promise<Latest[]> {
		const newest = [...rows].sort((one, other) => Number(other.lastposttime) - Number(one.lastposttime))
			.slice(0, most);
		return Promise.all(newest.map(async row => ({
			title: textOf(row.title), slug: textOf(row.slug),
			atISO: new Date(Number(row.lastposttime)).toISOString(), replies: Number(row.postcount) - 1,
			category: nameOf.get(Number(row.cid)) ?? '',
			user: await c.accounts.getUserFields(Number(row.uid), ['username', 'userslug', 'icon:text', 'icon:bgColor']),
		})));
	}
	const categories = await Promise.all(visible.filter(row => !nameOf.has(Number(row.parentCid))).map(async (row) => {
		const children = visible.filter(child => Number(child.parentCid) === Number(row.cid))
			.sort((one, other) => Number(one.order) - Number(other.order));
		const rows = [row, ...children].flatMap(one => topicsIn.get(Number(one.cid)) ?? []);
		const [newest = null] = await latest(rows, 1);
		return {
			cid: Number(row.cid), name: textOf(row.name), slug: textOf(row.slug), description: textOf(row.description),
			drawing: drawingOf(textOf(row.icon)), ground: textOf(row.bgColor) || groundOf(Number(row.cid)),
			topics: rows.length, posts: sumBy(rows, one => Number(one.postcount)), latest: newest,
			children: children.map(child => ({ name: textOf(child.name), slug: textOf(child.slug) })),
		};
	}));
	return { categories, recent: await latest([...topicsIn.values()].flat(), 6) };
}
