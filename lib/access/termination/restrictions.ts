import { isEqual } from 'lodash';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Lease } from '../../kernel/host/lease';
import type { Host } from '../../kernel/host/ports';
import type { SpokenAgainst } from '../../kernel/offers/decision-book';
import type { PostCare } from '../../kernel/host/post-care';
import { targetRefusal } from '../../platform/decisions/spoken-against';
import type { PostEvidence } from '../../platform/decisions/post-evidence';
import { restrictionFrom, type Forecast } from './decided';
import { evidenceLookup, type Kept } from './evidence';
import type { RecordedActs } from './recorded-acts';
import { refuse } from '../../kernel/refusals/refusal';
import type { ClauseId } from '../../kernel/refusals/clause';
import type { Page, Position } from '../../platform/paged-index';
import { nextDue, type RestrictionLifecycle } from './restriction-lifecycle';
import { effectOf, effectsOf, stepsOf, type Effect } from '../restriction/effect';
import { planIdOf, type FactFinder } from './facts';
import { isListed, type ListFilter } from '../restriction/list-filter';
import { isOpen, type Decision, type Restriction } from '../restriction/restriction';
import { itemsToConfirm, type ItemToConfirm } from '../restriction/confirmation';
import type { HostReports } from '../restriction/host-reports';
import { decisionRefusal, giveBackRefusal, isInReach } from '../restriction/rules';
import type { AccessSettings } from '../restriction/settings';
import type { RestrictionStore } from '../restriction/store';
import type { Soon } from '../../kernel/host/soon';

interface Parts {
	store: RestrictionStore;
	reports: Pick<HostReports, 'of'>;
	facts: FactFinder;
	lifecycle: RestrictionLifecycle;
	care: Pick<PostCare, 'read' | 'readable'>;
	evidence: Pick<PostEvidence, 'snapshots' | 'reports'>;
	recorded: RecordedActs;
	settings(): Soon<AccessSettings>;
	host: Pick<Host, 'clock' | 'leases' | 'messenger'>;
}

/** A checked decision, reduced to what the person may do, with its preview. */
interface Examined {
	decision: Decision; forecast: Forecast;
	kept: Kept;
}

/** `lost`: names of what was not restored, such as a deleted group. */
export interface Lifted { restriction: Restriction; lost: string[] }

export interface Cause {
	clause?: ClauseId | undefined; withoutCause: boolean; target?: SpokenAgainst | undefined; reason: string;
	evidence: readonly string[];
}

/** A page of the list; `uid` 0: everybody's. */
export interface Wanted { count: number; from: Position | null; uid: number; filter: ListFilter }

/** Restricting members and lifting restrictions, with permission checks (clauses 1, 4.11 and 6). */
export interface Restrictions {
	/** All effects; stores nothing. */
	plan(decision: Decision, by: number): Promise<Outcome<Forecast>>;
	restrict(decision: Decision, by: number): Promise<Outcome<Restriction>>;
	/** Restores what was taken; answers what was not. `giveBack`: the confirmed keys of groups and tokens. */
	lift(
		id: number, by: number, reason: string, keepContent: boolean, giveBack?: readonly string[],
	): Promise<Outcome<Lifted>>;
	/** Gives the reason for a ban made in the forum's own pages. */
	setCause(id: number, by: number, cause: Cause): Promise<Outcome<Restriction>>;
	/** A restriction that somebody may see, with its effects and what to confirm when lifting it. */
	read(id: number, by: number): Promise<Outcome<{
		restriction: Restriction; effects: Effect[]; toConfirm: ItemToConfirm[];
	}>>;
	/** Those somebody may see, newest first. */
	list(by: number, wanted: Wanted): Promise<Page<Restriction>>;
}

const unknown = (id: number) => refused(refuse('restriction-unknown', [id], { field: 'id' }));
const busy = () => refused(refuse('restriction-busy'));

