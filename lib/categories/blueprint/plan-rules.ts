import { isEqual } from 'lodash';
import { wordIn, type Words } from '../rules/words';
import { managedGroups, type GranteeGroups } from './grantee';
import { inOrderOfMaking, isExpressible, type Blueprint, type BlueprintCategory } from './blueprint';
import { identified } from './identity';
import { grantChanges, grantsOf } from './grants';
import { asksSomething, nothingChosen, type CategoryField, type FieldValue, type PresentCategory } from './present-category';
import type { Candidate, Place, Plan, Step } from './plan';

/** What a plan needs besides file and forum. */
export interface PlanContext {
	/** Language of the names; a category without it uses its first one. */
	language: string;
	groups: GranteeGroups;
	/** Existing categories matched by hand, by key. */
	adopt: Readonly<Record<string, number>>;
	/** Address of this forum. */
	forum: string;
}

const inherit = '';

/** The fields that the file sets; others stay as they are, except a redirect that the file could express. */
function fieldsOf(one: BlueprintCategory, language: string, link = ''): Partial<Record<CategoryField, FieldValue>> {
	const { tags } = one;
	const said: [CategoryField, FieldValue | undefined][] = [
		['description', one.description && wordIn(one.description, language)], ['icon', one.icon],
		['background', one.background], ['colour', one.colour], ['isSection', one.isSection], ['isDisabled', false],
		['link', one.redirect ?? (isExpressible.redirect(link) ? '' : undefined)], ['postQueue', one.postQueue],
		['template', one.template && wordIn(one.template, language)], ['tags', tags?.allowed?.join(',')],
		['minTags', tags?.min], ['maxTags', tags?.max],
	];
	return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}

function presentField(category: PresentCategory, field: CategoryField): FieldValue {
	return field === 'tags' ? category.tags.join(',') :
		field === 'description' || field === 'template' ? category[field].trim() : category[field];
}

function checklistSteps(
	one: BlueprintCategory, language: string, chosen: PresentCategory['checklist'] = nothingChosen,
): Step[] {
	const name = wordIn(one.name, language);
	return (['topics', 'replies'] as const).flatMap((asked): Step[] => {
		const said = one.checklist?.[asked];
		const from = chosen[asked];
		const to = said === 'inherit' ? inherit : said;
		if (to === undefined) {
			return [];
		}
		const recordOnly = {
			from: chosen.recordOnly.includes(asked),
			to: asksSomething(to) && (one.checklist?.recordOnly ?? chosen.recordOnly).includes(asked),
		};
		return to === from && recordOnly.to === recordOnly.from ? [] :
			[{ kind: 'checklist', key: one.key, name, asked, from, to, recordOnly }];
	});
}

/** Rules that the file does not have stay as they are. */
function rulesSteps(one: BlueprintCategory, language: string, from: Words = {}): Step[] {
	return one.rules === undefined || isEqual(one.rules, from) ? [] :
		[{ kind: 'rules', key: one.key, name: wordIn(one.name, language), from, to: one.rules }];
}

interface PlanView extends PlanContext {
	byKey: Map<string, PresentCategory>;
	byCid: ReadonlyMap<number, PresentCategory>;
	managed: string[];
}

/** The steps that turn an existing category into what the file says. */
function stepsFor(one: BlueprintCategory, present: PresentCategory, view: PlanView): Step[] {
	const { cid } = present;
	const name = wordIn(one.name, view.language);
	const base = { key: one.key, name, cid };
	const parentCid = one.parent === undefined ? 0 : view.byKey.get(one.parent)?.cid ?? -1;
	// A category whose parent is missing is at the top level.
	const above = view.byCid.has(present.parentCid) ? present.parentCid : 0;
	const changes = Object.entries(fieldsOf(one, view.language, present.link))
		.map(([name, to]) => {
			const field = name as CategoryField;
			return { field, from: presentField(present, field), to };
		})
		.filter(({ from, to }) => from !== to);
	const { give, take } = grantChanges(present.grants, grantsOf(one, view.managed, view.groups));
	const rights = (kind: 'grant' | 'revoke', grants: typeof give): Step[] => Object.entries(grants)
		.map(([group, privileges]) => ({ ...base, kind, group, privileges: [...privileges] }));
	return [
		...present.key === one.key ? [] : [{ ...base, kind: 'adopt' as const }],
		...present.name.trim() === name ? [] : [{ ...base, kind: 'rename' as const, from: present.name }],
		...above === parentCid ? [] :
			[{ ...base, kind: 'move' as const, from: present.parentCid, parent: one.parent ?? '' }],
		...changes.length === 0 ? [] : [{ ...base, kind: 'update' as const, changes }],
		...rights('grant', give), ...rights('revoke', take),
	];
}

