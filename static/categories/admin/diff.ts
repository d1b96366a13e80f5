import { checklistTitles, word, type Difference, type Step, type Titles } from 'forum-terms/categories/admin/model';
import { kindBadge, stepLines } from 'forum-terms/categories/admin/steps';
import { element } from 'forum-terms/kit/dom';

const kinds = ['create', 'adopt', 'rename', 'move', 'update', 'grant', 'revoke', 'checklist', 'rules', 'order'] as const;

async function countBadges(steps: readonly Step[]): Promise<HTMLElement> {
	const present = kinds.map(kind => ({ kind, count: steps.filter(step => step.kind === kind).length }))
		.filter(({ count }) => count > 0);
	return element('p', { class: 'd-flex flex-wrap gap-1 mb-3' },
		...await Promise.all(present.map(({ kind, count }) => kindBadge(kind, count))));
}

interface Group { key: string; name: string; path: string; depth: number; isProposal: boolean; steps: Step[] }

/** Steps grouped by category, in tree order; the order of the top level comes last. */
async function groupsOf({ places, steps }: Difference): Promise<Group[]> {
	const byKey = new Map(places.map(place => [place.key, place]));
	const pathOf = (key: string): string => {
		const above = byKey.get(byKey.get(key)?.parent ?? '');
		return above ? `${pathOf(above.key)}${above.name} › ` : '';
	};
	const top = { key: '', name: await word('top'), depth: 0, isProposal: false };
	return [...places, top]
		.map(place => ({ ...place, path: pathOf(place.key), steps: steps.filter(({ key }) => key === place.key) }))
		.filter(group => group.steps.length > 0);
}
async function groupNode(group: Group, whole: Difference, titles: Titles): Promise<HTMLElement> {
	const { key, name, path, depth, isProposal, steps } = group;
	const made = element('li', { 'class': 'list-group-item', 'data-key': key },
		element('h5', { class: 'fs-6 fw-semibold mb-1 d-flex flex-wrap gap-2 align-items-center' },
			element('span', { class: 'text-break' }, ...path === '' ? [] :
				[element('span', { class: 'fw-normal text-muted' }, path)], name),
			...isProposal ? [element('span', { class: 'badge border text-body fw-normal' }, await word('proposal'))] : []),
		element('ul', { class: 'list-unstyled mb-0' }, ...await stepLines(steps, whole, titles)));
	made.style.borderInlineStartWidth = `${1 + depth * 6}px`;
	return made;
}

/** The changes by category, and the unchanged categories. */
export async function diffOf(whole: Difference): Promise<HTMLElement[]> {
	const groups = await groupsOf(whole);
	const label = await word('diff');
	const hasChecklists = whole.steps.some(({ kind }) => kind === 'checklist');
	const titles: Titles = hasChecklists ? await checklistTitles().catch(() => new Map<string, string>()) : new Map();
	const leaves = await Promise.all(whole.leaves.map(async ({ name, why }) =>
		element('li', { class: 'text-break' }, await word(`leave.${why}`, name))));
	return [
		...groups.length === 0 ? [] : [
			await countBadges(whole.steps),
			element('ul', { 'class': 'list-group mb-3', 'aria-label': label, 'data-role': 'blueprint-steps' },
				...await Promise.all(groups.map(group => groupNode(group, whole, titles)))),
		],
		...leaves.length === 0 ? [] : [element('details', { 'class': 'mb-3', 'data-role': 'blueprint-leaves' },
			element('summary', {}, await word('leaves', leaves.length)), element('ul', { class: 'mb-0' }, ...leaves))],
	];
}
