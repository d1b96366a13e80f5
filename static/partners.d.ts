/** Our own modules about partner accounts (clause 4.12), by the names under which NodeBB bundles them. */
declare module 'forum-terms/partner' { export function init(): void; }
declare module 'forum-terms/partner-standing' {
	export function stageWord(stage: string): Promise<string>;
	export function nextSentence(next: { stage: string; points: number; people: number } | null): Promise<string>;
}
declare module 'forum-terms/partner-strike' { export function init(): void; }
declare module 'forum-terms/partner-people' { export function init(root?: ParentNode): void; }
declare module 'forum-terms/partner-acts' {
	export function openAct(partner: string, button: HTMLElement): Promise<void>;
	export function restore(partner: string, button: HTMLElement): Promise<void>;
}
declare module 'forum-terms/words-form' {
	export function wordsForm(words: {
		id: string; label: string; next: string; submit: string; drafts: Map<string, string>;
		send(words: string): Promise<void>;
		cancel?(): void;
	}): Promise<HTMLFormElement>;
}
declare module 'forum-terms/partner-strike-row' {
	export interface Strike {
		id: number; pid: string; username: string; clause: string; points: number; weight: number; reason: string;
		by: number; byName: string; at: number; answerBy: number; halvesAt: number; expiresAt: number;
		state: 'open' | 'answered' | 'counts' | 'withdrawn' | 'expired';
		answer: { text: string; at: number } | null;
		/** Names of those who judge the answer instead of the reader, who gave the strike; else empty. */
		otherDeciders: string;
		decision: { counts: boolean; reason: string; byName: string; at: number; isAlone: boolean } | null;
	}
	export interface Standing {
		points: number; people: number; stage: string; next: { stage: string; points: number; people: number } | null;
		heldSince: number | null; easesAt: number | null;
	}
	export interface Rights { answer: boolean; decide: boolean; refer: boolean }
	export interface Referral {
		id: number; reason: string; by: number; byName: string; at: number; mailedAt: number; mailedTo: string;
	}
	/** What GET /partners/:id/strikes answers. */
	export interface StrikesAnswer { strikes: Strike[]; standing: Standing; referrals: Referral[]; may: Rights }
	/** What every act on the page needs; `done` takes its name and the strike it was about, 0 for the whole account. */
	export interface StrikeDesk {
		partner: string; may: Rights; drafts: Map<string, string>; done(act: string, strike: number): Promise<void>;
	}
	export function minute(at: number): string;
	export function strikeRow(strike: Strike): Promise<HTMLElement>;
}
declare module 'forum-terms/partner-strike-acts' {
	import type { Strike, StrikeDesk } from 'forum-terms/partner-strike-row';
	export function addActs(row: HTMLElement, strike: Strike, desk: StrikeDesk): Promise<void>;
}
declare module 'forum-terms/partner-referrals' {
	import type { StrikeDesk, StrikesAnswer } from 'forum-terms/partner-strike-row';
	export function referralSection(answer: StrikesAnswer, desk: StrikeDesk): Promise<HTMLElement | null>;
}
declare module 'forum-terms/standing-meter' {
	import type { Standing } from 'forum-terms/partner-strike-row';
	export function standingBox(standing: Standing): Promise<HTMLElement>;
}
declare module 'forum-terms/partner-strikes' {
	export function fillStrikes(section: HTMLElement, partner: string): Promise<void>;
}
