import { uidOf } from '../kernel/host/member';
import { refused } from '../kernel/refusals/outcome';
import type { Members } from '../kernel/host/ports';
import type { Rate, Route } from '../kernel/slice/routes';
import type { Pace } from './pace';

/** The default limit of a route that writes. */
const usualRate: Rate = { most: 120, minutes: 60 };

/** Whether its calls are counted. */
export function isPaced({ method, access, rate }: Pick<Route, 'method' | 'access' | 'rate'>): boolean {
	return method !== 'get' && access !== 'administrator' && rate !== 'unlimited';
}

/** Adds a limit per member to every route that writes. The forum's staff are exempt. */
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
