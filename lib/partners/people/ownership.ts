import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import type { Membership, PartnerAccount, PartnerRole } from '../company/account';
import type { AccountAcceptances } from '../accounts/acceptance';
import type { PeoplePlan, PartnerAccounts } from '../accounts/accounts';
import type { PendingStep, PendingStore } from '../accounts/pending-store';
import { calledOf, nameOf } from '../../platform/people';
import { changeMessages } from './change-message';
import type { PartnerStore } from '../accounts/store';

/** The person acting: an owner, or an administrator of the forum. */
export interface Acting { uid: number; isForum: boolean }
/** `offered`: waits for the answer of the person asked. */
export interface StaffChange { state: 'changed' | 'offered' | 'left' }

/**
 * Roles, leaving and handing over. Nobody becomes an owner without their own acceptance or a decision of the forum's
 * staff, and no owner is removed by another: two who remove each other at once would leave the account ownerless.
 */
export interface Ownership {
	assign(id: string, uid: number, role: PartnerRole, acting: Acting): Promise<Outcome<StaffChange>>;
	remove(id: string, uid: number, reason: string, acting: Acting): Promise<Outcome<StaffChange>>;
	/** Somebody leaves; the last owner names a successor, who has to accept first. */
	depart(id: string, uid: number, successor: number | null): Promise<Outcome<StaffChange>>;
	/** The answer of a person asked to become an owner, with the versions they accept for the account. */
	answer(id: string, uid: number, said: { accept: boolean; versions: readonly string[] }, language: string):
	Promise<Outcome<StaffChange>>;
}

interface Parts {
	store: PartnerStore;
	accounts: PartnerAccounts;
	pending: PendingStore;
	host: Pick<Host, 'clock' | 'members'>;
}

