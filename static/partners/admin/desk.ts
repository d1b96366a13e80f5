import type { Unsaved } from 'forum-terms/forms/unsaved';

export type State = 'suspended' | 'ownerless' | 'no-level' | 'unknown-level';

export interface HistoryEvent {
	id: number; at: number; by: number; byName: string; kind: string;
	/** Arguments of the event's sentence; a `word` is a key of the admin language file. */
	facts: (string | { word: string })[];
}

/** An account as lib/partners/desk/admin-routes.ts sends it. */
export interface Account {
	id: string; company: string; contact: string; email: string; level: string; levelValidUntil: number;
	domains: string[]; owners: number[]; revision: number; states: State[]; levels: string[]; clauses: string[];
	suspension: { clause: string; reason: string; at: number } | null;
	/** The first ones, owners first. */
	people: { uid: number; username: string; role: string }[];
	peopleCount: number; nextPeople: number;
	history: HistoryEvent[];
}

/** Shared by the parts of the tab. */
export interface PartnerDesk {
	section: HTMLElement;
	at<T extends HTMLElement>(selector: string): T;
	attempt(work: () => Promise<void>): void;
	unsaved: Unsaved;
	/** Back to the reloaded list. */
	back(): Promise<void>;
	show(part: 'list' | 'account' | 'import'): void;
}

/** A day in the reader's language. */
export function dayText(at: number): string {
	return new Date(at).toLocaleDateString(config.userLang, { timeZone: 'UTC' });
}
