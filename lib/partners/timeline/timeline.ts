import { ownersIn, stateAt, type PartnerEvent } from './event';

/** Which versions of the terms somebody had accepted at a moment, by document. */
export type AcceptedLookup = (uid: number, at: number) => Promise<{ version: string; at: number }[]>;

/** Who answered for an account at a moment, and what each had accepted. */
export interface Timeline {
	at: number;
	company: string;
	level: string;
	isSuspended: boolean;
	owners: { uid: number; accepted: { version: string; at: number }[] }[];
	people: { uid: number; role: string }[];
}

/** The same events give the same answer whenever it is asked. */
export async function timelineOf(
	events: readonly PartnerEvent[], at: number, accepted: AcceptedLookup,
): Promise<Timeline> {
	const state = stateAt(events, at);
	return {
		at, company: state.company, level: state.level, isSuspended: state.isSuspended,
		owners: await Promise.all(ownersIn(state).map(async uid => ({ uid, accepted: await accepted(uid, at) }))),
		people: [...state.people].map(([uid, role]) => ({ uid, role })),
	};
}

/** Who answered for one post at a moment (clause 4.12). */
export interface PostTimeline {
	pid: string;
	author: number;
	/** Whether it was written for this account then. */
	isOurs: boolean;
	/** What the author did for it then; empty when they were none of its people. */
	role: string;
	accepted: { version: string; at: number }[];
}

/** The post as it was at a moment: changes of its author since then are gone through backwards. */
export function postAt(
	events: readonly PartnerEvent[], now: { pid: string; author: number; isOurs: boolean }, moment: number,
): Pick<PostTimeline, 'author' | 'isOurs' | 'role'> {
	let { author, isOurs } = now;
	for (const event of [...events].reverse()) {
		if (event.kind === 'post-reowned' && event.pid === now.pid && event.at > moment) {
			[author, isOurs] = [event.from, event.wasOurs];
		}
	}
	return { author, isOurs, role: stateAt(events, moment).people.get(author) ?? '' };
}
