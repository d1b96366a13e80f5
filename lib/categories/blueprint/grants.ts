import { pick } from 'lodash';
import type { Grants } from '../../kernel/host/category-tree';
import { groupsOf, reading, taking, writing, type GranteeGroups } from './grantee';
import type { BlueprintCategory } from './blueprint';

/** People without an account can only read; the fediverse may reply where everybody may read and users may reply. */
const silent = new Set(['guests', 'spiders']);

/** The rights of each managed group in a category of the blueprint (clause 5). */
export function grantsOf(
	category: Pick<BlueprintCategory, 'read' | 'topics' | 'replies' | 'rights'>, managed: readonly string[],
	groups: GranteeGroups,
): Grants {
	const inAny = (grantees: readonly string[], name: string) =>
		grantees.some(grantee => groupsOf(grantee, groups).includes(name));
	return Object.fromEntries(managed.map((name) => {
		if (Object.hasOwn(category.rights ?? {}, name)) {
			return [name, category.rights?.[name] ?? []];
		}
		// In a category that everybody may read, the fediverse counts as `users` for topics.
		const who = name === 'fediverse' && inAny(category.read, name) ? 'registered-users' : name;
		const [starts, replies] = [inAny(category.topics, who), inAny(category.replies, who)]
			.map(isAllowed => isAllowed && !silent.has(name)) as [boolean, boolean];
		const writes = starts || replies;
		// Groups that may post may also read.
		const reads = inAny(category.read, name) || (writes && name !== 'fediverse');
		const list = !reads ? [] : [
			...reading, ...silent.has(name) ? [] : taking, ...starts ? ['topics:create'] : [],
			...replies ? ['topics:reply'] : [], ...writes ? writing : [],
		];
		return [name, list];
	}));
}

/** The rights to grant and revoke to get from `now` to `wanted`, without unchanged groups. */
export function grantChanges(now: Grants, wanted: Grants): { give: Grants; take: Grants } {
	const missing = (from: Grants, to: Grants) => Object.fromEntries(Object.entries(to)
		.map(([name, list]) => [name, list.filter(one => !(from[name] ?? []).includes(one))] as const)
		.filter(([, list]) => list.length > 0));
	return { give: missing(now, wanted), take: missing(wanted, pick(now, Object.keys(wanted))) };
}
