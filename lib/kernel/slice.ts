import type { ClauseId } from './clause';
import type { FailPolicy } from './edge/edges';
import type { Reviewer } from './review';
import type { Download, Form, Guard, Page, PageCall, Route } from './edge/routes';
import type { NavigationEntry } from './host/navigation';
import type { SettingSpecs } from './settings';

/** A handler of one of NodeBB's hooks; what happens when it fails stands beside it. */
export interface Hook<P> {
	onFailure: FailPolicy;
	/** Why failing like this is right: a row of docs/failure-policies.md. */
	why: string;
	/** Changes the payload in place; throws `RefusedError` to refuse. */
	handle(payload: P): Promise<void>;
}

/** `hold` needs a payload that can let the post wait. */
export function hook<P extends { shouldQueue: boolean }>(onFailure: 'hold', why: string, handle: (payload: P) => Promise<void>): Hook<P>;
export function hook<P>(onFailure: 'open' | 'closed', why: string, handle: (payload: P) => Promise<void>): Hook<P>;
export function hook<P>(onFailure: FailPolicy, why: string, handle: (payload: P) => Promise<void>): Hook<P> {
	return { onFailure, why, handle };
}

export type Hooks = Record<string, Hook<never>>;

/** Work that the forum does by itself, on one node at a time; lease and log line come from the runner. */
export interface Job {
	/** Part of its name in NodeBB, `forum-terms-<name>`. */
	name: string;
	/** Five fields. */
	cron: string;
	/** What is worth a line in the log, or null. */
	run(): Promise<string | null>;
}

/**
 * How what is on record of a member is told to them: `page` as the data of their account page, `summary` as `/me`,
 * `export` as a file with everything.
 */
export type OwnDataView =
	| { kind: 'page' }
	/** A page of the member's records, from a position on. */
	| { kind: 'summary'; from: { score: number; behind?: string } | null }
	/** Lists without an end are async iterables of batches. */
	| { kind: 'export' };

/** An area of the page in the ACP; `templates/admin/plugins/forum-terms.tpl` has its pane. */
export interface AdminTab {
	id: string;
	/** Language key. */
	title: string;
	/** A parameter of the address that opens it. */
	opensWith?: string;
	/** Its part of the page's data. */
	data?(call: PageCall): Promise<Record<string, unknown>>;
}

/** What has to be done before the terms hold here, in this order. */
export const setupSteps = ['terms', 'categories', 'checklists', 'exempt', 'partners', 'tried', 'navigation'] as const;

/** Whether something is done is read from what is stored; nobody ticks it off. */
export interface SetupStep {
	name: typeof setupSteps[number];
	/** The section of the page in the ACP where it is done. */
	opens?: string;
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

/** What a slice adds to the plugin; `assemble` puts it in place, and plugin.json names its hooks `<name>.<hook>`. */
export interface Slice extends Partial<Addresses> {
	name: string;
	/** The clause that refusals of its addresses cite, unless they know a better one. */
	clause: ClauseId;
	settings?: SettingSpecs;
	/** Its say at the one door; `posting` asks them. */
	reviewers?: Reviewer[];
	hooks?: Hooks;
	jobs?: Job[];
	adminTabs?: AdminTab[];
	setup?: SetupStep[];
	/** Pages that an administrator may put into the forum's navigation. */
	navigation?: NavigationEntry[];
	/** Once at start, in the order of the slices, before anything is asked of it. */
	prepare?(): Promise<void>;
	/** Takes out what is kept of an account that is deleted; safe to repeat. */
	forget?(uid: number): Promise<void>;
	ownData?(uid: number, language: string, view: OwnDataView): Promise<Record<string, unknown>>;
}
