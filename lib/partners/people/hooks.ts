import { actorOf, uidOf } from '../../kernel/host/member';
import { hook } from '../../kernel/slice/slice';
import type { Requests } from './requests';

/** NodeBB's events that affect who belongs to an account. */
export function peopleHooks({ requests }: { requests: Pick<Requests, 'recognise'> }) {
	return {
		/** HOST: src/user/email.js `confirmByUid` fires it after the address is stored as confirmed. */
		emailConfirmed: hook<{ uid?: unknown }>('open', 'the member can still ask to join', async ({ uid }) => {
			const member = uidOf(actorOf(uid));
			if (member > 0) {
				await requests.recognise(member);
			}
		}),
	};
}
