import type { Profile } from 'forum-terms/checklist/admin/model';
import type { Unsaved } from 'forum-terms/forms/unsaved';

export type Status = 'preferred' | 'supported' | 'legacy' | 'unsupported' | 'unknown';
export interface Release { version: string; since: number }
export interface TrunkRow { provider: string; country: string; status: Status; note: string }
export interface PhoneRow { vendor: string; model: string; status: Status; note: string }
export interface PlatformRow { name: string; part: string; status: Status; asOf: string; note: string }
export interface Knowledge {
	releases: Release[];
	graceDays: number;
	staleDays: number;
	trunks: TrunkRow[];
	phones: PhoneRow[];
	platforms: PlatformRow[];
	guideHosts: string[];
	vagueWords: string[];
	reviewedAt: number;
}
/** Profile by category id; `none` asks nothing. `recordOnly`: categories where missing answers stop nobody. */
export interface Places {
	topics: Record<string, string>; replies: Record<string, string>; recordOnly: Record<'topics' | 'replies', number[]>;
}
/** `depth`: levels below the top. */
export interface Category { cid: number; name: string; parentCid: number; depth: number }

/** Shared by the three parts of the tab. */
export interface Desk {
	section: HTMLElement;
	unsaved: Unsaved;
	profiles: () => readonly Profile[];
	categories: () => readonly Category[];
	knowledge: () => Knowledge;
	/** Reloads the profiles everywhere. */
	profilesChanged: () => Promise<void>;
	/** Shows a message if the work fails. */
	attempt: (work: () => Promise<void>) => void;
}
