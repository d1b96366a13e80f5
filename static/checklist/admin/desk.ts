import type { Profile } from 'forum-terms/checklist/admin/model';
import type { Unsaved } from 'forum-terms/kit/unsaved';

export type Status = 'preferred' | 'supported' | 'legacy' | 'unsupported' | 'unknown';
export interface Release { version: string; since: number }
export interface TrunkRow { provider: string; country: string; status: Status; note: string }
export interface PhoneRow { vendor: string; model: string; status: Status; note: string }
export interface Knowledge {
	releases: Release[];
	graceDays: number;
	staleDays: number;
	trunks: TrunkRow[];
	phones: PhoneRow[];
	vagueWords: string[];
	reviewedAt: number;
}
/** Profile by category id; `none` asks nothing there. */
export interface Places { topics: Record<string, string>; replies: Record<string, string> }
/** `depth` levels below the top. */
export interface Category { cid: number; name: string; parentCid: number; depth: number }

/** What the three parts of the tab share. */
export interface Desk {
	section: HTMLElement;
	unsaved: Unsaved;
	profiles: () => readonly Profile[];
	categories: () => readonly Category[];
	knowledge: () => Knowledge;
	/** Reads the profiles again and shows them everywhere. */
	profilesChanged: () => Promise<void>;
	/** Shows the sentence of whatever goes wrong. */
	attempt: (work: () => Promise<void>) => void;
}
