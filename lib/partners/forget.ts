import type { Lease } from '../kernel/host/lease';
import type { Host } from '../kernel/host/ports';
import { changeOf } from './accounts/account-change';
import type { AccountJournal } from './accounts/journal';
import type { PendingStore } from './accounts/pending-store';
import type { PartnerStore } from './accounts/store';
import type { Digests } from './desk/digest';
import type { StrikeStore } from './strikes/store';

interface Parts {
	store: Pick<PartnerStore, 'account' | 'memberships'>;
	journal: Pick<AccountJournal, 'finish' | 'perform' | 'resume'>;
	pending: PendingStore;
	strikeStore: Pick<StrikeStore, 'forget'>;
	digests: Pick<Digests, 'forget'>;
	host: Pick<Host, 'clock' | 'leases' | 'members'>;
}

/** Administrators are told, as part of the change, of an account that has no owner left. */
async function leave({ store, journal, host: { clock, members } }: Parts, uid: number, id: string, lease: Lease) {
	const [[membership], account] = await Promise.all([store.memberships([uid]), store.account(id)]);
	if (membership?.partner !== id || !account) {
		return;
	}
	const [owners, revision] = [account.owners.filter(owner => owner !== uid), account.revision + 1];
	const changed = { ...account, owners, revision, updatedAt: clock.now() };
	await journal.perform({
		...changeOf(changed, { joined: [], left: [membership] }, false, 0, new Set()),
		pending: [{ kind: 'end-offer', partner: id, uid }],
		messages: owners.length > 0 ? [] : [{
			uids: await members.inGroups(['administrators']),
			message: { kind: 'partner-ownerless', about: `${id}:${revision}`, facts: [account.company] },
		}],
	}, lease);
}

async function leaveAccount(parts: Parts, uid: number): Promise<void> {
	const { store, journal, host } = parts;
	const [membership] = await store.memberships([uid]);
	if (membership) {
		const { partner: id } = membership;
		await host.leases.withLease(`partner:${id}`, async (lease) => {
			await journal.finish(id, lease);
			await leave(parts, uid, id, lease);
			// A deleted member is removed even if the lease stays busy.
		}, () => leave(parts, uid, id, { check: () => undefined }));
	}
}

/** Removes the pending invitations and requests of a deleted account. */
async function forgetWaiting(pending: PendingStore, uid: number): Promise<void> {
	for (const request of await pending.requestsBy(uid)) {
		await pending.follow([{ kind: 'answer', ...request }]);
	}
	for (const invitation of await pending.invitationsFor(uid, 0)) {
		await pending.follow([{ kind: 'withdraw', invitation }]);
	}
}

/** Removes a deleted member from their company. Safe to repeat and to interrupt. */
export async function forgetPerson(parts: Parts, uid: number): Promise<void> {
	// Finishing an interrupted change later would bring back a request or an invitation.
	await parts.journal.resume();
	await leaveAccount(parts, uid);
	await forgetWaiting(parts.pending, uid);
	await parts.strikeStore.forget(uid);
	await parts.digests.forget(uid);
}
