import type { PartnerEvent } from './event';

/** An argument of an event's sentence: literal text, a key of the admin language file, or the id of a version. */
export type EventFact = string | { word: string } | { version: string };

/**
 * The arguments of `partner.event.<kind>` in the admin language file, in order. A kind without a row does not compile.
 */
export function factsOf(event: PartnerEvent, nameOf: (uid: number) => string): EventFact[] {
	const role = (name: string): EventFact => ({ word: `partner.role.${name}` });
	switch (event.kind) {
		case 'joined': case 'left': case 'requested': return [nameOf(event.uid), role(event.role)];
		case 'described': return [event.company, event.level || '–'];
		case 'level-ended': return [event.level];
		case 'suspended': return [event.clause, event.reason];
		case 'lifted': case 'suspension-upheld': return [event.reason];
		case 'suspension-answered': return [event.text];
		case 'halted': case 'resumed': case 'refused': case 'removed': return [nameOf(event.uid), event.reason];
		case 'owner-ended': case 'staff-ended': case 'access-restored': return [nameOf(event.uid), String(event.restriction)];
		case 'peeked': return [nameOf(event.uid), String(event.times ?? 1)];
		case 'recognised': case 'offered': case 'declined': return [nameOf(event.uid)];
		case 'invited': case 'withdrawn':
			return [event.uid > 0 ? nameOf(event.uid) : { word: 'partner.by-mail' }, role(event.role)];
		case 'confirmed': return [];
		case 'accepted': return [nameOf(event.uid), { version: event.version }];
		case 'post-withdrawn': case 'post-corrected': return [event.pid, nameOf(event.uid), event.reason];
		case 'post-restored': case 'post-reported': return [event.pid, nameOf(event.uid)];
		case 'post-reowned': return [event.pid, nameOf(event.from), nameOf(event.uid)];
		case 'post-questioned': return [event.pid, nameOf(event.uid), event.words];
		case 'post-moderated': return [event.pid, nameOf(event.uid), { word: `partner.moderated.${event.act}` }];
		case 'post-decided': return [event.pid, nameOf(event.uid), { word: `partner.decided.${event.state}` }];
	}
}
