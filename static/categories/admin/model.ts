import * as api from 'api';
import { textIn, type Texts } from 'forum-terms/checklist/admin/model';
import { say } from 'forum-terms/kit/dom';

type Value = string | number | boolean;

/** A step of a plan as lib/categories/blueprint/plan.ts sends it. */
export type Step = { key: string; name: string } & (
	| { kind: 'create'; parent: string; fields: Record<string, Value> }
	| { kind: 'adopt'; cid: number }
	| { kind: 'rename'; cid: number; from: string }
	| { kind: 'move'; cid: number; from: number; parent: string }
	| { kind: 'update'; cid: number; changes: { field: string; from: Value; to: Value }[] }
	| { kind: 'grant' | 'revoke'; cid: number; group: string; privileges: string[] }
	| { kind: 'checklist'; asked: 'topics' | 'replies'; from: string; to: string; recordOnly: { from: boolean; to: boolean } }
	| { kind: 'rules'; from: Texts; to: Texts }
	| { kind: 'order'; parent: string; keys: string[]; from: string[] });

export interface Place {
	key: string; name: string; parent: string; depth: number; cid: number; isProposal: boolean;
	read: string[]; topics: string[]; replies: string[];
}
export interface Candidate { key: string; name: string; cid: number }
export interface Difference {
	places: Place[]; steps: Step[]; leaves: { cid: number; name: string; why: 'unlisted' | 'off' }[];
	candidates: Candidate[];
}
export interface Plan extends Difference { plan: string; isHeld: boolean }
export interface Drift extends Difference { isApplied: boolean; appliedAt: number }
export interface Run {
	id: number; kind: 'apply' | 'undo'; state: 'running' | 'done' | 'stopped' | 'undone'; by: number; byName?: string;
	startedAt: number; finishedAt: number; problem: string; kept: string[]; done: number; total: number;
}

/** Titles of checklists by id; plans are readable without them. */
export type Titles = ReadonlyMap<string, string>;
export async function checklistTitles(): Promise<Titles> {
	const { profiles } = await api.get<{ profiles: { id: string; title: Texts }[] }>('/plugins/forum-terms/admin/checklists');
	return new Map(profiles.map(({ id, title }) => [id, textIn(title, config.userLang)]));
}

/** Shared by the parts of the tab. */
export interface BlueprintDesk {
	at<T extends HTMLElement>(selector: string): T;
	attempt(work: () => Promise<void>): void;
	/** Reloads drift and the last run. */
	refresh(): Promise<void>;
}

/** A translated string of the tab. */
export const word = (key: string, ...facts: (string | number)[]): Promise<string> =>
	say(`admin/plugins/forum-terms:blueprint.${key}`, ...facts);
