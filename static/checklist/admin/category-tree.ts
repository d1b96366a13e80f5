import type { Category } from 'forum-terms/checklist/admin/desk';

/** A category as NodeBB's API lists them: flat, with the parent's id; federated ones have an address for an id. */
export interface ListedCategory {
	cid: number | string;
	name: string;
	parentCid?: number;
	order?: number;
}

/** The forum's own categories, each below its parent; one whose parent cannot be seen stands at the top. */
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

/** HOST: src/categories/data.js escapes names for HTML, which `textContent` would show. */
function plain(html: string): string {
	return new DOMParser().parseFromString(html, 'text/html').documentElement.textContent ?? '';
}
