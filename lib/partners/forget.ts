import type { Host } from '../kernel/host/ports';
import type { PartnerAccounts } from './accounts/accounts';
import type { Digests } from './desk/digest';
import type { PendingStore } from './accounts/pending-store';
import type { StrikeStore } from './strikes/store';

/** Removes the pending invitations, requests and offers of a deleted account. */
async function forgetWaiting(pending: PendingStore, uid: number): Promise<void> {
	for (const request of await pending.requestsBy(uid)) {
		await pending.follow([{ kind: 'answer', ...request }]);
	}
	for (const invitation of await pending.invitationsFor(uid, 0)) {
		await pending.follow([{ kind: 'withdraw', invitation }]);
	}
}

/** Removes a deleted member from their company; administrators are told if it has no owner left. */
export async function forgetPerson(
	{ accounts, pending, strikeStore, digests, host: { messenger } }: {
		accounts: Pick<PartnerAccounts, 'forget'>; pending: PendingStore; strikeStore: Pick<StrikeStore, 'forget'>;
		digests: Pick<Digests, 'forget'>; host: Pick<Host, 'messenger'>;
	}, uid: number,
): Promise<void> {
	const orphan = await accounts.forget(uid);
	if (orphan) {
		await messenger.toAdministrators({
			kind: 'partner-ownerless', about: `${orphan.id}:${orphan.revision}`, facts: [orphan.company],
		});
	}
	await forgetWaiting(pending, uid);
	await strikeStore.forget(uid);
	await digests.forget(uid);
}
