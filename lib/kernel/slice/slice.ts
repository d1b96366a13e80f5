import type { ClauseId } from '../refusals/clause';
import type { Reviewer } from './review';
import type { Download, Form, Guard, Page, PageCall, Route, Trim } from './routes';
import type { Soon } from '../host/soon';
import type { NavigationEntry, OwnPage } from '../host/navigation';
import type { SettingSpecs } from './settings';

/**
 * What happens when the plugin itself fails, per handler. `closed`: the action is refused, with a sentence that says
 * so. `open`: the action continues as if the plugin were absent. `hold`: the post waits for staff.
 */
export type FailPolicy = 'closed' | 'open' | 'hold';

/** A handler for one of NodeBB's hooks, with what happens when it fails. */
export interface Hook<P> {
	onFailure: FailPolicy;
	/** Why this fail policy is right; a row of docs/failure-policies.md. */
	why: string;
	/** Changes the payload in place; throws `RefusedError` to refuse. */
	handle(payload: P): Soon<void>;
}

/** `hold` needs a payload that can let the post wait. */
export function hook<P extends { shouldQueue: boolean }>(onFailure: 'hold', why: string, handle: (payload: P) => Soon<void>): Hook<P>;
export function hook<P>(onFailure: 'open' | 'closed', why: string, handle: (payload: P) => Soon<void>): Hook<P>;
export function hook<P>(onFailure: FailPolicy, why: string, handle: (payload: P) => Soon<void>): Hook<P> {
	return { onFailure, why, handle };
}

export type Hooks = Record<string, Hook<never>>;

/** The hour of the server's day, and the weekday (0: Sunday), from which a job is due; every day without one. */
export interface DueHour { hour: number; weekday?: number }

/** A scheduled job, run on one node at a time; the runner adds lease and log line. */
export interface Job {
	/** Part of its name in NodeBB, `forum-terms-<name>`. */
	name: string;
	/** Cron expression of five fields: at least every hour, so that no minute in which the forum is down matters. */
	cron: string;
	/** For a job of the day or week: it runs in this hour, or in the first one after it that finds it not done. */
	due?: DueHour;
	/** The log line, or null for none. */
	run(): Promise<string | null>;
}

/** A job that logs nothing of what it did. */
export const quietJob = (name: string, cron: string, work: () => Promise<unknown>): Job => ({
	name, cron,
	async run() {
		await work();
		return null;
	},
});

/** A job that logs how many things it did. */
export const countingJob = (name: string, cron: string, work: () => Promise<number>, did: string): Job => ({
	name, cron,
	async run() {
		const count = await work();
		return count > 0 ? `${count} ${did}` : null;
	},
});

/**
 * Who shows a member their own data: `page` is their account page, `summary` is `/me`, `export` is the complete file.
 */
export type OwnDataView =
	| { kind: 'page' }
	/** One page of the member's records, from a position on. */
	| { kind: 'summary'; from: { score: number; behind?: string } | null }
	/** Unbounded lists are async iterables of batches. */
	| { kind: 'export' };

/** An area of the ACP page; its pane is in `templates/admin/plugins/forum-terms.tpl`. */
export interface AdminTab {
	id: string;
	/** Language key. */
	title: string;
	/** The query parameter that opens it. */
	opensWith?: string;
	/** Its part of the page data. */
	data?(call: PageCall): Promise<Record<string, unknown>>;
}

/** The setup steps of a new forum, in order. */
export const setupSteps = ['terms', 'categories', 'checklists', 'exempt', 'partners', 'tried', 'navigation'] as const;

/** A step is done when the stored data says so; nobody ticks it off. */
export interface SetupStep {
	name: typeof setupSteps[number];
	/** The section of the ACP page where it is done. */
	opens?: string;
	/** What is pressed there first, by its `data-role`; it must change nothing. */
	presses?: string;
	isDone(): Promise<boolean>;
}

/** Everything that has an address. */
export interface Addresses {
	routes: Route[];
	pages: Page[];
	forms: Form[];
	guards: Guard[];
	downloads: Download[];
}

/** What a slice adds to the plugin. `assemble` mounts it; plugin.json names its hooks `<name>.<hook>`. */
export interface Slice extends Partial<Addresses> {
	name: string;
	/** The clause that refusals of its addresses cite by default. */
	clause: ClauseId;
	settings?: SettingSpecs;
	/** Its reviewers; `posting` asks them about every submission. */
	reviewers?: Reviewer[];
	hooks?: Hooks;
	trims?: Trim[];
	jobs?: Job[];
	adminTabs?: AdminTab[];
	setup?: SetupStep[];
	/** Pages that an administrator can add to the forum's navigation. */
	navigation?: NavigationEntry[];
	/** What the scripts of every page know from it (`config.forumTerms`); `uid` 0 for guests. */
	clientConfig?(uid: number): Soon<Record<string, unknown>>;
	/** Pages that this member can use now, for the menu of their avatar. */
	ownPages?(uid: number): Promise<OwnPage[]>;
	/** Runs once at start, in the order of the slices. */
	prepare?(): Promise<void>;
	/** Erases the data of a deleted account; safe to repeat. */
	forget?(uid: number): Promise<void>;
	ownData?(uid: number, language: string, view: OwnDataView): Promise<Record<string, unknown>>;
}
