import type { DecisionBook, DecisionDraft, DecisionRecord } from '../../kernel/offers/decision-book';
import type { StoredTopic } from '../../kernel/host/content';
import type { Host } from '../../kernel/host/ports';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import { refuse } from '../../kernel/refusals/refusal';
import { decisionBy } from '../../platform/decisions/draft';
import type { Contested, SecondDeciders } from '../../platform/decisions/second-decider';
import type { MemberMemories, Waiver } from '../asking/member-memory';
import type { Evidence } from '../evidence/evidence';
import type { EvidenceKeeper } from '../evidence/keeper';
import type { EvidenceStore } from '../evidence/store';
import { textFor } from '../profiles/item';
import type { ChecklistStore } from '../profiles/store';

const dayMs = 86_400_000;
/** How long a waiver for a member lasts. */
export const waiverDays = 7;
/** The same again within this time is the same request sent twice; later it is a longer waiver. */
const repeatedMs = 600_000;
/** `item <key>`: what a waiver on record covers. */
const scopeOf = (item: string) => `item ${item}`;
const isOurs = ({ scope }: { scope: string }) => scope.startsWith(scopeOf(''));

/** An item let go, or asked again, with the reason. */
export interface WaiverAct { item: string; reason: string; by: number }

/**
 * Waivers of checklist items (clause 3), each on record before it holds. Nobody waives an item for themselves while
 * somebody else could; the person who waived one may end it. The member is told of it and of its end, with the reason.
 */
export interface Waivers {
	forTopic(topic: StoredTopic, act: WaiverAct): Promise<Outcome<Evidence>>;
	endForTopic(topic: StoredTopic, act: WaiverAct): Promise<Outcome<Evidence>>;
	forMember(uid: number, act: WaiverAct): Promise<Outcome<Waiver[]>>;
	endForMember(uid: number, act: WaiverAct): Promise<Outcome<Waiver[]>>;
}

interface Parts {
	store: Pick<ChecklistStore, 'profiles'>;
	memories: Pick<MemberMemories, 'waive' | 'waivers' | 'endWaiver' | 'dropWaiver'>;
	evidence: Pick<EvidenceStore, 'dropReason'>;
	keeper: Pick<EvidenceKeeper, 'current' | 'waived' | 'askedAgain' | 'isWaived'>;
	book: Pick<DecisionBook, 'during' | 'resumes'>;
	deciders: SecondDeciders;
	host: Pick<Host, 'clock' | 'leases' | 'members' | 'messenger' | 'places'>;
}

