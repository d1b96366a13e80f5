import { pick, uniq } from 'lodash';
import { pathOf } from '../../kernel/category-tree';
import { groupsOf, type AudienceGroups } from './audience';
import { isSayable, type Blueprint, type BlueprintCategory } from './blueprint';
import { grantChanges, grantsOf } from './grants';
import { identified } from './identity';
import type { PresentCategory } from './present-category';
import { managedIn } from './plan-rules';
import { managedPrivileges } from './privileges';

/** A key out of a name, unlike those that are taken. */
function keyFor(name: string, cid: number, taken: ReadonlySet<string>): string {
	const plain = name.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '')
		.slice(0, 40) || 'category';
	for (let key = plain, tries = 0; ; tries += 1, key = `${plain}-${cid}${tries > 1 ? `-${tries}` : ''}`) {
		if (!taken.has(key)) {
			return key;
		}
	}
}

/** A key for each: its own, the one it had in the file of before, or a new one. */
function keysOf(
	present: readonly PresentCategory[], before: ReadonlyMap<string, PresentCategory>,
): Map<number, string> {
	const [keys, taken] = [new Map<number, string>(), new Set(present.map(({ key }) => key))];
	const owners = new Map([
		...[...before].map(([key, { cid }]) => [key, cid] as const),
		// Of two with one key the first has it.
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

/** Who has a right, in words of the blueprint: the widest first, what it includes left out. */
function audiencesWith(
	category: PresentCategory, privilege: string, levels: readonly string[], groups: AudienceGroups,
): BlueprintCategory['read'] {
	const has = (audience: string) => groupsOf(audience, groups)
		.every(name => name === 'fediverse' || name === 'spiders' || category.grants[name]?.includes(privilege));
	const widest = ['everybody', 'users'].find(has);
	const narrow = ['customers', 'partners', ...levels.map(level => `partners:${level}`)].filter(has);
	// A right of all partners is one of each level; staff may always.
	const some = narrow.includes('partners') ? narrow.filter(one => !one.startsWith('partners:')) : narrow;
	return (widest ? [widest] : some.length > 0 ? some : ['staff']);
}

interface Sight {
	language: string;
	levels: readonly string[];
	groups: AudienceGroups;
	/** Address of the forum. */
	forum: string;
	/** What the forum was last made of: words, rules and languages of areas are nowhere else. */
	held?: Blueprint | undefined;
}

/** What the file says of a category's looks and tags: what the forum has and a file can say. */
function looksOf(one: PresentCategory) {
	const limits = one.minTags <= one.maxTags ? { min: one.minTags, max: one.maxTags } : {};
	return {
		...isSayable.icon(one.icon) ? { icon: one.icon } : {},
		...isSayable.colour(one.background) ? { background: one.background } : {},
		...isSayable.colour(one.colour) ? { colour: one.colour } : {},
		isSection: one.isSection, postQueue: one.postQueue, tags: { allowed: [...one.tags], ...limits },
		...one.link && isSayable.redirect(one.link) ? { redirect: one.link } : {},
	};
}

/** Rights that the words for people do not come to, group by group as they are. */
function exactRights(
	one: BlueprintCategory, { grants }: PresentCategory, managed: readonly string[], groups: AudienceGroups,
): Pick<BlueprintCategory, 'rights'> {
	const { give, take } = grantChanges(grants, grantsOf(one, managed, groups));
	const names = uniq([...Object.keys(give), ...Object.keys(take)]);
	return names.length === 0 ? {} : {
		rights: Object.fromEntries(names.map(name =>
			[name, managedPrivileges.filter(privilege => grants[name]?.includes(privilege))])),
	};
}

/**
 * The living forum as a blueprint that, applied to it, changes nothing (clause 5). Categories without a key are named
 * by their cids, and whatever lies below one that is switched off is off like it.
 */
export function blueprintOf(
	present: readonly PresentCategory[], { language, levels, groups, forum, held }: Sight,
): Blueprint {
	const before = held ? identified(held, present, { forum }) : new Map<string, PresentCategory>();
	const keys = keysOf(present, before);
	const byCid = new Map(present.map(one => [one.cid, one]));
	const parents = new Map(present.map(({ cid, parentCid }) => [cid, parentCid]));
	const isOff = ({ cid }: PresentCategory) => pathOf(cid, parents).some(above => byCid.get(above)?.isDisabled);
	// A category whose parent is gone stands at the top.
	const above = ({ parentCid }: PresentCategory) => (byCid.has(parentCid) ? parentCid : 0);
	const ordered = [...present].sort((a, b) => above(a) - above(b) || a.order - b.order || a.cid - b.cid);
	const said = ordered.map((one): BlueprintCategory => {
		const key = keys.get(one.cid) ?? '';
		const parent = keys.get(one.parentCid);
		const { topics, replies } = one.checklist;
		const who = (privilege: string) => audiencesWith(one, privilege, levels, groups);
		return {
			key, ...one.key === key ? {} : { cid: one.cid }, name: { [language]: one.name.trim() || key },
			...one.description.trim() ? { description: { [language]: one.description.trim() } } : {},
			...parent === undefined ? {} : { parent },
			...looksOf(one), isOff: isOff(one), isProposal: false,
			read: who('topics:read'), topics: who('topics:create'), replies: who('topics:reply'),
			...topics || replies ? { checklist: { ...topics ? { topics } : {}, ...replies ? { replies } : {} } } : {},
			...pick(held?.categories.find(other => before.get(other.key) === one), ['words', 'rules', 'language']),
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
