import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { fingerprint } from '../../platform/fingerprint';
import type { PartnerAccount } from '../company/account';
import type { PeoplePlan, PartnerAccounts } from '../accounts/accounts';
import type { PendingStore } from '../accounts/pending-store';
import { joinPath } from '../../kernel/refusals/message-kind';
import { nameOf } from '../../platform/people';
import { changeMessages, roleFact } from './change-message';
import type { Invitation, StaffRole } from '../accounts/pending';
import type { PartnerStore } from '../accounts/store';

/** The result of accepting: the company the member now speaks for. */
export interface Admission { partner: string; company: string; role: StaffRole }

export type Invited = { username: string } | { email: string };

/** Joining by invitation. */
export interface Invitations {
	/**
	 * Inviting the same person or address again repeats neither invitation nor message. `isSent` is false if the mail
	 * server refused a new invitation's e-mail: the invitation stands, and only an owner can act.
	 */
	invite(
		id: string, whom: Invited, role: StaffRole, by: number): Promise<Outcome<Invitation & { isSent: boolean }>>;
	withdraw(id: string, invitation: number, by: number): Promise<Outcome<null>>;
	/** The invitation of a code, if this member may accept it now. */
	find(code: string, uid: number): Promise<Invitation | null>;
	/** Those whose maker may still invite: an invitation ends with that right. */
	standing(all: readonly Invitation[]): Promise<Invitation[]>;
	accept(code: string, uid: number): Promise<Outcome<Admission>>;
}

const dayMs = 86_400_000;
/** How long the person who used a code can return to it, in case the process crashed. */
const secondTryMs = 300_000;
/** How long an invitation is valid. */
const invitationDays = 14;
const mostOpen = 200;

const unknown = () => refused(refuse('partner-invitation-unknown', [], { field: 'code' }));

interface Parts {
	store: PartnerStore;
	accounts: PartnerAccounts;
	pending: PendingStore;
	secret: () => Promise<string>;
	host: Pick<Host, 'clock' | 'members' | 'messenger' | 'nonce'>;
}

