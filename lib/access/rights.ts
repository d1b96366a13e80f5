import { actorOf, uidOf } from '../kernel/host/member';
import { oncePerObject } from '../kernel/host/once-per-object';
import type { Host } from '../kernel/host/ports';
import { after, all, atOnce, now, type Soon } from '../kernel/host/soon';
import { hook } from '../kernel/slice/slice';
import { isInForce, type Restriction } from './restriction/restriction';
import { isRightEnded } from './restriction/rules';
import { endsRights, reaches } from './restriction/scope';
import type { RestrictionLifecycle } from './termination/restriction-lifecycle';

interface Right { allowed: boolean[] | boolean; privilege: string | string[]; uid: unknown; cid: unknown }

const none: readonly Restriction[] = [];

/** NodeBB asks for many of one and one of the other. */
const at = <T>(list: readonly T[], index: number): T | undefined => list[list.length > 1 ? index : 0];

/** Most scopes end acts, which the door refuses, and no rights. */
const endingRights = oncePerObject((open: readonly Restriction[]) => open.filter(({ scope }) => endsRights(scope)));

/**
 * HOST: src/privileges/helpers.js `isAllowedTo`: many privileges in one category, or one in many. This is the hottest
 * path: for a member without restrictions it costs one cache lookup.
 */
export function rightHook(
	{ openOf }: Pick<RestrictionLifecycle, 'openOf'>, { clock, places, access }: Pick<Host, 'clock' | 'places' | 'access'>,
) {
	const withdraw = atOnce(function* (payload: Right, open: readonly Restriction[]) {
		const inForce = endingRights(open).filter(one => isInForce(one, clock.now()));
		const granted = [payload.allowed].flat();
		if (inForce.length === 0 || !granted.includes(true)) {
			return;
		}
		const [privileges, cids] = [[payload.privilege].flat(), [payload.cid].flat().map(Number)];
		const asked = granted.map((_may, index) => ({ privilege: at(privileges, index) ?? '', cid: at(cids, index) ?? 0 }));
		const isByPlace = inForce.some(({ scope }) => typeof scope !== 'string');
		const paths = yield* now(all(cids.map(one => (isByPlace && one > 0 ? places.categoryPath(one) : []))));
		const left = inForce.some(({ scope }) => scope === 'forum') ? yield* now(access.leftToBanned(asked)) : [];
		const kept = asked.map(({ privilege }, index) => granted[index] === true &&
			!isRightEnded(privilege, inForce, at(paths, index) ?? [], clock.now(), left[index] === true));
		payload.allowed = Array.isArray(payload.allowed) ? kept : kept[0] === true;
	});

	/** The most frequent question about a restricted member: one category, out of reach of all that ended. */
	const isElsewhere = ({ cid }: Right, open: readonly Restriction[]): Soon<boolean> =>
		!Array.isArray(cid) && Number(cid) > 0 && after(places.categoryPath(Number(cid)), path =>
			endingRights(open).every(({ scope }) => !reaches(scope, path)));
	const judge = (payload: Right, open: readonly Restriction[]): Soon<void> => (open.length === 0 ? undefined :
		after(isElsewhere(payload, open), isFree => (isFree ? undefined : withdraw(payload, open))));

	return hook<Right>('open', 'NodeBB decides by its own privileges; the door still refuses posts', (payload) => {
		const member = uidOf(actorOf(payload.uid));
		return after(member > 0 ? openOf(member) : none, open => judge(payload, open));
	});
}
