import type { Actor } from '../host/member';
import type { BodySchema } from './body';
import type { ClauseId } from '../clause';
import type { Outcome } from '../outcome';
import type { Refusal } from '../refusal';

/** Who may call a route. `anyone` includes guests; `administrator` is asked of NodeBB, never of the page. */
export type RouteAccess = 'anyone' | 'member' | 'administrator';

/** What a route handler gets: decoded body, path parameters, query strings, the caller. */
export interface RouteCall<B> {
	actor: Actor;
	body: B;
	params: Record<string, string>;
	query: Record<string, string>;
	/** Language the caller reads. */
	language: string;
	/** The state the caller knows, by `If-Match`; null when they did not say, -1 when it is no number. */
	ifMatch: number | null;
	/** A header of the request by its name in small letters; empty when it did not come, or came more than once. */
	header(name: string): string;
	/** The method in capitals, and path with query exactly as the caller wrote them, with the forum's own prefix. */
	method: string;
	address: string;
	/** The body as it came, byte by byte, for those who sign it; empty where there is none. */
	rawBody: Buffer;
}

/** So many calls in so many minutes. */
export interface Rate { most: number; minutes: number }

/** One API route, relative to `/api/v3/plugins/forum-terms`. */
export interface Route<B = unknown> {
	method: 'get' | 'post' | 'put' | 'delete';
	path: string;
	access: RouteAccess;
	body: BodySchema<B>;
	/** How often a member may call it, where it writes; else the usual rate. `unlimited`: it has its own bound. */
	rate?: Rate | 'unlimited';
	/** What the sentence cites that it was called too often; without it, the clause of its slice. */
	clause?: ClauseId;
	/** Who signs instead of logging in: asked before anything is told of the body. */
	admit?(call: Omit<RouteCall<unknown>, 'body'>): Promise<Outcome<null>>;
	handle(call: RouteCall<B>): Promise<Outcome<unknown>>;
}

/** Keeps the body type of one route while the table holds routes of all kinds. */
export function route<B>(record: Route<B>): Route {
	return record;
}

/** A file that is written while it is read. */
export interface Download {
	/** Relative to `/api/v3/plugins/forum-terms`. */
	path: string;
	access: RouteAccess;
	contentType: string;
	fileName: string;
	open(call: DownloadCall): Promise<Outcome<AsyncIterable<string>>>;
}

export type DownloadCall = Pick<RouteCall<unknown>, 'actor' | 'params' | 'query' | 'language'>;

/** A page under the forum's own address; the answer is a template with its data, or somewhere else to go. */
export type PageAnswer =
	/** `isUnlisted`: search engines leave it out, and its address is told to no other site. */
	| { template: string; data: Record<string, unknown>; status?: number; isUnlisted?: boolean }
	| { redirect: string }
	| { notFound: true }
	| { notAllowed: true };

export interface Page {
	/** Path with Express parameters; `/user/:userslug/…` pages are mounted as account pages. */
	path: string;
	access: RouteAccess;
	/** `account` pages run NodeBB's account middleware first; `admin` pages live in the ACP. */
	kind: 'public' | 'account' | 'admin';
	/** Language token of the browser title. */
	title: string;
	render(call: PageCall): Promise<PageAnswer>;
}

/** A form of a page that works without script; `pass` hands the request on to NodeBB's own route of that path. */
export interface Form {
	path: string;
	submit(call: FormCall): Promise<PageAnswer | { pass: true }>;
}

export interface FormCall {
	actor: Actor;
	form: Record<string, unknown>;
	language: string;
}

/**
 * A look at one of NodeBB's own writes before it is done, over HTTP, over a socket, and for other plugins alike; null
 * lets it be done.
 */
export interface Guard {
	/** Where NodeBB offers it over HTTP, as an absolute path with Express parameters; neither where it does not. */
	method?: 'post' | 'put' | 'patch' | 'delete';
	path?: string;
	/** NodeBB's function that does it, by its module: `api.posts.editQueuedPost`, `sockets.user.updateCover`. */
	write: string;
	examine(call: GuardCall): Promise<Refusal | null>;
}

export interface GuardCall {
	/** Whoever NodeBB is about to act for. */
	actor: Actor;
	/** What NodeBB is about to act on: ids and fields as it has put them together itself. */
	data: Record<string, unknown>;
}

export interface PageCall {
	actor: Actor;
	params: Record<string, string>;
	query: Record<string, string>;
	language: string;
	/** uid of the account an account page belongs to. */
	accountUid?: number;
}
