import type { Unsaved } from 'forum-terms/kit/unsaved';

export type State = 'suspended' | 'ownerless' | 'no-level' | 'unknown-level';

export interface HistoryEvent {
	id: number; at: number; by: number; byName: string; kind: string;
	/** What fills the sentence of the kind; a `word` is a key of the admin language file. */
	facts: (string | { word: string })[];
}

/** An account as lib/partners/desk/admin-routes.ts answers it. */
export interface Account {
	id: string; company: string; contact: string; email: string; level: string; levelValidUntil: number;
	domains: string[]; owners: number[]; revision: number; states: State[]; levels: string[]; clauses: string[];
	suspension: { clause: string; reason: string; at: number } | null;
	/** The first ones, owners before the others. */
	people: { uid: number; username: string; role: string }[];
	peopleCount: number; nextPeople: number;
	history: HistoryEvent[];
}

/** What the parts of the tab share. */
export interface PartnerDesk {
	section: HTMLElement;
	at<T extends HTMLElement>(selector: string): T;
	attempt(work: () => Promise<void>): void;
	unsaved: Unsaved;
	/** Back to the list, read anew. */
	back(): Promise<void>;
	show(part: 'list' | 'account' | 'import'): void;
}

/** A day in the reader's language. */
export function dayText(at: number): string {
	return new Date(at).toLocaleDateString(config.userLang, { timeZone: 'UTC' });
}

export function momentText(at: number): string {
	return new Date(at).toLocaleString(config.userLang, { dateStyle: 'medium', timeStyle: 'short' });
}
