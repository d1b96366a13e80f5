import { word, type Difference, type Place, type Step, type Titles } from 'forum-terms/categories/admin/model';
import { granteeWords, rightsLines, rightsWords } from 'forum-terms/categories/admin/rights';
import { element } from 'forum-terms/kit/dom';

const looks: Record<Step['kind'], [tone: string, icon: string]> = {
	create: ['success', 'fa-plus'], adopt: ['info', 'fa-link'], rename: ['primary', 'fa-pen'],
	move: ['primary', 'fa-arrow-right'], update: ['primary', 'fa-pen-to-square'], grant: ['success', 'fa-key'],
	revoke: ['danger', 'fa-lock'], checklist: ['secondary', 'fa-list-check'],
	rules: ['secondary', 'fa-scale-balanced'], order: ['secondary', 'fa-sort'],
};

/** The kind of a change: a colour, with icon and word for those who cannot see it. */
export async function kindBadge(kind: Step['kind'], count?: number): Promise<HTMLElement> {
	const [tone, icon] = looks[kind];
	const text = await word(`kind.${kind}`);
	return element('span', { class: `badge text-bg-${tone} flex-shrink-0` },
		element('i', { 'class': `fa fa-fw ${icon} me-1`, 'aria-hidden': 'true' }), count === undefined ? text : `${count} × ${text}`);
}

async function line(kind: Step['kind'], ...said: (Node | string)[]): Promise<HTMLElement> {
	return element('li', { class: 'd-flex flex-wrap flex-sm-nowrap gap-2 py-1 align-items-start' },
		await kindBadge(kind), element('div', { class: 'text-break' }, ...said));
}
function folded(summary: string, ...lines: string[]): HTMLElement {
	return element('details', { class: 'text-sm' }, element('summary', {}, summary),
		element('ul', { class: 'mb-0' }, ...lines.map(text => element('li', {}, text))));
}
async function valueWord(value: string | number | boolean): Promise<string> {
	return typeof value === 'boolean' ? word(value ? 'yes' : 'no') : value === '' ? '–' : String(value);
}
/** A checklist's title for people, and its id for the file and the API. */
async function checklistWord(profile: string, recordOnly: boolean, titles: Titles): Promise<string> {
	const title = titles.get(profile);
	const name = profile === '' ? await word('checklist.inherit') : profile === 'none' ? await word('checklist.none') :
		title ? await word('checklist.titled', title, profile) : profile;
	return recordOnly ? word('checklist.record-only', name) : name;
}

type OfKind<K extends Step['kind']> = Extract<Step, { kind: K }>;

async function madeLines(
	step: OfKind<'create'>, asked: readonly OfKind<'checklist'>[], place: Place | undefined, titles: Titles,
): Promise<HTMLElement> {
	const who = await Promise.all((['read', 'topics', 'replies'] as const).map(async what =>
		element('div', {}, await word(`who.${what}`, await granteeWords(place?.[what] ?? [])))));
	const checklists = await Promise.all(asked.map(async one => element('div', {},
		await word('said', await word(`checklist.${one.asked}`), await checklistWord(one.to, one.recordOnly.to, titles)))));
	// A new category is always enabled, so this field is left out.
	const fields = Object.entries(step.fields).filter(([field, value]) => field !== 'isDisabled' && value !== '' && value !== false);
	const more = await Promise.all(fields.map(async ([field, value]) =>
		word('said', await word(`field.${field}`), await valueWord(value))));
	return line('create', ...who, ...checklists, ...more.length > 0 ? [folded(await word('more'), ...more)] : []);
}
async function changedLine(name: string, from: string, to: string): Promise<string> {
	return word('changed', name, from, to);
}

/** One category's steps as readable lines. */
export async function stepLines(
	steps: readonly Step[], whole: Difference, titles: Titles,
): Promise<HTMLElement[]> {
	const nameOf = (key: string) => whole.places.find(place => place.key === key)?.name ?? key;
	const top = await word('top');
	const nameAt = (cid: number) => (cid === 0 ? top : whole.places.find(place => place.cid === cid)?.name ??
		whole.leaves.find(leave => leave.cid === cid)?.name ?? `#${cid}`);
	const asked = steps.filter((step): step is OfKind<'checklist'> => step.kind === 'checklist');
	const isNew = steps.some(({ kind }) => kind === 'create');
	const single = await Promise.all(steps.map(async (step): Promise<HTMLElement | null> => {
		switch (step.kind) {
			case 'create': return madeLines(step, asked, whole.places.find(({ key }) => key === step.key), titles);
			case 'adopt': return line(step.kind, await word('adopted', step.cid));
			case 'rename': return line(step.kind, await changedLine(await word('field.name'), step.from, step.name));
			case 'move': return line(step.kind, await changedLine(await word('field.parent'), nameAt(step.from),
				step.parent === '' ? top : nameOf(step.parent)));
			case 'update': return line(step.kind, ...await Promise.all(step.changes.map(async ({ field, from, to }) =>
				element('div', {}, await changedLine(await word(`field.${field}`), await valueWord(from), await valueWord(to))))));
			case 'checklist': return isNew ? null : line(step.kind, await changedLine(await word(`checklist.${step.asked}`),
				await checklistWord(step.from, step.recordOnly.from, titles),
				await checklistWord(step.to, step.recordOnly.to, titles)));
			case 'rules': return line(step.kind,
				folded(await word('rules.said', Object.keys(step.to).join(', ') || '–'), ...Object.values(step.to)));
			case 'order': return line(step.kind,
				element('div', {}, await word('ordered', step.keys.map(nameOf).join(', '))),
				...step.from.length < 2 ? [] : [
					element('div', { class: 'text-muted' }, await word('ordered-before', step.from.map(nameOf).join(', '))),
				]);
			default: return null;
		}
	}));
	const rights = await Promise.all((await rightsLines(steps)).map(async ({ kind, groups, privileges }) => {
		const { first, rest } = await rightsWords(privileges);
		const said = first.length > 0 ? first.join(', ') : await word('right.only-rest');
		return line(kind, await word(kind === 'grant' ? 'given' : 'taken', groups.join(', '), said),
			...rest.length > 0 ? [folded(await word('right.more', rest.length), ...rest)] : []);
	}));
	const order = single[steps.findIndex(({ kind }) => kind === 'order')];
	const others = single.flatMap(one => (one && one !== order ? [one] : []));
	return [...others, ...rights, ...order ? [order] : []];
}