export function invitations(parts: Parts): Invitations {
	const { accounts, store, pending, secret, host } = parts;

	/**
	 * Codes sent by mail are stored as fingerprints; a member's own need no secret, because only that member can use
	 * them.
	 */
	async function keyOf(code: string): Promise<string> {
		return /^m\d{1,15}$/.test(code) ? code : fingerprint(await secret(), 'partner-invitation/v1', [code]);
	}

	async function invitedUid(whom: Invited): Promise<Outcome<number>> {
		if ('email' in whom) {
			return done(0);
		}
		const uid = await host.members.uidOf(whom.username);
		return uid > 0 ? done(uid) : refused(refuse('member-unknown', [whom.username], { field: 'username', clause: '4.12' }));
	}

	/** Why an owner cannot invite them, without saying where else they belong. */
	async function barred(account: PartnerAccount, uid: number): Promise<Outcome<null>> {
		const [membership] = uid > 0 ? await store.memberships([uid]) : [null];
		if (!membership) {
			return done(null);
		}
		return refused(refuse(membership.partner === account.id ? 'partner-member-already' : 'partner-member-elsewhere',
			[await nameOf(host.members, uid)], { field: 'username' }));
	}

	/** The invitation and its message, as one act. */
	async function actOf(
		account: PartnerAccount, invitation: Invitation, code: string,
	): Promise<{ isSent: boolean; plan: PeoplePlan }> {
		const { id, uid, email, by, role } = invitation;
		const facts = [await nameOf(host.members, by), roleFact(role)];
		const path = `${joinPath}/${code}`;
		// The code is not stored, so its e-mail is sent first: after a crash the link leads nowhere.
		const isSent = uid > 0 || await host.messenger.write(
			email, { kind: 'partner-invited-by-mail', path, facts: [account.company, ...facts] });
		const words = uid > 0 ? changeMessages([uid], 'partner-invited', account, id, facts, { path }) : [];
		return { isSent, plan: {
			events: [{ kind: 'invited', invitation: id, uid, role }],
			more: { pending: [{ kind: 'invite', invitation, code: await keyOf(code) }], messages: words },
		} };
	}

	async function standing(all: readonly Invitation[]): Promise<Invitation[]> {
		const accounts = await store.accounts(all.map(({ partner }) => partner));
		const may = await Promise.all(all.map(async ({ by }, index) =>
			accounts[index]?.owners.includes(by) === true || host.members.isAdministrator(by)));
		return all.filter((_one, index) => may[index]);
	}
	async function find(code: string, uid: number): Promise<Invitation | null> {
		const found = await pending.behindCode(await keyOf(code));
		const isMine = found && found.expiresAt > host.clock.now() && (found.uid === 0 || found.uid === uid);
		return isMine ? (await standing([found]))[0] ?? null : null;
	}

	return {
		find, standing,
		async invite(id, whom, role, by) {
			const uid = await invitedUid(whom);
			if (!uid.ok) {
				return uid;
			}
			const email = 'email' in whom ? whom.email.toLowerCase() : '';
			let made: (Invitation & { isSent: boolean }) | null = null;
			const saved = await accounts.alter(id, by, async (account) => {
				const isFree = await barred(account, uid.value);
				if (!isFree.ok) {
					return isFree;
				}
				const at = host.clock.now();
				const all = await pending.invitationsOf(id, at);
				const open = await standing(all);
				const isSame = (one: Invitation) => one.uid === uid.value && one.email === email;
				const same = open.find(isSame);
				if (same) {
					made = { ...same, isSent: true };
					return done({});
				}
				if (open.length >= mostOpen) {
					return refused(refuse('partner-invitations-full', [mostOpen]));
				}
				const expiresAt = at + (invitationDays * dayMs);
				const number = await pending.nextId();
				const invitation = { id: number, partner: id, role, uid: uid.value, email, by, at, expiresAt };
				const { isSent, plan } = await actOf(account, invitation, email ? host.nonce() : `m${invitation.id}`);
				made = { ...invitation, isSent };
				const over = all.filter(isSame).map(one => ({ kind: 'withdraw' as const, invitation: one }));
				return done({ ...plan, more: { ...plan.more, pending: [...over, ...plan.more?.pending ?? []] } });
			});
			const invitation = made as (Invitation & { isSent: boolean }) | null;
			return !saved.ok ? saved : invitation ? done(invitation) : unknown();
		},
		async withdraw(id, number, by) {
			const saved = await accounts.alter(id, by, async () => {
				const found = await pending.invitation(number);
				if (found?.partner !== id) {
					return unknown();
				}
				const { uid, role } = found;
				return done({
					events: [{ kind: 'withdrawn' as const, invitation: number, uid, role }],
					more: { pending: [{ kind: 'withdraw' as const, invitation: found }] },
				});
			});
			return saved.ok ? done(null) : saved;
		},
		async accept(code, uid) {
			const key = await keyOf(code);
			const used = await pending.usedBy(key);
			const mine = used?.uid === uid ? used : null;
			const partner = mine?.partner ?? (await find(code, uid))?.partner;
			if (partner === undefined) {
				return unknown();
			}
			let role: StaffRole = mine?.role ?? 'support';
			const saved = await accounts.alter(partner, uid, async (account) => {
				const [membership] = await store.memberships([uid]);
				if (membership?.partner === partner) {
					return done({});
				}
				if (membership) {
					return refused(refuse('partner-member-elsewhere', [await nameOf(host.members, uid)]));
				}
				const found = await find(code, uid);
				if (!found && (!mine || mine.at + secondTryMs < host.clock.now())) {
					return unknown();
				}
				role = found?.role ?? role;
				const use = found ? [{ kind: 'use' as const, invitation: found, code: key, uid, at: host.clock.now() }] : [];
				return done({
					joined: [{ uid, role }],
					more: {
						pending: [...use, { kind: 'answer' as const, partner, uid }],
						messages: changeMessages(account.owners, 'partner-joined', account, `${uid}:${account.revision + 1}`,
							[await nameOf(host.members, uid), roleFact(role)]),
					},
				});
			});
			if (!saved.ok) {
				return saved;
			}
			return done({ partner, company: saved.value.company, role });
		},
	};
}
