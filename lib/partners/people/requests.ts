import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import type { PartnerAccount } from '../company/account';
import type { PartnerAccounts } from '../accounts/accounts';
import { companyDomain, ownerOfDomain } from '../company/mail-owner';
import type { PendingStore } from '../accounts/pending-store';
import { calledOf, nameOf } from '../../platform/people';
import { changeMessages, roleFact } from './change-message';
import type { JoinRequest, StaffRole } from '../accounts/pending';
import type { PartnerSettings } from '../company/settings';
import type { PartnerStore } from '../accounts/store';
import type { Soon } from '../../kernel/host/soon';

/** Whether somebody has joined or waits for an owner. */
export type RequestState = 'joined' | 'requested';

/** An owner's decision about a request. */
export interface RequestDecision { accept: boolean; role?: StaffRole | undefined; reason: string }

/** Joining by request, and by a confirmed e-mail address at a company's domain. */
export interface Requests {
	/** Repeating a request changes nothing. */
	ask(id: string, uid: number, role: StaffRole, words: string): Promise<Outcome<{ state: RequestState }>>;
	decide(id: string, uid: number, decision: RequestDecision, by: number): Promise<Outcome<{ state: 'joined' | 'refused' }>>;
	/** The only company that lists the domain of a member's confirmed address. */
	companyOf(uid: number): Promise<PartnerAccount | null>;
	/** A member confirmed an address: they join or ask, by setting, unless an owner has declined them. */
	recognise(uid: number): Promise<void>;
}

interface Parts {
	store: PartnerStore;
	accounts: PartnerAccounts;
	settings: () => Soon<PartnerSettings>;
	pending: PendingStore;
	host: Pick<Host, 'clock' | 'members'>;
}

export function requests(parts: Parts): Requests {
	const { accounts, store, pending, settings, host } = parts;

	async function companyOf(uid: number): Promise<PartnerAccount | null> {
		const domain = companyDomain(await host.members.confirmedEmail(uid));
		return domain === '' ? null : ownerOfDomain(await store.claiming(domain));
	}

	/** Null if they belong to no company, otherwise why they cannot ask. */
	async function barred(id: string, uid: number) {
		const [membership] = await store.memberships([uid]);
		return membership ? refused(refuse(
			membership.partner === id ? 'partner-member-already' : 'partner-member-elsewhere', [await nameOf(host.members, uid)])) : null;
	}

	async function knownByDomain(id: string, uid: number): Promise<'join' | 'ask' | 'off'> {
		const { partnerDomainJoin } = await settings();
		if (partnerDomainJoin === 'off' || (await companyOf(uid))?.id !== id) {
			return 'off';
		}
		return partnerDomainJoin === 'join' && !await pending.wasDeclined(id, uid) ? 'join' : 'ask';
	}

	async function toOwners(
		kind: 'partner-joined' | 'partner-requested', account: PartnerAccount, uid: number, role: StaffRole,
	) {
		const facts = [await nameOf(host.members, uid), roleFact(role)];
		return changeMessages(account.owners, kind, account, `${uid}:${host.clock.now()}`, facts);
	}

	async function join(id: string, uid: number, role: StaffRole): Promise<Outcome<{ state: RequestState }>> {
		const saved = await accounts.alter(id, uid, async account => await barred(id, uid) ?? done({
			joined: [{ uid, role }], events: [{ kind: 'recognised' as const, uid }],
			more: {
				pending: [{ kind: 'answer' as const, partner: id, uid }],
				messages: await toOwners('partner-joined', account, uid, role),
			},
		}));
		return saved.ok ? done({ state: 'joined' }) : saved;
	}

	async function file(request: Omit<JoinRequest, 'at'>): Promise<Outcome<{ state: RequestState }>> {
		const { partner, uid, role, isByDomain } = request;
		const saved = await accounts.alter(partner, uid, async (account) => {
			const why = await barred(partner, uid);
			if (why ?? await pending.request(partner, uid)) {
				return why ?? done({});
			}
			return done({
				events: [{ kind: 'requested' as const, uid, role, isByDomain }],
				more: {
					pending: [{ kind: 'ask' as const, request: { ...request, at: host.clock.now() } }],
					messages: await toOwners('partner-requested', account, uid, role),
				},
			});
		});
		return saved.ok ? done({ state: 'requested' }) : saved;
	}

	return {
		companyOf,
		async ask(id, uid, role, words) {
			const known = await knownByDomain(id, uid);
			return known === 'join' ? join(id, uid, role) :
				file({ partner: id, uid, role, words, isByDomain: known === 'ask' });
		},
		async decide(id, uid, { accept, role, reason }, by) {
			const saved = await accounts.alter(id, by, async (account) => {
				const request = await pending.request(id, uid);
				if (!request) {
					const [membership] = await store.memberships([uid]);
					return accept && membership?.partner === id ? done({}) :
						refused(refuse('partner-request-unknown', [await calledOf(host.members, uid)], { field: 'uid' }));
				}
				const given = role ?? request.role;
				const [present] = await store.memberships([uid]);
				const isHalfIn = present?.partner === id && present.role === given;
				const why = accept && !isHalfIn ? await barred(id, uid) : null;
				if (why) {
					return why;
				}
				const at = host.clock.now();
				const more = {
					pending: [
						{ kind: 'answer' as const, partner: id, uid },
						...accept ? [] : [{ kind: 'turn-down' as const, partner: id, uid, at }],
					],
					messages: changeMessages([uid], accept ? 'partner-admitted' : 'partner-turned-down', account, `${uid}:${at}`,
						[accept ? roleFact(given) : reason]),
				};
				return done(accept ? { joined: [{ uid, role: given }], more } :
					{ events: [{ kind: 'refused' as const, uid, reason }], more });
			});
			return saved.ok ? done({ state: accept ? 'joined' : 'refused' }) : saved;
		},
		async recognise(uid) {
			const account = await companyOf(uid);
			const [membership] = await store.memberships([uid]);
			if (!account || membership || await pending.wasDeclined(account.id, uid)) {
				return;
			}
			const known = await knownByDomain(account.id, uid);
			if (known === 'join') {
				await join(account.id, uid, 'support');
			} else if (known === 'ask') {
				await file({ partner: account.id, uid, role: 'support', words: '', isByDomain: true });
			}
		},
	};
}
