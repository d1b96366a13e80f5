import { uniq } from 'lodash';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Message } from '../../kernel/refusals/message-kind';
import type { Host } from '../../kernel/host/ports';
import { dayPhrase } from '../../kernel/refusals/message';
import { refuse } from '../../kernel/refusals/refusal';
import type { DecisionDraft } from '../../kernel/offers/decision-book';
import type { PostEvidence } from '../../platform/decisions/post-evidence';
import type { Contested, SecondDeciders } from '../../platform/decisions/second-decider';
import type { PartnerAccount } from '../company/account';
import type { PartnerDirectory } from '../accounts/directory';
import { strikeGiving, type Wanted } from './giving';
import { strikeState } from './standing-rules';
import type { StandingWatch } from './standing-watch';
import { isAnswerable, type StrikeCase, type StrikeInput } from './strike';
import { strikesPathOf } from '../company/paths';
import type { StrikeRecord } from './strike-record';
import type { PartnerStatements } from '../timeline/statements';
import type { StrikeStore } from './store';

const mostNotified = 20;

interface Parts {
	store: StrikeStore;
	directory: PartnerDirectory;
	watch: StandingWatch;
	deciders: SecondDeciders;
	record: StrikeRecord;
	statements: Pick<PartnerStatements, 'strikeLetter'>;
	evidence: Pick<PostEvidence, 'reports'>;
	host: Pick<Host, 'clock' | 'leases' | 'places' | 'members' | 'messenger'>;
}

/** What people do with strikes (clause 4.12). Every act is by a named person, and safe to repeat. */
export interface Strikes {
	/** By a moderator of the post's category, for a post that was written for this account. */
	give(account: PartnerAccount, input: StrikeInput, by: number): Promise<Outcome<StrikeCase>>;
	/** The decision as `give` would make it, and until when it could be answered. */
	plan(account: PartnerAccount, input: StrikeInput, by: number): Promise<Outcome<Wanted & { draft: DecisionDraft }>>;
	/** The owner's answer, before the strike counts; then a person has to decide. */
	answer(account: PartnerAccount, id: number, text: string, by: number): Promise<Outcome<StrikeCase>>;
	/** Upholds an answered strike, or withdraws one. */
	decide(
		account: PartnerAccount, id: number, counts: boolean, reason: string, by: number): Promise<Outcome<StrikeCase>>;
	/** Why somebody may not give or decide strikes there: they do not moderate it, or speak for the account. */
	barred(partner: string, cid: number, by: number): Promise<Outcome<null>>;
	/** Whether somebody may uphold an answered strike: not the person who gave it, unless there is nobody else. */
	mayJudge(strike: StrikeCase, by: number): Promise<Outcome<{ isAlone: boolean }>>;
	/** Sends the notices that an interrupted process did not. */
	tell(account: PartnerAccount): Promise<void>;
}

