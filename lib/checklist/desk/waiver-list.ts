import type { Host } from '../../kernel/host/ports';
import { cursorOf } from '../../platform/cursor';
import type { Position } from '../../platform/paged-index';
import { named } from '../../platform/people';
import type { MemberMemories } from '../asking/member-memory';
import { textFor } from '../profiles/item';
import type { ChecklistStore } from '../profiles/store';

/** A waiver for a member, as staff of the whole forum read it. */
export interface MemberWaiver {
	uid: number; username: string; item: string; prompt: string; reason: string; by: number; byName: string;
	/** Milliseconds since 1970. */
	at: number; until: number;
}

/** A page of the waivers in force for members, the next to end first (clause 3). */
export type WaiverList = (
	language: string, count: number, from: Position | null,
) => Promise<{ waivers: MemberWaiver[]; next: string | number }>;

export function waiverList({ memories, store, host: { members } }: {
	memories: Pick<MemberMemories, 'allWaivers'>; store: Pick<ChecklistStore, 'profiles'>; host: Pick<Host, 'members'>;
}): WaiverList {
	return async (language, count, from) => {
		const [{ rows, next }, profiles] = await Promise.all([memories.allWaivers(count, from), store.profiles()]);
		const items = profiles.flatMap(profile => profile.items);
		const nameOf = await named(members, rows.flatMap(({ uid, by }) => [uid, by]));
		return {
			waivers: rows.map(({ uid, key, by, reason, at, until }) => ({
				uid, username: nameOf(uid).username, item: key, reason, by, byName: nameOf(by).username, at, until,
				prompt: textFor(items.find(item => item.key === key)?.prompt, language) || key,
			})),
			next: cursorOf(next) ?? 0,
		};
	};
}
