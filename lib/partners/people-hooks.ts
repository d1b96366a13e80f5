import { edge } from '../kernel/edges';
import { actorOf } from '../kernel/member';
import { partnerFailPolicies } from './attribution';
import type { People } from './people-slice';

/** What NodeBB's own events mean for who belongs where. */
export function peopleHooks({ requests, pending, host }: Pick<People, 'requests' | 'pending' | 'host'>) {
	const guarded = (event: keyof typeof partnerFailPolicies, handle: (uid: number) => Promise<void>) =>
		edge<{ uid?: unknown }>({ slice: 'partners', event, onFailure: partnerFailPolicies[event], log: host.log },
			async (payload) => {
				const actor = actorOf(payload.uid);
				if (actor.kind === 'member') {
					await handle(actor.uid);
				}
				return payload;
			});
	return {
		/** HOST: src/user/email.js `confirmByUid` fires it after the address is stored as confirmed. */
		emailConfirmed: guarded('partner-email', uid => requests.recognise(uid)),
		/** Nothing waits any more for somebody whose account is gone. */
		forgotten: guarded('partner-forget', async (uid) => {
			for (const request of await pending.requestsBy(uid)) {
				await pending.removeRequest(request);
			}
			for (const invitation of await pending.invitationsFor(uid, 0)) {
				await pending.removeInvitation(invitation);
			}
		}),
	};
}