export function restrictions(parts: Parts): Restrictions {
	const { store, reports, facts: finder, lifecycle, care, evidence, recorded, settings, host } = parts;
	const { clock } = host;
	const evidenceOf = evidenceLookup(care, evidence);
	const onMember = <T>(uid: number, work: (lease: Lease) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
		host.leases.withLease(`member:${uid}`, work, busy);

	async function examined(chosen: Decision, by: number): Promise<Outcome<Examined>> {
		const [target, rights, own] = await Promise.all([
			finder.target(chosen.uid), finder.rights(by), finder.ownRefusal(chosen.uid, by)]);
		const decision = { ...chosen, scope: await finder.reachOf(chosen.scope, rights) };
		const refusal = await finder.named(decisionRefusal(decision, target, rights, clock.now()), by) ?? own;
		const texts = refusal ? refused<never>(refusal) : await evidenceOf(decision, by);
		if (!texts.ok) {
			return texts;
		}
		const [now, { accessNoticeDays: noticeDays }, { source, reporters }] =
			[clock.now(), await settings(), await texts.value.reports()];
		const cid = await finder.missingCategory(decision.scope);
		const found = cid === null ? await finder.facts(decision.uid, decision, by) : null;
		if (cid !== null) {
			return refused(refuse('restriction-category', [cid], { field: 'scope.categories' }));
		}
		return found ? done({
			decision, kept: texts.value, forecast: {
				plan: planIdOf(decision.uid, decision.scope, stepsOf(decision, found)),
				effects: effectsOf(decision, found), from: Math.max(decision.from, clock.now()), until: decision.until,
				source, restriction: restrictionFrom(decision, {
					id: 0, moderated: target.moderates, by, now, noticeDays, reporters,
				}),
			},
		}) : refused(refuse('member-unknown', [decision.uid], { field: 'uid', clause: '6' }));
	}

	async function decide(chosen: Decision, by: number, lease: Lease): Promise<Outcome<Restriction>> {
		// Repeating a decision returns what an interrupted process started.
		const wanted = [by, chosen.scope, chosen.until, chosen.clause ?? null];
		const before = (await lifecycle.finish(chosen.uid, lease)).find(one =>
			isEqual([one.by, one.scope, one.until, one.clause], wanted));
		if (before) {
			return done(before);
		}
		const found = await examined(chosen, by);
		if (!found.ok) {
			return found;
		}
		const { decision, forecast, kept } = found.value;
		if (decision.plan !== '' && decision.plan !== forecast.plan) {
			return refused(refuse('restriction-moved-on', [], { field: 'plan' }));
		}
		const now = clock.now();
		const decided = { ...forecast.restriction, id: await store.nextId() };
		const record = {
			act: 'restrict', by, facts: decided.reason, note: decided.note, source: forecast.source,
			snapshots: await kept.texts(),
		} as const;
		return recorded.during(decided, record, async ({ id, termsVersion }) => {
			const added = await store.add({ ...decided, termsVersion, decisions: [id] }, {
				at: now, by, kind: 'decided', words: decision.note,
			}, nextDue(decided, now));
			lifecycle.forget(added.uid);
			return done(added.state === 'starting' ? await lifecycle.begin(added, by, lease) :
				added.notice === 'sent' ? await lifecycle.tell(added) : added);
		});
	}

	/** Only restrictions in their reach; others look like missing ones. */
	async function reached(id: number, by: number): Promise<Outcome<Restriction>> {
		const [[found], rights] = await Promise.all([store.read([id]), finder.rights(by)]);
		return found && isInReach(found, rights) ? done(found) : unknown(id);
	}
	async function decidable(id: number, by: number): Promise<Outcome<Restriction>> {
		const found = await reached(id, by);
		const own = found.ok ? await finder.ownRefusal(found.value.uid, by) : null;
		return own ? refused(own) : found;
	}

	const claims = async (id: number): Promise<ItemToConfirm[]> =>
		itemsToConfirm((await store.journal.read(id))?.steps ?? [], await reports.of(id));

	return {
		async plan(decision, by) {
			const found = await examined(decision, by);
			return found.ok ? done(found.value.forecast) : found;
		},
		async restrict(decision, by) {
			return onMember(decision.uid, lease => decide(decision, by, lease));
		},
		async lift(id, by, reason, keepContent, giveBack = []) {
			const found = await decidable(id, by);
			if (!found.ok) {
				return found;
			}
			return onMember<Lifted>(found.value.uid, async (lease) => {
				const [fresh] = await store.read([id]);
				if (fresh?.state === 'ending' && fresh.ended) {
					// An interrupted process started to end it, for whatever reason.
					return done(await lifecycle.end(fresh, fresh.ended, lease));
				}
				if (!fresh || !isOpen(fresh)) {
					return refused<Lifted>(refuse('restriction-over', [id], { field: 'id' }));
				}
				const refusal = giveBackRefusal(giveBack, await claims(id));
				return refusal ? refused<Lifted>(refusal) :
					recorded.during(fresh, { act: 'lift', by, facts: reason }, async decision =>
						done(await lifecycle.end(fresh, {
							why: 'lifted', by, at: clock.now(), reason, keepContent, giveBack,
						}, lease, decision.id)));
			});
		},
		async setCause(id, by, { clause, withoutCause, target, reason, evidence }) {
			const found = await decidable(id, by);
			if (!found.ok) {
				return found;
			}
			if ((clause === undefined) !== withoutCause) {
				return refused(refuse('restriction-cause', [], { field: 'clause' }));
			}
			const wrongTarget = targetRefusal(clause, target);
			if (wrongTarget) {
				return refused(wrongTarget);
			}
			const kept = await evidenceOf({ uid: found.value.uid, evidence }, by);
			if (!kept.ok) {
				return kept;
			}
			return onMember<Restriction>(found.value.uid, async () => {
				const [fresh] = await store.read([id]);
				if (fresh?.cause !== 'owed') {
					return refused(refuse('restriction-cause-said', [id], { field: 'id' }));
				}
				const { source, reporters } = await kept.value.reports();
				const change = {
					clause: clause ?? null, cause: withoutCause ? 'none' : 'clause', target: target ?? null, reason, evidence,
					reporters,
				} as const;
				const record = { act: 'change', by, facts: reason, source, snapshots: await kept.value.texts() } as const;
				return recorded.during({ ...fresh, ...change }, record, async ({ id: number, termsVersion }) => {
					const decisions = [...fresh.decisions, number];
					const changed = await store.change(fresh, { ...change, termsVersion, decisions },
						{ at: clock.now(), by, kind: 'cause', words: reason });
					lifecycle.forget(changed.uid);
					return done(await lifecycle.tellChange(changed));
				});
			});
		},
		async read(id, by) {
			const found = await reached(id, by);
			// The member reads their statement, not what the staff read.
			if (!found.ok || found.value.uid === by) {
				return found.ok ? unknown(id) : found;
			}
			const { value: restriction } = found;
			const journal = await store.journal.read(id);
			// Before the start, what would happen now; afterwards, what did.
			const facts = journal ? null : await finder.facts(restriction.uid, restriction, restriction.by);
			const gate: Effect = { kind: 'gate', what: 'ends', count: 1, names: [], isReversible: true };
			return done({
				restriction, effects: facts && restriction.state === 'waiting' ? effectsOf(restriction, facts) :
					[gate, ...(journal?.steps ?? []).map(effectOf)],
				toConfirm: isOpen(restriction) ? await claims(id) : [],
			});
		},
		async list(by, { count, from, uid, filter }) {
			const rights = await finder.rights(by);
			const fits = (one: Restriction) => one.uid !== by && isInReach(one, rights) && isListed(one, filter);
			const size = { count, window: 50 };
			return uid === 0 && filter === 'appeal' ? store.appealed(size, from, fits) : store.list(uid, size, from, fits);
		},
	};
}
