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
	store: Pick<PartnerStore, 'lastEvents' | 'dropWords'>;
	journal: Pick<AccountJournal, 'finish'>;
	book: Pick<DecisionBook, 'during' | 'resumes'>;
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
		halt: ({ id: partner }, { uid, isHalted, reason, by }, act) => book.during(decisionBy({
			act: isHalted ? 'pause' : 'release', subject: { kind: 'member', id: String(uid) }, affected: [uid], by,
			facts: reason, scope: `${ofPerson}${partner}`, account: partner, from: clock.now(), sight: { right: 'staff', cids: 'all' },
		}), ({ id }) => act(id)),
	};
}
