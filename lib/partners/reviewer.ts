import { clauses, type ClauseId } from '../kernel/clause';
import type { Host } from '../kernel/ports';
import { refuse } from '../kernel/refusal';
import type { Reason, Reviewer } from '../kernel/review';
import type { PartnerDirectory } from './directory';

function isClause(clause: string): clause is ClauseId {
	return Object.hasOwn(clauses, clause);
}

/** Clauses 1 and 4.12 at the door: a suspended account's people and people halted by their owner do not write. */
export function partnerReviewer({ directory, host }: { directory: PartnerDirectory; host: Pick<Host, 'members'> }): Reviewer {
	return {
		slice: 'partners',
		mayHold: false,
		async review(draft): Promise<Reason[]> {
			// What moderators move or join was judged when it was written.
			if (draft.author.kind !== 'member' || draft.act === 'fork' || draft.act === 'merge') {
				return [];
			}
			const { uid } = draft.author;
			const membership = await directory.membership(uid);
			const account = membership && await directory.account(membership.partner);
			if (!membership || !account || (!account.suspension && !membership.isHalted) ||
				await host.members.isAdministrator(uid)) {
				return [];
			}
			const { suspension, company } = account;
			if (suspension) {
				const clause = isClause(suspension.clause) ? suspension.clause : '4.12';
				return [{ outcome: 'refuse', refusal: refuse('partner-suspended', [company, clause], { clause }) }];
			}
			return [{ outcome: 'refuse', refusal: refuse('partner-staff-halted', [company, '4.12']) }];
		},
	};
}
