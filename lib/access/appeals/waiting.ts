import type { WaitingLookup } from '../../kernel/offers/waiting';
import type { Host } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { named } from '../../platform/people';
import type { Restrictions } from '../termination/restrictions';
import type { Appeals } from './appeals';

const most = 100;

/** Open appeals about restrictions that somebody could have decided, but for their own (clause 6). */
export function waitingAppeals({ restrictions, appeals, mayRestrict, host }: {
	restrictions: Pick<Restrictions, 'list'>; appeals: Pick<Appeals, 'mayAnswer'>;
	mayRestrict(uid: number): Promise<boolean>; host: Pick<Host, 'members'>;
}): WaitingLookup {
	return async (uid) => {
		if (!await mayRestrict(uid)) {
			return null;
		}
		const { rows } = await restrictions.list(uid, { count: most, from: null, uid: 0, filter: 'appeal' });
		const open = rows.filter(restriction => restriction.uid !== uid);
		const nameOf = await named(host.members, open.map(restriction => restriction.uid));
		const said = await Promise.all(open.map(async restriction =>
			({ restriction, say: await appeals.mayAnswer(restriction, uid) })));
		// Not theirs at all: they speak for the same company.
		return said.filter(({ say }) => say.ok || say.refusal.code !== 'own-company').map(({ restriction, say }) => ({
			kind: 'appeal' as const, about: nameOf(restriction.uid).username, since: restriction.appeal?.at ?? 0,
			path: `/forum-terms/restrictions?id=${restriction.id}`,
			otherDeciders: say.ok ? '' : textOf(say.refusal.facts[0]),
		}));
	};
}
