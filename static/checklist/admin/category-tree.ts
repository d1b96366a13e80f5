import type { Category } from 'forum-terms/checklist/admin/desk';

/** A category as NodeBB's API lists it: flat, with the parent's id; federated ones have a URI as id. */
export interface ListedCategory {
	cid: number | string;
	name: string;
	parentCid?: number;
	order?: number;
}

/** The forum's own categories below their parents; a category whose parent is hidden is at the top level. */
export function categoryTree(listed: readonly ListedCategory[]): Category[] {
	const own = listed.filter(({ cid }) => Number.isInteger(Number(cid)) && Number(cid) > 0)
		.map(({ cid, name, parentCid = 0, order = 0 }) =>
			({ name, cid: Number(cid), parentCid: Number(parentCid), order }))
		.sort((one, other) => one.order - other.order || one.cid - other.cid);
	const isTop = (parentCid: number) => !own.some(({ cid }) => cid === parentCid);
	const below = (parent: number | null, depth: number): Category[] => own
		.filter(({ parentCid }) => (parent === null ? isTop(parentCid) : parentCid === parent))
		.flatMap(({ cid, name, parentCid }) =>
			[{ cid, name: plain(name), parentCid, depth }, ...below(cid, depth + 1)]);
	return below(null, 0);
}

/** HOST: src/categories/data.js escapes names for HTML; `textContent` would show the escapes. */
function plain(html: string): string {
	return new DOMParser().parseFromString(html, 'text/html').documentElement.textContent ?? '';
}
