import type { DecisionBook } from '../../kernel/offers/decision-book';
import type { MemberAccess } from '../../kernel/host/member-access';
import type { Host } from '../../kernel/host/ports';
import type { PostEvidence } from '../../platform/decisions/post-evidence';
import type { Contested } from '../../platform/decisions/second-decider';
import type { FactFinder } from '../termination/facts';
import type { Restriction } from '../restriction/restriction';
import { isInReach } from '../restriction/rules';

interface Parts {
	facts: Pick<FactFinder, 'rights' | 'ownRefusal'>;
	access: Pick<MemberAccess, 'holders' | 'standings'>;
	evidence: Pick<PostEvidence, 'reports'>;
	book: Pick<DecisionBook, 'read'>;
	host: Pick<Host, 'members' | 'places'>;
}

const mostRead = 50;

/** Who may review a restriction: people who could have decided it and are not a party (clause 6). */
export function contestedRestrictions(
	{ facts, access, evidence, book, host }: Parts,
): (restriction: Restriction) => Contested {
	const { members, places } = host;
	return restriction => ({
		clause: '6',
		async parties() {
			const { by, decisions, evidence: posts, reporters } = restriction;
			// Who gave the reason of a ban later decided too; a report that was withdrawn since was made.
			const [records, now] = await Promise.all([book.read(decisions), evidence.reports(posts)]);
			return [by, ...records.flatMap(record => (record ? [record.by] : [])), ...reporters, ...now.reporters];
		},
		withRight() {
			const { scope } = restriction;
			switch (scope) {
				case 'forum': return access.holders('ban', mostRead);
				case 'writing': return access.holders('mute', mostRead);
				// Somebody who moderates all of the categories also moderates the first one.
				default: return typeof scope === 'string' ? members.inGroups(['Global Moderators']) :
					places.staffOf(scope.categories[0] ?? 0);
			}
		},
		async may(uid) {
			const [rights, [standing]] = await Promise.all([facts.rights(uid), access.standings([uid])]);
			return !standing?.ban && isInReach(restriction, rights) &&
				await facts.ownRefusal(restriction.uid, uid) === null;
		},
	});
}
