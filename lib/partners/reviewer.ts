import { clauses, type ClauseId } from '../kernel/clause';
import type { Host } from '../kernel/ports';
import { refuse } from '../kernel/refusal';
import type { Draft, Reason, Reviewer } from '../kernel/review';
import type { SecurityPlaceLookup } from '../kernel/security-place';
import type { Membership } from './account';
import type { PartnerDirectory } from './directory';
import type { Standings } from './standings';

function isClause(clause: string): clause is ClauseId {
	return Object.hasOwn(clauses, clause);
}

/**
 * Clauses 1 and 4.12 at the door: a suspended account's people and people halted by their owner do not write; what
 * people of an account with too many strikes write waits for staff.
 */
export function partnerReviewer({ directory, standings, isSecurityPlace, host }: {
	directory: PartnerDirectory; standings: Pick<Standings, 'holds'>; isSecurityPlace: SecurityPlaceLookup;
	host: Pick<Host, 'members'>;
}): Reviewer {
	/** New topics and replies of a held account wait for staff; what reports a security matter never does. */
	async function waits(draft: Draft, { partner, uid }: Membership): Promise<boolean> {
		return (draft.act === 'topic' || draft.act === 'reply') && draft.origin !== 'queue-approval' &&
			await standings.holds(partner) && !await host.members.isAdministrator(uid) &&
			!await isSecurityPlace(draft.place);
	}

	return {
		slice: 'partners',
		mayHold: true,
		async review(draft): Promise<Reason[]> {
			// What moderators move or join was judged when it was written.
			if (draft.author.kind !== 'member' || draft.act === 'fork' || draft.act === 'merge') {
				return [];
			}
			const { uid } = draft.author;
			const membership = await directory.membership(uid);
			const account = membership && await directory.account(membership.partner);
			if (!membership || !account) {
				return [];
			}
			if (!account.suspension && !membership.isHalted) {
				return await waits(draft, membership) ?
					[{ outcome: 'hold', refusal: refuse('partner-held', [account.company, '4.12']) }] : [];
			}
			if (await host.members.isAdministrator(uid)) {
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
