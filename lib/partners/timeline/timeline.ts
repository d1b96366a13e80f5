import type { Shown } from '../../platform/decisions/shown-decider';
import { ownersIn, stateAt, type PartnerEvent } from './event';

/** The versions somebody had accepted at a moment, by document. */
export type AcceptedLookup = (uid: number, at: number) => Promise<{ version: string; at: number }[]>;

/** Who was responsible for an account at a moment, and what each had accepted. */
export interface Timeline {
	at: number;
	company: string;
	level: string;
	isSuspended: boolean;
	owners: { uid: number; accepted: { version: string; at: number }[] }[];
	people: { uid: number; role: string }[];
}

/** Deterministic, whenever it is computed. */
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

/** Decisions of the forum's staff about the whole account. */
const ofForum: readonly PartnerEvent['kind'][] = ['suspended', 'lifted', 'suspension-upheld'];

/** Decisions that events are about. */
export const decisionsIn = (events: readonly PartnerEvent[]): number[] =>
	events.flatMap(event => (ofForum.includes(event.kind) && 'decision' in event ? [event.decision] : []));

/** Whether somebody spoke for the account at a moment, including those of joining and leaving. */
function presence(states: readonly PartnerEvent[]): (uid: number, at: number) => boolean {
	const stays = new Map<number, { from: number; to: number }[]>();
	for (const event of states) {
		const of = event.kind === 'joined' || event.kind === 'left' ? stays.get(event.uid) ?? [] : [];
		if (event.kind === 'joined') {
			stays.set(event.uid, [...of, { from: event.at, to: Infinity }]);
		} else if (event.kind === 'left') {
			stays.set(event.uid, of.map(stay => (stay.to === Infinity ? { ...stay, to: event.at } : stay)));
		}
	}
	return (uid, at) => (stays.get(uid) ?? []).some(({ from, to }) => from <= at && at <= to);
}

/**
 * Events as somebody reads them, who of the staff it was only as `shown`; `states` name the account's people. What
 * somebody did before they spoke for the account, they did as the forum's staff.
 */
export function shownEvents(
	events: readonly PartnerEvent[], states: readonly PartnerEvent[], shown: Shown,
): PartnerEvent[] {
	const wasThere = presence(states);
	return events.map(event => (event.kind === 'peeked' || (wasThere(event.by, event.at) && !ofForum.includes(event.kind)) ?
		event : { ...event, by: shown(event.by) }));
}

/** Who was responsible for one post at a moment (clause 4.12). */
export interface PostTimeline {
	pid: string;
	author: number;
	/** Whether it was then written for this account. */
	isOurs: boolean;
	/** The author's role then; empty if they did not speak for the account. */
	role: string;
	accepted: { version: string; at: number }[];
}

/** The post at a moment: changes of its author since then are undone in reverse order. */
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
