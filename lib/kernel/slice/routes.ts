import type * as v from 'valibot';
import type { Actor } from '../host/member';
import type { BodySchema } from './body';
import type { ClauseId } from '../refusals/clause';
import type { Outcome } from '../refusals/outcome';
import type { Refusal } from '../refusals/refusal';

/** Who may call a route. `anyone` includes guests; NodeBB decides who is an `administrator`, never the client. */
export type RouteAccess = 'anyone' | 'member' | 'administrator';

/**
 * The query parameters of a route by name, each a schema of its text. The handler decodes them, after it has looked at
 * who asks; it receives no others.
 */
export type QueryFields = v.ObjectEntries;

/** What a route handler receives: decoded body, path parameters, query strings, caller. */
export interface RouteCall<B> {
	actor: Actor;
	body: B;
	params: Record<string, string>;
	query: Record<string, string>;
	/** The caller's language. */
	language: string;
	/** The revision in `If-Match`; null if absent, -1 if not a number. */
	ifMatch: number | null;
	/** A request header by its lower-case name; empty if absent or repeated. */
	header(name: string): string;
	/** The method in upper case; path and query exactly as sent, with the forum's prefix. */
	method: string;
	address: string;
	/** The raw body, for callers that sign it; empty if there is none. */
	rawBody: Buffer;
}

/** A rate limit: this many calls in this many minutes. */
export interface Rate { most: number; minutes: number }

/** One API route, relative to `/api/v3/plugins/forum-terms`. */
export interface Route<B = unknown> {
	method: 'get' | 'post' | 'put' | 'delete';
	path: string;
	access: RouteAccess;
	body: BodySchema<B>;
	query?: QueryFields;
	/** Rate limit per member of a writing route; without it the default. `unlimited`: the route has its own limit. */
	rate?: Rate | 'unlimited';
	/** The clause cited when the limit is exceeded; by default that of the slice. */
	clause?: ClauseId;
	/**
	 * Authenticates callers who sign instead of logging in: NodeBB looks at no session and no token. Runs before
	 * anything is said about the body.
	 */
	admit?(call: Omit<RouteCall<unknown>, 'body'>): Promise<Outcome<null>>;
	handle(call: RouteCall<B>): Promise<Outcome<unknown>>;
}

/** Keeps the body type of one route in a table of routes of all kinds. */
export function route<B>(record: Route<B>): Route {
	return record;
}

/** A file that is streamed while it is generated. */
export interface Download {
	/** Relative to `/api/v3/plugins/forum-terms`. */
	path: string;
	access: RouteAccess;
	contentType: string;
	fileName: string;
	open(call: DownloadCall): Promise<Outcome<AsyncIterable<string>>>;
}

export type DownloadCall = Pick<RouteCall<unknown>, 'actor' | 'params' | 'query' | 'language'>;

export interface ShownPage {
	template: string;
	data: Record<string, unknown>;
	status?: number;
	/** Not for search engines, and no referrer to other sites. */
	isUnlisted?: boolean;
	/** Breadcrumbs between the front page and this page; `url` without a slash at the start. */
	above?: readonly { text: string; url: string }[];
	/** Language token of its own breadcrumb; by default its title. */
	crumb?: string;
}

/** A page under the forum's address: a template with its data, or a redirect. */
export type PageAnswer =
	| ShownPage
	/** `message`: a language token that the next page shows once. */
	| { redirect: string; message?: string }
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

/**
 * Hands the request on to NodeBB's own route. `instead` is the page in place of NodeBB's error page, if NodeBB refuses;
 * it receives NodeBB's sentence as a language token.
 */
export interface Passed { pass: true; instead?(sentence: string): Promise<PageAnswer> }

/** A form that works without script. */
export interface Form {
	path: string;
	submit(call: FormCall): Promise<PageAnswer | Passed>;
}

export interface FormCall {
	actor: Actor;
	form: Record<string, unknown>;
	language: string;
}

/** A check before one of NodeBB's own writes, over HTTP, over a socket, or by another plugin; null allows it. */
export interface Guard {
	/** NodeBB's HTTP route as an absolute Express path; both absent if there is none. */
	method?: 'post' | 'put' | 'patch' | 'delete';
	path?: string;
	/**
	 * The NodeBB function that performs the write, by its module: `api.posts.editQueuedPost`,
	 * `sockets.user.updateCover`.
	 */
	write: string;
	examine(call: GuardCall): Promise<Refusal | null>;
}

export interface GuardCall {
	/** The user NodeBB is about to act for. */
	actor: Actor;
	/** What NodeBB is about to act on: ids and fields as NodeBB itself collected them. */
	data: Record<string, unknown>;
}

/** Something stored that leaves one of NodeBB's answers before anybody receives it. */
export interface Trim {
	/** The NodeBB function that answers, named as in `Guard`. */
	call: 'api.posts.get' | 'posts.edit';
	/** Changes the answer in place. */
	trim(answer: Record<string, unknown>): Promise<void>;
}

export interface PageCall {
	actor: Actor;
	params: Record<string, string>;
	query: Record<string, string>;
	language: string;
	/** uid of the account that an account page shows. */
	accountUid?: number;
}
