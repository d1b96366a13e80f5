import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Lease } from '../../kernel/host/lease';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import type { RestrictionLifecycle } from '../termination/restriction-lifecycle';
import type { RecordedActs } from '../termination/recorded-acts';
import type { FactFinder } from '../termination/facts';
import type { Contested, SecondDeciders } from '../../platform/decisions/second-decider';
import { codeUses, numberIn, type CodeUse, type Notices } from '../restriction/notice';
import { isOpen, type Restriction } from '../restriction/restriction';
import { itemsToConfirm } from '../restriction/confirmation';
import type { HostReports } from '../restriction/host-reports';
import { giveBackRefusal, isInReach } from '../restriction/rules';
import type { RestrictionStore } from '../restriction/store';

interface Parts {
	store: RestrictionStore;
	reports: Pick<HostReports, 'of'>;
	facts: Pick<FactFinder, 'rights' | 'ownRefusal'>;
	lifecycle: RestrictionLifecycle;
	notices: Pick<Notices, 'useOf' | 'sendAnswered'>;
	deciders: SecondDeciders;
	recorded: RecordedActs;
	contested(restriction: Restriction): Contested;
	host: Pick<Host, 'clock' | 'leases' | 'messenger' | 'members' | 'log'>;
}

/** The reader of a statement: the holder of its link, or the logged-in member by its number. */
export interface Reader { code: string; uid: number }

/** A restricted member's appeal, once, possible without login (clause 6). */
export interface Appeals {
	/** The restriction this reader may read; a wrong signature answers like an unknown number. */
	opened(reader: Reader): Promise<Outcome<Restriction>>;
	/** The member whose data this reader may have; a link to the statement only gives none. */
	openedWithData(reader: Reader): Promise<Outcome<Restriction>>;
	appeal(reader: Reader, text: string): Promise<Outcome<Restriction>>;
	/** Whether somebody may answer it: not the person who decided, unless there is nobody else. */
	mayAnswer(restriction: Restriction, by: number): Promise<Outcome<{ isAlone: boolean }>>;
	/** Tells of an answer that lifts nothing; again, if a crash lost it. */
	tellAnswered(restriction: Restriction): Promise<Restriction>;
	/** `granted` lifts the restriction, with the groups and tokens that `giveBack` confirms. */
	answer(
		id: number, by: number, granted: boolean, answer: string, giveBack?: readonly string[],
	): Promise<Outcome<Restriction>>;
}

/** Whether a statement is requested by number instead of a link. */
export const isNumber = (code: string): boolean => /^[1-9]\d{0,14}$/.test(code);
const mostNotified = 20;
/** How long the same appeal, sent again, notifies staff again: the process may have died in between. */
const againMs = 300_000;
const unknown = (id: number) => refused(refuse('restriction-unknown', [id], { field: 'id' }));

