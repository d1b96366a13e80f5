import { pick, uniq } from 'lodash';
import { pathOf } from '../../kernel/host/category-tree';
import { groupsOf, managedPrivileges, type GranteeGroups } from './grantee';
import { isExpressible, type Blueprint, type BlueprintCategory } from './blueprint';
import { grantChanges, grantsOf } from './grants';
import { identified } from './identity';
import { asksSomething, type PresentCategory } from './present-category';
import { managedIn } from './plan-rules';

/** A unique key derived from a name. */
function keyFor(name: string, cid: number, taken: ReadonlySet<string>): string {
	const plain = name.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '')
		.slice(0, 40) || 'category';
	for (let key = plain, tries = 0; ; tries += 1, key = `${plain}-${cid}${tries > 1 ? `-${tries}` : ''}`) {
		if (!taken.has(key)) {
			return key;
		}
	}
}

/** A key for each category: its own, the one from the previous file, or a new one. */
function keysOf(
	present: readonly PresentCategory[], before: ReadonlyMap<string, PresentCategory>,
): Map<number, string> {
	const [keys, taken] = [new Map<number, string>(), new Set(present.map(({ key }) => key))];
	const owners = new Map([
		...[...before].map(([key, { cid }]) => [key, cid] as const),
		// If two have the same key, the first keeps it.
		...[...present].reverse().filter(({ key }) => key !== '').map(({ key, cid }) => [key, cid] as const),
	]);
	for (const [key, cid] of owners) {
		keys.set(cid, key);
		taken.add(key);
	}
	for (const { cid, name } of present.filter(one => !keys.has(one.cid))) {
		const key = keyFor(name, cid, taken);
		keys.set(cid, key);
		taken.add(key);
	}
	return keys;
}

/** Who has a right, in grantees of the blueprint: the widest ones, without those they include. */
function granteesWith(
	category: PresentCategory, privilege: string, levels: readonly string[], groups: GranteeGroups,
): BlueprintCategory['read'] {
	const has = (grantee: string) => groupsOf(grantee, groups)
		.every(name => name === 'fediverse' || name === 'spiders' || category.grants[name]?.includes(privilege));
	const widest = ['everybody', 'users'].find(has);
	const narrow = ['customers', 'partners', ...levels.map(level => `partners:${level}`)].filter(has);
	// A right of all partners is a right of each level; staff always have it.
	const some = narrow.includes('partners') ? narrow.filter(one => !one.startsWith('partners:')) : narrow;
	return (widest ? [widest] : some.length > 0 ? some : ['staff']);
}

interface ExportContext {
	language: string;
	levels: readonly string[];
	groups: GranteeGroups;
	/** Address of the forum. */
	forum: string;
	/** The blueprint applied last: words and area languages are stored nowhere else. */
	held?: Blueprint | undefined;
}

/** The category's own checklists; nothing if it has none. */
function checklistsOf({ checklist: { topics, replies, recordOnly } }: PresentCategory): Pick<BlueprintCategory, 'checklist'> {
	return !topics && !replies ? {} : { checklist: {
		...topics ? { topics } : {}, ...replies ? { replies } : {},
		...asksSomething(topics) || asksSomething(replies) ? { recordOnly: [...recordOnly] } : {},
	} };
}

/** Appearance and tags that the forum has and a file can express. */
function looksOf(one: PresentCategory) {
	const limits = one.minTags <= one.maxTags ? { min: one.minTags, max: one.maxTags } : {};
	return {
		...isExpressible.icon(one.icon) ? { icon: one.icon } : {},
		...isExpressible.colour(one.background) ? { background: one.background } : {},
		...isExpressible.colour(one.colour) ? { colour: one.colour } : {},
		isSection: one.isSection, postQueue: one.postQueue, tags: { allowed: [...one.tags], ...limits },
		...one.link && isExpressible.redirect(one.link) ? { redirect: one.link } : {},
	};
}

/** Rights that grantees cannot express, per group. */
function exactRights(
	one: BlueprintCategory, { grants }: PresentCategory, managed: readonly string[], groups: GranteeGroups,
): Pick<BlueprintCategory, 'rights'> {
	const { give, take } = grantChanges(grants, grantsOf(one, managed, groups));
	const names = uniq([...Object.keys(give), ...Object.keys(take)]);
	return names.length === 0 ? {} : {
		rights: Object.fromEntries(names.map(name =>
			[name, managedPrivileges.filter(privilege => grants[name]?.includes(privilege))])),
	};
}

/**
 * The forum as a blueprint that would change nothing when applied (clause 5). Categories without a key are identified
 * by cid, and subcategories of a disabled one are off too.
 */
export function blueprintOf(
	present: readonly PresentCategory[], { language, levels, groups, forum, held }: ExportContext,
): Blueprint {
	const before = held ? identified(held, present, { forum }) : new Map<string, PresentCategory>();
	const keys = keysOf(present, before);
	const byCid = new Map(present.map(one => [one.cid, one]));
	const parents = new Map(present.map(({ cid, parentCid }) => [cid, parentCid]));
	const isOff = ({ cid }: PresentCategory) => pathOf(cid, parents).some(above => byCid.get(above)?.isDisabled);
	// A category whose parent is missing is at the top level.
	const above = ({ parentCid }: PresentCategory) => (byCid.has(parentCid) ? parentCid : 0);
	const ordered = [...present].sort((a, b) => above(a) - above(b) || a.order - b.order || a.cid - b.cid);
	const said = ordered.map((one): BlueprintCategory => {
		const key = keys.get(one.cid) ?? '';
		const parent = keys.get(one.parentCid);
		const who = (privilege: string) => granteesWith(one, privilege, levels, groups);
		return {
			key, ...one.key === key ? {} : { cid: one.cid }, name: { [language]: one.name.trim() || key },
			...one.description.trim() ? { description: { [language]: one.description.trim() } } : {},
			...one.template.trim() ? { template: { [language]: one.template.trim() } } : {},
			...parent === undefined ? {} : { parent },
			...looksOf(one), isOff: isOff(one), isProposal: false,
			read: who('topics:read'), topics: who('topics:create'), replies: who('topics:reply'),
			...checklistsOf(one),
			...Object.keys(one.rules).length > 0 ? { rules: one.rules } : {},
			...pick(held?.categories.find(other => before.get(other.key) === one), ['words', 'language']),
		};
	});
	const managed = managedIn({ blueprint: 1, categories: said }, groups);
	return {
		blueprint: 1, forum,
		categories: said.map((one, index) => ({
			...one, ...exactRights(one, ordered[index] as PresentCategory, managed, groups),
		})),
	};
}