function stepToMake(one: BlueprintCategory, view: PlanView): Step {
	return {
		kind: 'create', key: one.key, name: wordIn(one.name, view.language), parent: one.parent ?? '',
		fields: fieldsOf(one, view.language), grants: grantsOf(one, view.managed, view.groups),
	};
}

/** Order steps for siblings whose order differs from the file. */
function orderSteps(listed: readonly BlueprintCategory[], { byKey, byCid }: PlanView): Step[] {
	const above = ({ parentCid }: PresentCategory) => (byCid.has(parentCid) ? parentCid : 0);
	const parents = [...new Set(listed.map(one => one.parent ?? ''))];
	return parents.flatMap((parent): Step[] => {
		const keys = listed.filter(one => (one.parent ?? '') === parent).map(({ key }) => key);
		const parentCid = parent === '' ? 0 : byKey.get(parent)?.cid;
		const present = keys.flatMap(key => byKey.get(key) ?? [])
			.filter(one => above(one) === parentCid).sort((a, b) => a.order - b.order || a.cid - b.cid);
		const from = present.map(one => [...byKey].find(([, other]) => other === one)?.[0] ?? '');
		// New categories are appended: no step is needed if they are last in the file too.
		const isRight = isEqual(from, keys.slice(0, from.length));
		return isRight ? [] : [{ kind: 'order', key: parent, name: parent, parent, keys, from }];
	});
}

/** The groups whose rights the file may change. */
export function managedIn({ categories }: Blueprint, groups: GranteeGroups): string[] {
	return managedGroups(categories.flatMap(one => [...one.read, ...one.topics, ...one.replies]), groups);
}

/** The file's categories in tree order, parents before children. */
function placesOf(listed: readonly BlueprintCategory[], { byKey, language }: PlanView): Place[] {
	const below = (parent: string, depth: number): Place[] => listed
		.filter(one => (one.parent ?? '') === parent)
		.flatMap(({ key, name, isProposal, read, topics, replies }) => [
			{
				key, name: wordIn(name, language), parent, depth, cid: byKey.get(key)?.cid ?? 0, isProposal,
				read, topics, replies,
			},
			...below(key, depth + 1),
		]);
	return below('', 0);
}

/** Compares names by their words: ignores case, punctuation, order, small words and plural s. */
function alike(name: string): string {
	const words = name.normalize('NFKC').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(word => word !== '');
	const telling = words.filter(word => !smallWords.has(word));
	return (telling.length > 0 ? telling : words).map(word => (word.length > 3 ? word.replace(/s$/, '') : word)).sort().join(' ');
}
const smallWords = new Set(['and', 'or', 'the', 'of', 'for', 'und', 'oder', 'der', 'die', 'das', 'für', 'forum']);

/**
 * The steps that make the forum match the blueprint (clause 5). Categories that the file does not list, or marks as
 * off, stay as they are; remote ones are ignored.
 */
export function planOf(blueprint: Blueprint, present: readonly PresentCategory[], context: PlanContext): Plan {
	const listed = inOrderOfMaking(blueprint).filter(({ isOff }) => !isOff);
	const off = new Set(blueprint.categories.filter(({ isOff }) => isOff).map(({ key }) => key));
	const byCid = new Map(present.map(one => [one.cid, one]));
	const byKey = identified(blueprint, present, context);
	const view: PlanView = { ...context, byKey, byCid, managed: managedIn(blueprint, context.groups) };
	const touched = new Set(listed.map(({ key }) => byKey.get(key)?.cid));
	const candidates = listed.filter(({ key }) => !byKey.has(key)).flatMap(({ key, name: words }): Candidate[] => {
		const names = Object.values(words).map(alike);
		return present
			.filter(one => one.key === '' && !touched.has(one.cid) && names.includes(alike(one.name)))
			.map(({ cid, name }) => ({ key, name, cid }));
	});
	const steps = [
		...listed.flatMap((one) => {
			const found = byKey.get(one.key);
			return found ? stepsFor(one, found, view) : [stepToMake(one, view)];
		}),
		// Together, so that they become one write.
		...listed.flatMap(one => checklistSteps(one, context.language, byKey.get(one.key)?.checklist)),
		...listed.flatMap(one => rulesSteps(one, context.language, byKey.get(one.key)?.rules)),
		...orderSteps(listed, view),
	];
	// Keys need not be stored for a file that identifies categories by cid, if nothing else changes.
	const isAlike = steps.every(({ kind, key }) => kind === 'adopt' && !Object.hasOwn(context.adopt, key));
	return {
		places: placesOf(listed, view),
		steps: isAlike ? [] : steps,
		leaves: present.filter(({ cid }) => !touched.has(cid))
			.map(({ cid, name, key }) => ({ cid, name, why: off.has(key) ? 'off' : 'unlisted' })),
		candidates,
	};
}