export function appeals(parts: Parts): Appeals {
	const { store, reports, facts, lifecycle, notices, deciders, recorded, contested, host } = parts;
	const { clock, leases, messenger, members } = host;
	const busy = () => refused(refuse('restriction-busy'));
	async function mayAnswer(restriction: Restriction, by: number): Promise<Outcome<{ isAlone: boolean }>> {
		const own = await facts.ownRefusal(restriction.uid, by);
		return own ? refused(own) : deciders.judge(by, contested(restriction));
	}

	/** By number for the member, once they were notified; by link while it is valid and the account exists. */
	async function useOf({ code, uid }: Reader, restriction: Restriction): Promise<CodeUse | null> {
		if (code === String(restriction.id)) {
			return restriction.uid === uid && restriction.noticedAt > 0 ? 'data' : null;
		}
		const [[member], use] = await Promise.all([
			members.profiles([restriction.uid]), notices.useOf(code, restriction),
		]);
		return member ? use : null;
	}
	async function opened(reader: Reader, uses: readonly CodeUse[]): Promise<Outcome<Restriction>> {
		const id = isNumber(reader.code) ? Number(reader.code) : numberIn(reader.code);
		const [restriction] = id > 0 ? await store.read([id]) : [];
		const use = restriction ? await useOf(reader, restriction) : null;
		return restriction && use && uses.includes(use) ? done(restriction) : refused(refuse('statement-unknown'));
	}

	/** Notifies those who may answer it: not the person who decided, if there are others. */
	async function tellStaff(restriction: Restriction): Promise<void> {
		const { id, by } = restriction;
		const others = await deciders.others(contested(restriction), mostNotified);
		await messenger.send(others.length > 0 || by === 0 ? others : [by], {
			kind: 'restriction-appeal', about: id, path: `/forum-terms/restrictions?id=${id}`, facts: [String(id)],
		});
	}

	async function tellAnswered(answered: Restriction): Promise<Restriction> {
		const isTold = await notices.sendAnswered(answered).catch((error: unknown) => {
			host.log.error('access', 'answer', error, answered.uid);
			return false;
		});
		if (!isTold) {
			await store.note(answered.id, { at: clock.now(), by: 0, kind: 'not-told', words: '' });
		}
		return answered;
	}

	async function decided(
		restriction: Restriction, by: number, granted: boolean, answer: string, giveBack: readonly string[],
		lease: Lease,
	): Promise<Outcome<Restriction>> {
		const { appeal, id } = restriction;
		if (appeal?.state !== 'open') {
			return refused(refuse('appeal-none', [id], { field: 'id' }));
		}
		const say = await mayAnswer(restriction, by);
		if (!say.ok) {
			return say;
		}
		const refusal = granted && giveBack.length > 0 ? giveBackRefusal(
			giveBack, itemsToConfirm((await store.journal.read(id))?.steps ?? [], await reports.of(id))) : null;
		if (refusal) {
			return refused(refusal);
		}
		const at = clock.now();
		const { isAlone } = say.value;
		if (isAlone) {
			await store.note(id, { at, by, kind: 'answered-alone', words: '' });
		}
		const ended = { why: 'appeal', by, at, reason: answer, keepContent: false, giveBack } as const;
		const isOver = granted && isOpen(restriction);
		return recorded.during<Restriction>(restriction, {
			act: granted ? 'grant' : 'decline', by, facts: answer, isOnAppeal: true, note: isAlone ? 'answered-alone' : '',
		}, async (decision) => {
			const answered = await store.change(restriction, {
				appeal: { ...appeal, state: granted ? 'granted' : 'declined', answer, by, decidedAt: at, isAlone },
				decisions: [...restriction.decisions, decision.id], ...isOver ? { ended } : {},
			}, { at, by, kind: granted ? 'appeal-granted' : 'appeal-declined', words: answer });
			lifecycle.forget(answered.uid);
			return done(isOver ? (await lifecycle.end(answered, ended, lease)).restriction :
				await tellAnswered(answered));
		});
	}

	return {
		mayAnswer, tellAnswered,
		opened: reader => opened(reader, codeUses), openedWithData: reader => opened(reader, ['data']),
		async appeal(reader, text) {
			const found = await opened(reader, codeUses);
			if (!found.ok) {
				return found;
			}
			const appealed = await leases.withLease<Outcome<Restriction>>(`member:${found.value.uid}`, async () => {
				const [fresh = found.value] = await store.read([found.value.id]);
				if (fresh.appeal?.state === 'open' && fresh.appeal.text === text && clock.now() - fresh.appeal.at < againMs) {
					await tellStaff(fresh);
				}
				if (fresh.appeal || !isOpen(fresh)) {
					return refused<Restriction>(fresh.appeal ? refuse('appeal-made', [], { field: 'text' }) :
						refuse('restriction-over', [fresh.id]));
				}
				const at = clock.now();
				const changed = await store.change(fresh, {
					appeal: { text, at, state: 'open', answer: '', by: 0, decidedAt: 0 },
				}, { at, by: 0, kind: 'appealed', words: text });
				lifecycle.forget(changed.uid);
				return done(changed);
			}, busy);
			if (appealed.ok) {
				await tellStaff(appealed.value);
			}
			return appealed;
		},
		async answer(id, by, granted, answer, giveBack = []) {
			const [[found], rights] = await Promise.all([store.read([id]), facts.rights(by)]);
			if (!found || !isInReach(found, rights)) {
				return unknown(id);
			}
			const own = await facts.ownRefusal(found.uid, by);
			if (own) {
				return refused(own);
			}
			return leases.withLease<Outcome<Restriction>>(`member:${found.uid}`, async (lease) => {
				const [fresh = found] = await store.read([id]);
				return decided(fresh, by, granted, answer, giveBack, lease);
			}, busy);
		},
	};
}