export function checklistWaivers({ store, memories, evidence, keeper, book, deciders, host }: Parts): Waivers {
	const { clock, members, messenger, places } = host;
	const unknown = (item: string) => refused(refuse('checklist-item-unknown', [item], { field: 'item' }));

	/** Whether somebody may let go of what is asked of this member. */
	const judge = (by: number, uid: number, rest: Pick<Contested, 'withRight' | 'may'>) =>
		deciders.judge(by, { clause: '3', parties: async () => [uid], ...rest });
	const ofTopic = ({ cid, uid }: StoredTopic, by: number) => judge(by, uid, {
		withRight: () => places.staffOf(cid), may: one => places.canModerate(cid, one),
	});
	const ofMember = (uid: number, by: number) => judge(by, uid, {
		withRight: () => members.inGroups(['Global Moderators']), may: one => members.isGlobalStaff(one),
	});

	type More = Pick<DecisionDraft, 'act'> & Partial<DecisionDraft>;
	const base = ({ item, reason, by }: WaiverAct) => ({ by, facts: reason, scope: scopeOf(item), from: clock.now() });
	const topicDraft = ({ tid, uid, cid }: StoredTopic, act: WaiverAct, more: More) => decisionBy({
		...base(act), subject: { kind: 'topic', id: String(tid) }, affected: [uid], sight: { right: 'moderate', cids: [cid] },
		...more,
	});
	const memberDraft = (uid: number, act: WaiverAct, more: More) => decisionBy({
		...base(act), subject: { kind: 'member', id: String(uid) }, affected: [uid], sight: { right: 'staff', cids: 'all' },
		...more,
	});

	const alone = <T>(uid: number, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
		host.leases.withLease(`member:${uid}`, work, () => refused(refuse('checklist-busy')));
	const note = ({ isAlone }: { isAlone: boolean }) => (isAlone ? 'alone' : '');

	/** Whether a waiver stands: of the record or ended by it. */
	async function stands(decision: number, subject: DecisionDraft['subject'], scope: string): Promise<boolean> {
		const key = scope.slice(scopeOf('').length);
		if (subject.kind === 'topic') {
			return keeper.isWaived(Number(subject.id), key, decision);
		}
		const uid = Number(subject.id);
		const found = (await memories.waivers(uid)).find(waiver => waiver.key === key && waiver.decision === decision);
		// A process that died may not have listed it.
		await (found ? memories.waive(uid, found) : undefined);
		return found !== undefined;
	}
	/** The member whose waiver begins or ended; sent again after a crash it is the same notification. */
	async function tell({ id, act, subject, affected: [uid = 0], by, scope, facts }: DecisionRecord): Promise<void> {
		if (uid > 0 && uid !== by) {
			const key = scope.slice(scopeOf('').length);
			const item = (await store.profiles()).flatMap(({ items }) => items).find(one => one.key === key);
			await messenger.send([uid], {
				kind: act === 'waive' ? 'checklist-waived' : 'checklist-asked-again', about: id,
				path: subject.kind === 'topic' ? `/topic/${subject.id}` : '/me/forum-terms',
				facts: [textFor(item?.prompt, await members.language(uid)) || key, facts],
			});
		}
	}
	book.resumes({
		acts: ['waive', 'withdraw'], owns: isOurs,
		lease: ({ subject }) => (subject.kind === 'member' ? `member:${subject.id}` : null),
		async finish(decision) {
			const { id, act, about, subject, scope } = decision;
			const isDone = act === 'waive' ? await stands(id, subject, scope) : !await stands(about, subject, scope);
			await (isDone ? tell(decision) : undefined);
			return isDone ? { kind: 'done' } : { kind: 'failed', code: 'interrupted' };
		},
		// One for a member says until when.
		endedAt: async ({ id, act, subject, scope }) =>
			(act === 'waive' && subject.kind === 'topic' && await stands(id, subject, scope) ? null : 0),
		async expire({ id, act, subject }, what) {
			const number = Number(subject.id);
			if (act === 'waive' && what === 'all' && number > 0) {
				await (subject.kind === 'member' ? memories.dropWaiver(number, id) : undefined);
				await evidence.dropReason(id, subject.kind === 'member' ? { uid: number } : { tid: number });
			}
		},
	});

	return {
		async forTopic(topic, act) {
			const before = await keeper.current(topic);
			if (!before?.owed.includes(act.item)) {
				return unknown(act.item);
			}
			const say = await ofTopic(topic, act.by);
			return say.ok ? book.during(topicDraft(topic, act, { act: 'waive', note: note(say.value) }), async (decision) => {
				const waived = await keeper.waived(topic, before, { ...act, key: act.item, decision: decision.id });
				await tell(decision);
				return done(waived);
			}) : say;
		},
		async endForTopic(topic, act) {
			const before = await keeper.current(topic);
			const waiver = before?.waived.find(({ key, by }) => key === act.item && by > 0);
			return before && waiver ? book.during(topicDraft(topic, act, { act: 'withdraw', about: waiver.decision }),
				async (decision) => {
					const asked = await keeper.askedAgain(topic, before, act.item, act.by);
					await tell(decision);
					return done(asked);
				}) : unknown(act.item);
		},
		forMember: (uid, act) => alone(uid, async () => {
			const say = await ofMember(uid, act.by);
			const [at, { item: key, by, reason }] = [clock.now(), act];
			const until = at + (waiverDays * dayMs);
			const present = await memories.waivers(uid);
			const same = present.find(one => one.key === key && one.by === by && one.reason === reason);
			if (same && same.at > at - repeatedMs) {
				return done(present);
			}
			if (!say.ok) {
				return say;
			}
			return book.during(memberDraft(uid, act, { act: 'waive', until, note: note(say.value) }), async (decision) => {
				await memories.waive(uid, { key, by, reason, at, until, decision: decision.id });
				await tell(decision);
				return done(await memories.waivers(uid));
			});
		}),
		endForMember: (uid, act) => alone(uid, async () => {
			const waiver = (await memories.waivers(uid)).find(({ key }) => key === act.item);
			return waiver ? book.during(memberDraft(uid, act, { act: 'withdraw', about: waiver.decision }), async (decision) => {
				await memories.endWaiver(uid, act.item);
				await tell(decision);
				return done(await memories.waivers(uid));
			}) : unknown(act.item);
		}),
	};
}