export function ownership(parts: Parts, acceptances: AccountAcceptances): Ownership {
	const { accounts, store, pending, host } = parts;

	const stopped = async (code: 'partner-member-unknown' | 'partner-owner-consent', uid: number) =>
		refused(refuse(code, [await calledOf(host.members, uid)], { field: 'uid' }));

	async function belonging(id: string, uid: number): Promise<Membership | null> {
		const [membership] = await store.memberships([uid]);
		return membership?.partner === id ? membership : null;
	}
	/** While an account is suspended, none of its people gets out of it without the forum. */
	const kept = ({ suspension, company }: PartnerAccount) =>
		(suspension ? refused(refuse('partner-suspended-people', [company])) : null);
	/** Removes pending requests and offers of a person. */
	const settled = (partner: string, uid: number): PendingStep[] =>
		[{ kind: 'end-offer', partner, uid }, { kind: 'answer', partner, uid }];

	/** Asks a staff member to become an owner; repeating it changes nothing. */
	async function offer(
		account: PartnerAccount, uid: number, by: number, leaves: boolean,
	): Promise<Outcome<PeoplePlan>> {
		const before = await pending.offered(account.id, uid);
		if (before?.by === by && before.leaves === leaves) {
			return done({});
		}
		const at = host.clock.now();
		return done({
			events: [{ kind: 'offered', uid, leaves }],
			more: {
				pending: [{ kind: 'offer', offer: { partner: account.id, uid, by, leaves, at } }],
				messages: changeMessages([uid], 'partner-offered', account, `${uid}:${by}:${at}`, [await nameOf(host.members, by)]),
			},
		});
	}

	async function isGood(account: PartnerAccount, uid: number) {
		const found = await pending.offered(account.id, uid);
		return found && account.owners.includes(found.by) ? found : null;
	}

	async function takeOver(id: string, uid: number): Promise<Outcome<StaffChange>> {
		const saved = await accounts.alter(id, uid, async (account) => {
			const [found, present] = [await isGood(account, uid), await belonging(id, uid)];
			if (!found || !present) {
				return refused(refuse('partner-offer-unknown', [account.company]));
			}
			const others = account.owners.filter(owner => owner !== uid);
			return (found.leaves ? kept(account) : null) ?? done({
				more: {
					pending: settled(id, uid), messages: changeMessages(
						others, 'partner-owner', account, `${uid}:${account.revision + 1}`, [await nameOf(host.members, uid)]),
				},
				joined: [{ uid, role: 'owner' as const }],
				left: [{ uid, role: present.role }, ...found.leaves ? [{ uid: found.by, role: 'owner' as const }] : []],
			});
		});
		return saved.ok ? done({ state: 'changed' }) : saved;
	}

	return {
		async assign(id, uid, role, { uid: by, isForum }) {
			let state: StaffChange['state'] = 'changed';
			const saved = await accounts.alter(id, by, async (account) => {
				const present = await belonging(id, uid);
				if (!present || present.role === role) {
					return present ? done({}) : await stopped('partner-member-unknown', uid);
				}
				if (present.role === 'owner' && uid !== by && !isForum) {
					return await stopped('partner-owner-consent', uid);
				}
				if (role === 'owner' && !isForum) {
					state = 'offered';
					return offer(account, uid, by, false);
				}
				return done({ left: [{ uid, role: present.role }], joined: [{ uid, role }] });
			});
			return saved.ok ? done({ state }) : saved;
		},
		async remove(id, uid, reason, { uid: by, isForum }) {
			const saved = await accounts.alter(id, by, async (account) => {
				const present = await belonging(id, uid);
				if (!present) {
					return await stopped('partner-member-unknown', uid);
				}
				return present.role === 'owner' && uid !== by && !isForum ? await stopped('partner-owner-consent', uid) :
					(isForum ? null : kept(account)) ?? done({
						left: [{ uid, role: present.role }], events: [{ kind: 'removed' as const, uid, reason }],
						more: {
							pending: [...settled(id, uid), { kind: 'turn-down' as const, partner: id, uid, at: host.clock.now() }],
							messages: changeMessages([uid], 'partner-removed', account, `${uid}:${account.revision + 1}`, [reason]),
						},
					});
			});
			return saved.ok ? done({ state: 'left' }) : saved;
		},
		async depart(id, uid, successor) {
			let state: StaffChange['state'] = 'left';
			const saved = await accounts.alter(id, uid, async (account) => {
				const present = await belonging(id, uid);
				if (!present) {
					return await stopped('partner-member-unknown', uid);
				}
				const why = kept(account);
				if (why ?? (successor === null || present.role !== 'owner')) {
					// A paused person does not come back without an owner.
					const paused = present.isHalted ? [{ kind: 'turn-down' as const, partner: id, uid, at: host.clock.now() }] : [];
					return why ?? done({
						left: [{ uid, role: present.role }], more: { pending: [...settled(id, uid), ...paused] },
					});
				}
				const next = await belonging(id, successor);
				if (!next || next.role === 'owner') {
					return refused(refuse('partner-successor-unknown', [await calledOf(host.members, successor)], { field: 'successor' }));
				}
				state = 'offered';
				return offer(account, successor, uid, true);
			});
			return saved.ok ? done({ state }) : saved;
		},
		async answer(id, uid, { accept, versions }, language) {
			const account = await store.account(id);
			const found = account && await isGood(account, uid);
			if (!account || !found) {
				return refused(refuse('partner-offer-unknown', [account?.company ?? id]));
			}
			if (!accept) {
				const facts = [await nameOf(host.members, uid)];
				const saved = await accounts.alter(id, uid, async () => done({
					events: [{ kind: 'declined', uid }],
					more: {
						pending: [{ kind: 'end-offer', partner: id, uid }],
						messages: changeMessages([found.by], 'partner-declined', account, `${uid}:${found.at}`, facts),
					},
				}));
				return saved.ok ? done({ state: 'changed' }) : saved;
			}
			const owed = await acceptances.owedBySuccessor(uid, language);
			const missing = owed.filter(({ version }) => !versions.includes(version));
			if (missing.length > 0) {
				return refused(refuse('partner-terms-owed',
					[account.company, missing.map(({ title }) => title).join(', ')], { field: 'versions' }));
			}
			for (const version of versions) {
				const accepted = await acceptances.accept(account, uid, version, language);
				if (!accepted.ok) {
					return accepted;
				}
			}
			return takeOver(id, uid);
		},
	};
}
