import type { Grants } from '../../kernel/category-tree';
import { groupsOf, type AudienceGroups } from './audience';
import type { BlueprintCategory } from './blueprint';
import { managedPrivileges, reading, taking, writing } from './privileges';

/** People without an account only read; the fediverse may answer where everybody may read and users reply. */
const silent = new Set(['guests', 'spiders']);

/** What each managed group may do in a category of the blueprint (clause 5). */
export function grantsOf(
	category: Pick<BlueprintCategory, 'read' | 'topics' | 'replies' | 'rights'>, managed: readonly string[],
	groups: AudienceGroups,
): Grants {
	const inAny = (audiences: readonly string[], name: string) =>
		audiences.some(audience => groupsOf(audience, groups).includes(name));
	return Object.fromEntries(managed.map((name) => {
		if (Object.hasOwn(category.rights ?? {}, name)) {
			return [name, category.rights?.[name] ?? []];
		}
		// The fediverse is to topics what `users` are, in a place that everybody may read.
		const who = name === 'fediverse' && inAny(category.read, name) ? 'registered-users' : name;
		const [starts, replies] = [inAny(category.topics, who), inAny(category.replies, who)]
			.map(isAllowed => isAllowed && !silent.has(name)) as [boolean, boolean];
		const writes = starts || replies;
		// Whoever may write may read what they write.
		const reads = inAny(category.read, name) || (writes && name !== 'fediverse');
		const list = !reads ? [] : [
			...reading, ...silent.has(name) ? [] : taking, ...starts ? ['topics:create'] : [],
			...replies ? ['topics:reply'] : [], ...writes ? writing : [],
		];
		return [name, list];
	}));
}

/** What has to be given and taken so that `now` becomes `wanted`, group by group, without groups that stay. */
export function grantChanges(now: Grants, wanted: Grants): { give: Grants; take: Grants } {
	const missing = (from: Grants, to: Grants) => Object.fromEntries(Object.entries(to)
		.map(([name, list]) => [name, list.filter(one => !(from[name] ?? []).includes(one))] as const)
		.filter(([, list]) => list.length > 0));
	const managedNow = Object.fromEntries(Object.keys(wanted).map(name =>
		[name, (now[name] ?? []).filter(one => managedPrivileges.includes(one))]));
	return { give: missing(now, wanted), take: missing(wanted, managedNow) };
}
