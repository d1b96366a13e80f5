import type { DecisionBook, DecisionDraft, DecisionRecord } from '../../kernel/offers/decision-book';
import type { Host } from '../../kernel/host/ports';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import { refuse } from '../../kernel/refusals/refusal';
import { decisionBy } from '../../platform/decisions/draft';
import type { Contested, SecondDeciders } from '../../platform/decisions/second-decider';
import type { PartnerAccount } from '../company/account';
import { suspensionFrom, suspensionRefusal, type ChosenSuspension, type NewSuspension, type Suspension } from '../company/suspension';
import { accountScope, type AccountRecord } from './account-record';
import type { PartnerAccounts, PeoplePlan } from './accounts';
import type { Announcements } from './announcements';
import type { PartnerDirectory } from './directory';

interface Parts {
	accounts: Pick<PartnerAccounts, 'suspend' | 'lift' | 'alter'>;
	announcements: Pick<Announcements, 'send'>;
	directory: Pick<PartnerDirectory, 'membership'>;
	record: Pick<AccountRecord, 'planned'>;
	noticeDays(): Promise<number>;
	book: Pick<DecisionBook, 'begin' | 'end'>;
	deciders: SecondDeciders;
	host: Pick<Host, 'clock' | 'members'>;
	/** Where people read the answer. */
	pathOf(id: string): string;
}

/** Staff suspend a whole account, with reason and clause, and notify its people (clauses 4.12, 1). */
export interface Suspensions {
	suspend(id: string, chosen: ChosenSuspension): Promise<Outcome<PartnerAccount>>;
	/** The decision as `suspend` would make it. */
	planned(account: PartnerAccount, chosen: ChosenSuspension): Promise<Outcome<DecisionDraft>>;
	/** People notified of the suspension are notified of its end. */
	lift(id: string, reason: string, by: number): Promise<Outcome<PartnerAccount>>;
	/** By an owner, once. */
	answer(id: string, text: string, by: number): Promise<Outcome<PartnerAccount>>;
	/** Another administrator than the one who suspended decides that the answer changes nothing. */
	uphold(id: string, reason: string, by: number): Promise<Outcome<PartnerAccount>>;
	/** Whether somebody may uphold it; the refusal names those who can. */
	mayUphold(partner: string, suspension: Suspension, by: number): Promise<Outcome<{ isAlone: boolean }>>;
}

const mostNotified = 20;

export function partnerSuspensions(
	{ accounts, announcements, directory, record, noticeDays, book, deciders, host, pathOf }: Parts,
): Suspensions {
	const { clock, members } = host;
	const contested = (partner: string, { by }: Suspension): Contested => ({
		clause: '4.12', parties: async () => [by], withRight: () => members.inGroups(['administrators']),
		may: async uid => await members.isAdministrator(uid) && (await directory.membership(uid))?.partner !== partner,
	});
	/** Nobody decides about the company they speak for. */
	const isFree = async (partner: string, by: number): Promise<Outcome<null>> =>
		((await directory.membership(by))?.partner === partner ? refused(refuse('partner-strike-own')) : done(null));
	const mayUphold: Suspensions['mayUphold'] = async (partner, suspension, by) => {
		const free = await isFree(partner, by);
		return free.ok ? deciders.judge(by, contested(partner, suspension)) : free;
	};

	/** In the background: it takes seconds for ten thousand people, and survives a restart. */
	const announced = (saved: Outcome<PartnerAccount>): Outcome<PartnerAccount> => {
		if (saved.ok) {
			void announcements.send(saved.value.id);
		}
		return saved;
	};
	async function plannedAnswer(account: PartnerAccount, text: string, by: number): Promise<Outcome<PeoplePlan>> {
		const { id, company, suspension } = account;
		if (!suspension || suspension.answer) {
			const isSame = suspension?.answer?.by === by && suspension.answer.text === text;
			return isSame ? done({}) :
				refused(refuse(suspension ? 'partner-suspension-answered' : 'partner-not-suspended', [company]));
		}
		const others = await deciders.others(contested(id, suspension), mostNotified);
		return done({
			events: [{ kind: 'suspension-answered', text, suspension: suspension.decision }],
			changed: { suspension: { ...suspension, answer: { text, by, at: clock.now() } } },
			more: { messages: [{
				uids: others.length > 0 ? others : [suspension.by],
				message: {
					kind: 'partner-suspension-answer', about: suspension.decision, facts: [company, text], path: pathOf(id),
				},
			}] },
		});
	}
	/** `begun`: the record, which ends when the plan has been carried out. */
	async function plannedUphold(
		account: PartnerAccount, reason: string, by: number, begun: (record: DecisionRecord) => void,
	): Promise<Outcome<PeoplePlan>> {
		const { id, company, suspension, owners } = account;
		if (!suspension?.answer || suspension.upheld) {
			const isSame = suspension?.upheld?.by === by && suspension.upheld.reason === reason;
			return isSame ? done({}) : refused(refuse(!suspension ? 'partner-not-suspended' :
				suspension.upheld ? 'partner-suspension-upheld' : 'partner-suspension-unanswered', [company]));
		}
		const say = await mayUphold(id, suspension, by);
		if (!say.ok) {
			return say;
		}
		const { isAlone } = say.value;
		const uphold = await book.begin(decisionBy({
			act: 'uphold', subject: { kind: 'partner', id }, affected: owners, by, about: suspension.decision, scope: accountScope,
			clause: suspension.clause, facts: reason, from: clock.now(), note: isAlone ? 'alone' : '',
			source: { kind: 'appeal', id: String(suspension.decision) }, sight: { right: 'staff', cids: 'all' },
		}));
		begun(uphold);
		const upheld = { reason, by, at: clock.now(), isAlone, decision: uphold.id };
		const facts = [company, suspension.clause, reason];
		return done({
			events: [{ kind: 'suspension-upheld', reason, decision: uphold.id }],
			changed: { suspension: { ...suspension, upheld } },
			more: { messages: [{ uids: owners, message: { kind: 'partner-suspension-upheld', about: uphold.id, facts } }] },
		});
	}

	async function examined(id: string, chosen: ChosenSuspension): Promise<Outcome<NewSuspension>> {
		const [now, free] = [clock.now(), await isFree(id, chosen.by)];
		if (!free.ok) {
			return free;
		}
		const refusal = suspensionRefusal(chosen, now);
		return refusal ? refused(refusal) : done(suspensionFrom(chosen, now, await noticeDays()));
	}

	return {
		async suspend(id, chosen) {
			const suspension = await examined(id, chosen);
			return suspension.ok ? announced(await accounts.suspend(id, suspension.value)) : suspension;
		},
		async planned(account, chosen) {
			const suspension = await examined(account.id, chosen);
			return suspension.ok ? done(record.planned(account, suspension.value)) : suspension;
		},
		async lift(id, reason, by) {
			const free = await isFree(id, by);
			return free.ok ? announced(await accounts.lift(id, reason, by)) : free;
		},
		mayUphold,
		answer: (id, text, by) => accounts.alter(id, by, account => plannedAnswer(account, text, by)),
		async uphold(id, reason, by) {
			let made: DecisionRecord | null = null;
			const result = await accounts.alter(id, by, account => plannedUphold(account, reason, by, (begun) => {
				made = begun;
			}));
			const outcome = result.ok ? { kind: 'done' as const } : { kind: 'failed' as const, code: result.refusal.code };
			await (made ? book.end(made, outcome) : undefined);
			return result;
		},
	};
}
