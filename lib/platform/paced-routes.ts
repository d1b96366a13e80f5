import { uidOf } from '../kernel/host/member';
import { refused } from '../kernel/outcome';
import type { Members } from '../kernel/host/ports';
import type { Rate, Route } from '../kernel/edge/routes';
import type { Pace } from './pace';

/** What a member may ask of a route that writes, unless the route says otherwise. */
export const usualRate: Rate = { most: 120, minutes: 60 };

/** Whether calls of it are counted. */
export function isPaced({ method, access, rate }: Pick<Route, 'method' | 'access' | 'rate'>): boolean {
	return method !== 'get' && access !== 'administrator' && rate !== 'unlimited';
}

/**
 * Routes that write, each with its limit per member. The forum's own staff are not limited: they have much to do, and
 * answer for it.
 */
export function pacedRoutes(
	routes: readonly Route[], { pace, members }: { pace: Pace; members: Pick<Members, 'isGlobalStaff'> },
): Route[] {
	return routes.map((one) => {
		const { method, path, rate = usualRate, clause = '2' } = one;
		if (!isPaced(one) || rate === 'unlimited') {
			return one;
		}
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
