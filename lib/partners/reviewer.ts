import { clauses, type ClauseId } from '../kernel/refusals/clause';
import type { Host } from '../kernel/host/ports';
import { refuse } from '../kernel/refusals/refusal';
import { isReportAct, type Submission, type Reason, type Reviewer } from '../kernel/slice/review';
import type { SecurityPlaceLookup } from '../kernel/offers/security-place';
import type { Membership, PartnerAccount } from './company/account';
import type { PartnerDirectory } from './accounts/directory';
import type { PartnerSettings } from './company/settings';
import { holdLookup } from './hold';
import type { Standings } from './strikes/standings';
import { after, atOnce, now, type Soon, type Steps } from '../kernel/host/soon';

const nothing: readonly Reason[] = [];

function isClause(clause: string): clause is ClauseId {
	return Object.hasOwn(clauses, clause);
}

/** Why these people may not post at all: staff suspended the account, or its owner paused one of them. */
function refusalOf({ suspension, company }: PartnerAccount, { isHalted }: Membership): Reason | null {
	if (suspension) {
		const clause = isClause(suspension.clause) ? suspension.clause : '4.12';
		return { outcome: 'refuse', refusal: refuse('partner-suspended', [company, clause], { clause }) };
	}
	return isHalted ? { outcome: 'refuse', refusal: refuse('partner-staff-halted', [company, '4.12']) } : null;
}

/** NodeBB can queue only new topics and replies, before they exist. */
function canWait({ act, origin }: Submission): boolean {
	return (act === 'topic' || act === 'reply') && origin !== 'queue-approval';
}

/** Takes a topic to where it might have had to wait; it cannot wait itself. */
const isElsewhere = ({ act }: Submission): boolean => act === 'move' || act === 'crosspost';

interface Parts {
	directory: PartnerDirectory;
	settings: () => Soon<PartnerSettings>;
	standings: Pick<Standings, 'holds'>;
	isSecurityPlace: SecurityPlaceLookup;
	host: Pick<Host, 'clock' | 'members'>;
}

/**
 * Clauses 1 and 4.12 at the door. People of a suspended account, and people paused by their owner, may not post. Posts
 * for an account with too many strikes are held, and so are posts of staff whose list of people is unconfirmed.
 * Meanwhile their topics stay where they are. Security reports are neither refused nor held: one that is true must not
 * be lost with the account.
 */
export function partnerReviewer({ directory, standings, settings, isSecurityPlace, host }: Parts): Reviewer {
	const holdOf = holdLookup({ standings, settings, host });

	const ofPartner = atOnce(function* (
		submission: Submission, uid: number, membership: Membership,
	): Steps<readonly Reason[]> {
		const account = yield* now(directory.account(membership.partner));
		if (!account) {
			return nothing;
		}
		const refusal = refusalOf(account, membership);
		const [waits, leaves] = refusal ? [false, false] : [canWait(submission), isElsewhere(submission)];
		const reason = refusal ?? (waits || leaves ? yield* now(holdOf(account, membership)) : null);
		if (!reason || (yield* now(host.members.isAdministrator(uid))) ||
			((leaves || isReportAct(submission.act)) && (yield* now(isSecurityPlace(submission.place))))) {
			return nothing;
		}
		return [{ ...reason, ...leaves ? { outcome: 'refuse' as const } : {}, isAboutAccess: true }];
	});

	return {
		slice: 'partners',
		mayHold: author => author.kind === 'member' &&
			after(directory.membership(author.uid), membership => membership !== null),
		review(submission) {
			const { author, act } = submission;
			// What moderators fork or merge was judged when it was written.
			return author.kind !== 'member' || act === 'fork' || act === 'merge' ? nothing :
				after(directory.membership(author.uid), membership =>
					(membership ? ofPartner(submission, author.uid, membership) : nothing));
		},
	};
}
