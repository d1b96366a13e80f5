import * as v from 'valibot';

/** Whom a category is for (definitions of User, Customer and Partner); `partners:Gold` is one level of partners. */
export const granteeSchema = v.pipe(v.string(), v.maxLength(80),
	v.regex(/^(everybody|users|customers|partners(:[^:,\n]{1,60})?|staff)$/,
		'everybody, users, customers, partners, partners:<level> or staff'));

/** NodeBB's groups of each grantee, provided by the slices of partners and customers. */
export interface GranteeGroups {
	customers: string;
	partners: string;
	levelOf(level: string): string;
}

/** Groups built into NodeBB. */
const guests = ['guests', 'spiders', 'fediverse'];
const registered = 'registered-users';
const globalStaff = 'Global Moderators';

/** The groups of a grantee; administrators have every right and are never named. */
export function groupsOf(grantee: string, groups: GranteeGroups): string[] {
	const [kind, level] = grantee.split(':') as [string, string?];
	switch (kind) {
		// Logged-in members have only the rights of `registered-users` (HOST: src/privileges/helpers.js), so both are
		// named.
		case 'everybody': return [...guests, registered];
		case 'users': return [registered];
		case 'customers': return [groups.customers];
		case 'partners': return [level === undefined ? groups.partners : groups.levelOf(level)];
		default: return [globalStaff];
	}
}

/** The groups whose rights a plan may change; groups made by hand are not touched. */
export function managedGroups(grantees: readonly string[], groups: GranteeGroups): string[] {
	const always = [...guests, registered, groups.customers, groups.partners];
	return [...new Set([...always, ...grantees.flatMap(one => groupsOf(one, groups))])]
		.filter(name => name !== globalStaff);
}

/** NodeBB's category privileges, bundled for clause 5. */
export const reading = ['find', 'read', 'topics:read'];
export const taking = ['posts:history', 'posts:upvote', 'posts:downvote'];
export const writing = ['topics:tag', 'topics:crosspost', 'posts:edit', 'posts:delete', 'topics:delete'];

/** The privileges that plans manage; moderation and privileges of other plugins are not touched. */
export const managedPrivileges: readonly string[] = [...reading, 'topics:create', 'topics:reply', ...taking, ...writing];
