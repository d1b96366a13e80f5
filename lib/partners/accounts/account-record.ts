import type { DecisionBook, DecisionDraft, DecisionRecord } from '../../kernel/offers/decision-book';
import type { Lease } from '../../kernel/host/lease';
import type { Clock } from '../../kernel/host/ports';
import type { Outcome } from '../../kernel/refusals/outcome';
import { decisionBy } from '../../platform/decisions/draft';
import { noticeOnRecord } from '../../platform/decisions/notice';
import type { PartnerAccount } from '../company/account';
import { isAnnounced, type NewSuspension, type Suspension } from '../company/suspension';
import type { AccountJournal } from './journal';
import type { PartnerStore } from './store';

interface Parts {
	store: Pick<PartnerStore, 'account' | 'changes' | 'memberships' | 'lastEvents' | 'dropWords'>;
	journal: Pick<AccountJournal, 'finish'>;
	book: Pick<DecisionBook, 'during' | 'of' | 'resumes'>;
	clock: Clock;
}

type Act<T> = (decision: number) => Promise<Outcome<T>>;
/** An owner or administrator pauses or resumes a person's posting for the company. */
interface Halt { uid: number; isHalted: boolean; reason: string; by: number }

/** Decisions about whole accounts and their people on record; `act` runs under the account's lease. */
export interface AccountRecord {
	/** The decision as it would be put on record. */
	planned(account: PartnerAccount, suspension: NewSuspension): DecisionDraft;
	suspend<T>(account: PartnerAccount, suspension: NewSuspension, act: Act<T>): Promise<Outcome<T>>;
	reinstate<T>(
		account: PartnerAccount, suspension: Suspension, reason: string, by: number, act: Act<T>): Promise<Outcome<T>>;
	halt<T>(account: PartnerAccount, halt: Halt, act: Act<T>): Promise<Outcome<T>>;
}

/** What decisions about a whole account say that they cover. */
export const accountScope = 'account';
const ofPerson = 'person of ';
/** More than happens to an account between the death of a process and the start of the next one. */
const mostEvents = 500;
/** More than anybody decides about one person after a pause. */
const mostDecisions = 200;

export function accountRecord({ store, journal, book, clock }: Parts): AccountRecord {
	/** Owners answer for the account; its people, who can be ten thousand, are not listed one by one. */
	const aboutAccount = (
		{ id, owners }: PartnerAccount, more: Pick<DecisionDraft, 'act' | 'by' | 'facts'> & Partial<DecisionDraft>,
	) => decisionBy({
		subject: { kind: 'partner', id }, affected: owners, scope: accountScope, from: clock.now(),
		sight: { right: 'staff', cids: 'all' }, ...more,
	});
	const partnerOf = ({ subject, scope }: DecisionRecord) =>
		(subject.kind === 'partner' ? subject.id : scope.slice(ofPerson.length));

	/** A pause that nobody released ends when the person leaves or becomes an owner. */
	async function pauseEndedAt({ at, subject }: DecisionRecord, partner: string): Promise<number | null> {
		const uid = Number(subject.id);
		const [changes, [membership]] = await Promise.all([store.changes(uid), store.memberships([uid])]);
		const [left, joined] = (['left', 'joined'] as const).map(kind => changes.flatMap(event =>
			(event.kind === kind && event.partner === partner && event.at >= at ? [event] : [])));
		// A new role of the same person is both, in the same moment.
		const end = left?.find(one => !joined?.some(other => other.at === one.at && other.role !== 'owner'));
		return end?.at ?? (membership?.partner === partner && membership.isHalted ? null : 0);
	}

	const planned: AccountRecord['planned'] = (account, suspension) => {
		const { clause, target, reason, by } = suspension;
		return aboutAccount(account, {
			act: 'suspend', by, clause, against: target, facts: reason, redress: 'answer',
			notice: noticeOnRecord(suspension, false),
		});
	};

	book.resumes({
		acts: ['suspend', 'reinstate', 'uphold', 'pause', 'release'],
		owns: ({ scope }) => scope === accountScope || scope.startsWith(ofPerson),
		lease: decision => `partner:${partnerOf(decision)}`,
		async finish(decision) {
			// `finish` is called under the lease.
			const held: Lease = { check: () => undefined };
			await journal.finish(partnerOf(decision), held);
			const events = await store.lastEvents(partnerOf(decision), mostEvents);
			return events.some(event => 'decision' in event && event.decision === decision.id) ?
				{ kind: 'done' } : { kind: 'failed', code: 'interrupted' };
		},
		async endedAt(decision) {
			const partner = partnerOf(decision);
			if (decision.act === 'suspend') {
				return (await store.account(partner))?.suspension?.decision === decision.id ? null : 0;
			}
			return decision.act === 'pause' ? pauseEndedAt(decision, partner) : 0;
		},
		// What belongs to a suspension in force is in the account, and goes when it is lifted.
		expire: (decision, what) => store.dropWords(partnerOf(decision), decision.id,
			({ kind }) => what === 'all' || kind === 'suspension-answered'),
	});

	return {
		planned,
		suspend: (account, suspension, act) => book.during(planned(account, suspension), ({ id }) => act(id)),
		reinstate: (account, suspension, reason, by, act) => book.during(aboutAccount(account, {
			act: 'reinstate', by, facts: reason, about: suspension.decision,
			notice: noticeOnRecord(suspension, isAnnounced(suspension, clock.now())),
		}), ({ id }) => act(id)),
		async halt({ id: partner }, { uid, isHalted, reason, by }, act) {
			const [subject, scope] = [{ kind: 'member' as const, id: String(uid) }, `${ofPerson}${partner}`];
			const pause = isHalted ? null : (await book.of(subject, mostDecisions)).find(found =>
				found.act === 'pause' && found.scope === scope);
			return book.during(decisionBy({
				act: isHalted ? 'pause' : 'release', subject, affected: [uid], by, about: pause?.id ?? 0, facts: reason, scope,
				account: partner, from: clock.now(), sight: { right: 'staff', cids: 'all' },
			}), ({ id }) => act(id));
		},
	};
}
