import type { Host } from '../../kernel/host/ports';
import type { Notices } from '../restriction/notice';
import { isOpen, type Restriction } from '../restriction/restriction';
import type { RestrictionStore } from '../restriction/store';

interface Parts {
	store: Pick<RestrictionStore, 'change' | 'note'>;
	notices: Pick<Notices, 'send' | 'sendChanged'>;
	/** Sets the time of the next action anew. */
	settle(restriction: Restriction): Promise<Restriction>;
	host: Pick<Host, 'clock' | 'log'>;
}

/** Tells members of restrictions, and records whether it arrived. */
export interface Telling {
	/** Once. */
	tell(restriction: Restriction): Promise<Restriction>;
	/** Its end or reason is no longer what the member was told; `why`: by default its reason. */
	tellChange(restriction: Restriction, why?: string): Promise<Restriction>;
}

export function telling({ store, notices, settle, host: { clock, log } }: Parts): Telling {
	/** The decision stands even without delivery; the member reads it when they try to post. */
	async function delivered(sent: Promise<boolean>, { uid }: Restriction): Promise<boolean> {
		return sent.catch((error: unknown) => {
			log.error('access', 'notice', error, uid);
			return false;
		});
	}
	return {
		async tell(restriction) {
			if (restriction.noticedAt > 0) {
				return restriction;
			}
			const isTold = await delivered(notices.send(restriction), restriction);
			const at = clock.now();
			return settle(await store.change(restriction, { noticedAt: at, isUnreached: !isTold }, {
				at, by: 0, kind: isTold ? 'noticed' : 'not-told', words: '',
			}));
		},
		async tellChange(restriction, why = '') {
			if (restriction.noticedAt > 0 && isOpen(restriction)) {
				const isTold = await delivered(notices.sendChanged(restriction, why), restriction);
				await store.note(restriction.id, { at: clock.now(), by: 0, kind: isTold ? 'noticed' : 'not-told', words: '' });
			}
			return restriction;
		},
	};
}
