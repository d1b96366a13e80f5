import { uidOf } from '../kernel/member';
import { refused } from '../kernel/outcome';
import type { Members } from '../kernel/ports';
import type { Rate, Route } from '../kernel/routes';
import type { Pace } from './pace';

/** What a member may ask of a route that writes, unless the route says otherwise. */
export const usualRate: Rate = { most: 120, minutes: 60 };

/** The clause of the room that an address lies in, for the sentence that it was called too often. */
const rooms = [
	[/^\/(partners|me\/partner)\b/, '4.12'], [/^\/(me\/licences|licences)\b/, 'definitions'],
	[/^\/(checklist|topics|me\/checklist)/, '3'], [/^\/(admin\/restrictions|access)\b/, '6'],
] as const;

/**
 * Routes that write, each with its limit per member. The forum's own staff are not limited: they have much to do, and
 * answer for it.
 */
export function pacedRoutes(
	routes: readonly Route[], { pace, members }: { pace: Pace; members: Pick<Members, 'isGlobalStaff'> },
): Route[] {
	return routes.map((one) => {
		const { method, path, access, rate = usualRate } = one;
		if (method === 'get' || access === 'administrator' || rate === 'unlimited') {
			return one;
		}
		const clause = rooms.find(([pattern]) => pattern.test(path))?.[1] ?? '2';
		return {
			...one,
			async handle(call) {
				const uid = uidOf(call.actor);
				const refusal = uid > 0 ? await pace.limit(`${method} ${path}`, uid, rate, clause) : null;
				return refusal && !await members.isGlobalStaff(uid) ? refused(refusal) : one.handle(call);
			},
		};
	});
}