export function partnerStrikes(parts: Parts): Strikes {
	const { store, directory, watch, deciders, record, statements, evidence, host } = parts;
	const { clock, places, messenger } = host;
	const { barred, examined } = strikeGiving({ store, directory, host });
	/** Notices of an interrupted process are sent first. */
	const onAccount = <T>(account: PartnerAccount, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
		host.leases.withLease(`partner:${account.id}`, async () => {
			await finish(account);
			return work();
		}, () => refused(refuse('partner-busy')));

	async function found(account: PartnerAccount, id: number): Promise<Outcome<StrikeCase>> {
		const strike = (await store.history(account.id)).strikes.find(one => one.id === id);
		return strike ? done(strike) : refused(refuse('partner-strike-unknown', [id], { field: 'strike' }));
	}
	const contested = ({ partner, pid, cid, by, reporters }: StrikeCase): Contested => ({
		clause: '4.12', withRight: () => places.staffOf(cid),
		// A report that was withdrawn since, or came later, was still made.
		parties: async () => [by, ...reporters, ...(await evidence.reports([pid])).reporters],
		may: async uid => (await barred(partner, cid, uid)).ok,
	});
	const mayJudge = (strike: StrikeCase, by: number) => deciders.judge(by, contested(strike));
	/** The owners, and the author of the post, each in their own language. */
	async function tellOf(account: PartnerAccount, strike: StrikeCase): Promise<void> {
		const { id, uid, clause, points, reason, answerBy, isTold } = strike;
		const isOpen = isAnswerable(strike, clock.now());
		const facts = [account.company, clause, String(points), reason, dayPhrase(answerBy)];
		if (!isTold) {
			for (const reader of uniq([...account.owners, uid]).filter(one => one > 0)) {
				const reasons = await statements.strikeLetter(account, { ...strike, isOpen }, reader);
				const kind = account.owners.includes(reader) ? 'partner-strike' : 'partner-strike-author';
				await messenger.send([reader], { kind, about: id, facts, reasons });
			}
			await store.append({ kind: 'told', partner: account.id, at: clock.now(), by: 0, strike: id });
		}
	}

	/** Notifies those who decide about an answer, and the person who gave the strike. */
	async function tellDeciders({ id, company }: PartnerAccount, strike: StrikeCase, text: string) {
		const { by } = strike;
		const others = await deciders.others(contested(strike), mostNotified);
		const tell = (uids: readonly number[], kind: Message['kind']) =>
			messenger.send(uids, { kind, about: strike.id, facts: [company, text], path: strikesPathOf(id) });
		await tell(others.length > 0 ? others : [by], 'partner-strike-decide');
		await tell(others.length > 0 ? [by] : [], 'partner-strike-answered');
	}

	/** Answers and decisions without notice yet; sent again after a crash it is the same notification. */
	async function tellOfEvents(account: PartnerAccount): Promise<void> {
		const { strikes, unnotified } = await store.history(account.id);
		for (const event of unnotified.filter(one => one.kind !== 'referred')) {
			const strike = strikes.find(({ id }) => id === event.strike);
			if (strike && event.kind === 'answered') {
				await tellDeciders(account, strike, event.text);
			} else if (strike && event.kind === 'decided') {
				const became = event.counts ? 'counts' as const : 'withdrawn' as const;
				const message = {
					about: event.id, facts: [account.company, strike.clause, String(strike.points), event.reason],
				};
				await messenger.send(account.owners, { ...message, kind: `partner-strike-${became}` });
				await messenger.send([strike.uid].filter(uid => uid > 0 && !account.owners.includes(uid)),
					{ ...message, kind: `partner-strike-author-${became}` });
			}
			await store.append({
				kind: 'told', partner: account.id, at: clock.now(), by: 0, strike: event.strike, about: event.id,
			});
		}
	}
	async function finish(account: PartnerAccount): Promise<void> {
		for (const strike of (await store.history(account.id)).strikes.filter(({ isTold }) => !isTold)) {
			await tellOf(account, strike);
		}
		await tellOfEvents(account);
		const answered = (await store.history(account.id)).strikes.filter(({ answer, decisions }) =>
			answer !== null && decisions.length === 0);
		if (answered.length > 0 && answered.every(strike => strikeState(strike, clock.now()) === 'expired')) {
			await store.dropAnswered(account.id);
		}
	}

	return {
		barred, mayJudge,
		async plan(account, input, by) {
			const found = await examined(account, input, by);
			return found.ok ? done({
				...found.value.strike, draft: await record.planned(account, found.value.strike, input.target ?? null),
			}) : found;
		},
		give: (account, input, by) => onAccount(account, async () => {
			const found = await examined(account, input, by);
			if (!found.ok) {
				return found;
			}
			const { before, strike: wanted } = found.value;
			const given = before ? done(before) : await record.give(account, wanted, input.target ?? null);
			if (!given.ok) {
				return given;
			}
			const strike = { isTold: false, answer: null, decisions: [], ...given.value };
			await tellOf(account, strike);
			return done(strike);
		}),
		answer: (account, id, text, by) => onAccount(account, async () => {
			const strike = await found(account, id);
			if (!strike.ok) {
				return strike;
			}
			const { answer, decisions } = strike.value;
			if (answer && answer.by === by && answer.text === text) {
				return strike;
			}
			if (answer || decisions.length > 0) {
				return refused(refuse(answer ? 'partner-strike-answered' : 'partner-strike-decided', [id]));
			}
			const at = clock.now();
			if (at >= strike.value.answerBy) {
				return refused(refuse('partner-answer-late', [dayPhrase(strike.value.answerBy)]));
			}
			await store.append({ kind: 'answered', partner: account.id, at, by, strike: id, text });
			await tellOfEvents(account);
			return found(account, id);
		}),
		decide: (account, id, counts, reason, by) => onAccount(account, async () => {
			const strike = await found(account, id);
			if (!strike.ok) {
				// An unknown strike looks forbidden, except to those who moderate everywhere.
				return await places.moderatedBy(by) === 'all' ? strike :
					refused(refuse('permission-missing', [], { clause: '4.12' }));
			}
			const isFree = await barred(account.id, strike.value.cid, by);
			if (!isFree.ok) {
				return isFree;
			}
			const last = strike.value.decisions.at(-1);
			if (last && last.by === by && last.counts === counts && last.reason === reason) {
				return strike;
			}
			const state = strikeState(strike.value, clock.now());
			if (counts && state === 'open') {
				return refused(refuse('partner-answer-open', [dayPhrase(strike.value.answerBy)]));
			}
			if (state === 'withdrawn' || state === 'expired' || (counts && state === 'counts')) {
				return refused(refuse('partner-strike-decided', [id]));
			}
			// The person who gave it may withdraw it; only somebody who is not a party may uphold it against an answer.
			const say = counts ? await mayJudge(strike.value, by) : done({ isAlone: false });
			if (!say.ok) {
				return say;
			}
			await record.decide(account, strike.value, { counts, reason, by, ...say.value });
			await tellOfEvents(account);
			await watch.notify(account);
			return found(account, id);
		}),
		tell: account => host.leases.withLease(`partner:${account.id}`, () => finish(account), () => undefined),
	};
}
