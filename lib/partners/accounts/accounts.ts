import { chunk, isEqual, pick } from 'lodash';
import { peopleLeases, type Lease } from '../../kernel/host/lease';
import type { Host } from '../../kernel/host/ports';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import { refuse } from '../../kernel/refusals/refusal';
import { calledOf } from '../../platform/people';
import type { Membership, PartnerAccount, PartnerInput, PartnerSave } from '../company/account';
import { isAnnounced, isSameSuspension, type NewSuspension } from '../company/suspension';
import type { Announcement } from '../timeline/announcement-store';
import type { AccountJournal } from './journal';
import type { AccountRecord } from './account-record';
import { changeOf, type AccountChange } from './account-change';
import { peopleAfter, peopleChange, peopleIn, type PeopleChange } from '../company/change';
import { levelsIn, type PartnerSettings } from '../company/settings';
import type { NewEvent, ToldEvent } from '../timeline/event-log';
import type { PartnerStore } from './store';
import type { Soon } from '../../kernel/host/soon';

interface Parts {
	store: PartnerStore;
	settings: () => Soon<PartnerSettings>;
	journal: AccountJournal;
	record: AccountRecord;
	host: Pick<Host, 'clock' | 'leases' | 'members'>;
}

/** What administrators and the partner portal do with accounts; every act is safe to repeat. */
export interface PartnerAccounts {
	/** Creates an account or brings it to this state; does nothing if it is already. */
	put(id: string, input: PartnerInput & Pick<PartnerSave, 'staffChange'>, ifMatch: number | null, by: number): Promise<Outcome<PartnerAccount>>;
	suspend(id: string, suspension: NewSuspension): Promise<Outcome<PartnerAccount>>;
	lift(id: string, reason: string, by: number): Promise<Outcome<PartnerAccount>>;
	/** The owner pauses or resumes a person's posting for the company. */
	halt(id: string, uid: number, isHalted: boolean, reason: string, by: number): Promise<Outcome<Membership>>;
	/** An act of the account's own people, planned under its lease; refused if it would leave no owner. */
	alter(id: string, by: number, plan: (account: PartnerAccount) => Promise<Outcome<PeoplePlan>>):
	Promise<Outcome<PartnerAccount>>;
}

/** An act on people: who joins and leaves, and other events. */
export interface PeoplePlan {
	joined?: PeopleChange['joined'];
	left?: PeopleChange['left'];
	events?: readonly ToldEvent[];
	changed?: Partial<Pick<PartnerAccount, 'confirmedAt' | 'confirmedBy' | 'suspension'>>;
	/** Changes of pending invitations and requests, and messages, as part of the act. */
	more?: Pick<AccountChange, 'pending' | 'messages'>;
}

/** The account after one more change. */
function next(account: PartnerAccount, at: number): PartnerAccount {
	return { ...account, revision: account.revision + 1, updatedAt: at };
}

