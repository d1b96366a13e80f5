import * as v from 'valibot';

/** Somebody a place is for (definitions of User, Customer and Partner); `partners:Gold` is a level of partners. */
export const audienceSchema = v.pipe(v.string(), v.maxLength(80),
	v.regex(/^(everybody|users|customers|partners(:[^:,\n]{1,60})?|staff)$/,
		'everybody, users, customers, partners, partners:<level> or staff'));

/** NodeBB's groups behind an audience, handed over by whoever keeps partners and customers. */
export interface AudienceGroups {
	customers: string;
	partners: string;
	levelOf(level: string): string;
}

/** Groups that come with NodeBB. */
const guests = ['guests', 'spiders', 'fediverse'];
const registered = 'registered-users';
const globalStaff = 'Global Moderators';

/** The groups that make up an audience; administrators may everywhere and are never named. */
export function groupsOf(audience: string, groups: AudienceGroups): string[] {
	const [kind, level] = audience.split(':') as [string, string?];
	switch (kind) {
		// Who is logged in has only what `registered-users` has (HOST: src/privileges/helpers.js), so both are named.
		case 'everybody': return [...guests, registered];
		case 'users': return [registered];
		case 'customers': return [groups.customers];
		case 'partners': return [level === undefined ? groups.partners : groups.levelOf(level)];
		default: return [globalStaff];
	}
}

/** Every group that a plan may give rights to or take them from; groups made by hand are left alone. */
export function managedGroups(audiences: readonly string[], groups: AudienceGroups): string[] {
	const always = [...guests, registered, groups.customers, groups.partners];
	return [...new Set([...always, ...audiences.flatMap(one => groupsOf(one, groups))])]
		.filter(name => name !== globalStaff);
}
