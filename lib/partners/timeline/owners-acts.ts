import type { PartnerRole } from '../company/account';
import type { PartnerEvent } from './event';

/** Something an owner did that is no decision on record: an answer, or somebody invited, added or removed. */
export interface OwnersAct {
	act: 'answer' | 'invite' | 'add' | 'remove';
	/** Whom it is about, or for whom the owner answered; 0: the whole account, or somebody without an account. */
	uid: number;
	/** The decision that was answered; 0: none. */
	about: number;
	at: number;
	facts: string;
}

/** A person at a moment: both events of a new role have the same. */
const momentOf = ({ uid, at }: { uid: number; at: number }) => `${uid} ${at}`;

/** The acts of owners in an account's events, oldest first. A new role is none, nor what people do for themselves. */
export function ownersActs(events: readonly PartnerEvent[]): OwnersAct[] {
	const roles = new Map<number, PartnerRole>();
	const acts: OwnersAct[] = [];
	let suspension = 0;
	const reasons = new Map<string, string>();
	const moments = (kind: 'joined' | 'left') =>
		new Set(events.flatMap(event => (event.kind === kind ? [momentOf(event)] : [])));
	const [came, went] = [moments('joined'), moments('left')];
	for (const event of events) {
		const { at, by } = event;
		switch (event.kind) {
			case 'suspended': suspension = event.decision; break;
			case 'suspension-answered': acts.push({ act: 'answer', uid: 0, about: suspension, at, facts: event.text }); break;
			case 'invited': acts.push({ act: 'invite', uid: event.uid, about: 0, at, facts: '' }); break;
			case 'removed': reasons.set(momentOf(event), event.reason); break;
			case 'joined': case 'left': {
				const { uid, kind, role } = event;
				const moment = momentOf(event);
				if (roles.get(by) === 'owner' && by !== uid && !(came.has(moment) && went.has(moment))) {
					const act = kind === 'joined' ? 'add' : 'remove';
					acts.push({ act, uid, about: 0, at, facts: reasons.get(moment) ?? '' });
				}
				void (kind === 'joined' ? roles.set(uid, role) : roles.delete(uid));
			}
		}
	}
	return acts;
}