export function partnerAccounts({ store, journal, record, settings, host }: Parts): PartnerAccounts {
	const { clock, leases, members } = host;
	const busy = () => refused(refuse('partner-busy'));
	/** `finished`: the change of an interrupted process, which may be this very one. */
	const onAccount = <T>(
		id: string, work: (lease: Lease, finished: AccountChange | null) => Promise<Outcome<T>>,
	): Promise<Outcome<T>> =>
		leases.withLease(`partner:${id}`, async lease => work(lease, await journal.finish(id, lease)), busy);
	/** Nobody may join two accounts at once. */
	const joining = <T>({ joined = [] }: Partial<PeopleChange>, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> =>
		leases.withLease(peopleLeases(joined.map(({ uid }) => uid)), work, busy);
	const known = async (id: string): Promise<Outcome<PartnerAccount>> => {
		const account = await store.account(id);
		return account ? done(account) : refused(refuse('partner-unknown', [id], { field: 'id' }));
	};

	/** Why these people cannot belong to this account: one does not exist, or speaks for another account. */
	async function barred(id: string, { owners, ...input }: Pick<PartnerSave, 'owners' | 'staff' | 'staffChange'>): Promise<Outcome<null>> {
		const [staff, name] = input.staffChange ? [input.staffChange.joined, 'staffChange.joined'] : [input.staff, 'staff'];
		const fieldOf = (uid: number) => {
			const owner = owners.indexOf(uid);
			return owner >= 0 ? `owners.${owner}` : `${name}.${staff.findIndex(person => person.uid === uid)}.uid`;
		};
		for (const uids of chunk([...peopleIn({ owners, staff }).keys()], 500)) {
			const [profiles, memberships] = await Promise.all([members.profiles(uids), store.memberships(uids)]);
			const missing = uids.find((_uid, index) => !profiles[index]);
			if (missing !== undefined) {
				return refused(refuse('member-unknown', [String(missing)], { field: fieldOf(missing), clause: '4.12' }));
			}
			const elsewhere = memberships.find(row => row && row.partner !== id);
			if (elsewhere) {
				return refused(refuse('partner-member-elsewhere', [await calledOf(members, elsewhere.uid)],
					{ field: fieldOf(elsewhere.uid) }));
			}
		}
		return done(null);
	}

	/** `told`: what its people are told, and when; null if the administrator notifies nobody. */
	async function save(
		account: PartnerAccount, event: NewEvent, told: Omit<Announcement, 'revision'> | null, lease: Lease,
	): Promise<Outcome<PartnerAccount>> {
		const { company, revision } = account;
		await journal.perform({
			account, events: [event], joined: [], gone: [], only: [],
			...told ? { announcement: { ...told, revision, facts: [company, ...told.facts] } } : {},
		}, lease);
		return done(account);
	}

	return {
		put: (id, input, ifMatch, by) => onAccount(id, async (lease) => {
			const before = await store.account(id);
			if (ifMatch !== null && ifMatch !== (before?.revision ?? 0)) {
				return refused(refuse('partner-stale', [id, String(before?.revision ?? 0)]));
			}
			const levels = levelsIn(await settings());
			if (input.level !== '' && !levels.includes(input.level)) {
				return refused(refuse('partner-level-unknown', [input.level, levels.join(', ')], { field: 'level' }));
			}
			const present = before ? await store.people(id) : [];
			const people = new Map(present.map(({ uid, role }) => [uid, role]));
			const halted = new Set(present.filter(({ isHalted }) => isHalted).map(({ uid }) => uid));
			const change = peopleChange(people, peopleAfter(input, people));
			const { company, contact, email, level, levelValidUntil, domains, owners } = input;
			const described = {
				company, contact, email, level, levelValidUntil, domains, owners: [...owners].sort((a, b) => a - b),
			};
			const isDescribed = before === null || !isEqual(described, pick(before, Object.keys(described)));
			return joining<PartnerAccount>(change, async () => {
				const isFree = await barred(id, input);
				if (!isFree.ok) {
					return isFree;
				}
				if (before && !isDescribed && change.joined.length + change.left.length === 0) {
					return done(before);
				}
				const now = clock.now();
				const account: PartnerAccount = {
					id, ...described, suspension: before?.suspension ?? null, revision: (before?.revision ?? 0) + 1,
					createdAt: before?.createdAt ?? now, updatedAt: now,
					confirmedAt: before?.confirmedAt ?? now, confirmedBy: before?.confirmedBy ?? 0,
				};
				await journal.perform(changeOf(account, change, isDescribed, by, halted), lease);
				return done(account);
			});
		}),
		suspend: (id, suspension) => onAccount(id, async (lease, finished) => {
			const found = await known(id);
			if (!found.ok || found.value.suspension) {
				const isSame = isSameSuspension(suspension, finished?.account.suspension);
				return isSame || !found.ok ? found : refused(refuse('partner-suspended-already', [found.value.company]));
			}
			const at = clock.now();
			const { by, clause, reason, notice, noticeAt } = suspension;
			const isTold = notice === 'sent' || noticeAt > 0;
			return record.suspend(found.value, suspension, decision => save(
				{ ...next(found.value, at), suspension: { ...suspension, at, decision, answer: null, upheld: null } },
				{ partner: id, at, by, kind: 'suspended', clause, reason, notice, decision },
				isTold ? { kind: 'partner-suspended', at: noticeAt || at, facts: [clause, reason], decision } : null, lease));
		}),
		lift: (id, reason, by) => onAccount(id, async (lease, finished) => {
			const found = await known(id);
			if (!found.ok || !found.value.suspension) {
				const isSame = finished?.events.some(event =>
					event.kind === 'lifted' && event.by === by && event.reason === reason);
				return isSame || !found.ok ? found : refused(refuse('partner-not-suspended', [found.value.company]));
			}
			const at = clock.now();
			// Notified of the suspension, notified of its end; told later, told of both.
			const { suspension } = found.value;
			const { clause, noticeAt } = suspension;
			const told = isAnnounced(suspension, at) ? { kind: 'partner-lifted' as const, at, facts: [clause, reason] } :
				noticeAt > 0 ? { kind: 'partner-was-suspended' as const, at: noticeAt, facts: [clause, suspension.reason, reason] } : null;
			return record.reinstate(found.value, suspension, reason, by, decision => save(
				{ ...next(found.value, at), suspension: null },
				{ partner: id, at, by, kind: 'lifted', reason, decision },
				told && { ...told, decision: told.kind === 'partner-lifted' ? decision : suspension.decision }, lease));
		}),
		halt: (id, uid, isHalted, reason, by) => onAccount(id, async (lease) => {
			const [membership] = await store.memberships([uid]);
			const name = await calledOf(members, uid);
			if (membership?.partner !== id || membership.role === 'owner' || uid === by) {
				return refused(membership?.partner !== id ? refuse('partner-member-unknown', [name], { field: 'uid' }) :
					membership.role === 'owner' ? refuse('partner-owner-protected', [name], { field: 'uid' }) :
						refuse('partner-strike-own'));
			}
			const [changed, account] = [{ ...membership, isHalted }, await known(id)];
			if (!account.ok) {
				return account;
			}
			// Repeating it decides nothing new.
			return membership.isHalted === isHalted ? done(membership) :
				record.halt(account.value, { uid, isHalted, reason, by }, async (decision) => {
					await journal.perform({
						account: account.value, joined: [changed], gone: [], only: [],
						events: [{ partner: id, at: clock.now(), by, kind: isHalted ? 'halted' : 'resumed', uid, reason, decision }],
						messages: [{ uids: [uid], message: {
							kind: isHalted ? 'partner-paused' : 'partner-resumed', about: decision, facts: [account.value.company, reason],
						} }],
					}, lease);
					return done(changed);
				});
		}),
		alter: (id, by, plan) => onAccount(id, async (lease) => {
			const found = await known(id);
			const planned = found.ok ? await plan(found.value) : found;
			if (!found.ok || !planned.ok) {
				return found.ok ? planned as Outcome<never> : found;
			}
			const { joined = [], left = [], events = [], changed = {}, more = {} } = planned.value;
			if (joined.length + left.length + events.length === 0 && Object.keys(more).length === 0) {
				return found;
			}
			const owners = new Set(found.value.owners);
			left.forEach(({ uid }) => owners.delete(uid));
			joined.filter(({ role }) => role === 'owner').forEach(({ uid }) => owners.add(uid));
			if (owners.size === 0) {
				return refused(refuse('partner-owner-needed', [found.value.company]));
			}
			const isMoved = joined.length + left.length > 0;
			const account = {
				...isMoved ? next(found.value, clock.now()) : { ...found.value, updatedAt: clock.now() }, ...changed,
				owners: [...owners].sort((a, b) => a - b),
			};
			return joining<PartnerAccount>({ joined }, async () => {
				const before = await store.memberships(joined.map(({ uid }) => uid));
				const elsewhere = before.find(row => row && row.partner !== id);
				if (elsewhere) {
					return refused(refuse('partner-member-elsewhere', [await calledOf(members, elsewhere.uid)], { field: 'uid' }));
				}
				const halted = new Set(before.flatMap(row => (row?.isHalted ? [row.uid] : [])));
				const change = changeOf(account, { joined, left }, false, by, halted, events);
				await journal.perform({ ...change, ...more, only: joined.map(({ uid }) => uid) }, lease);
				return done(account);
			});
		}),
	};
}
