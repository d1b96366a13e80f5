import type { Request } from 'express';
import { actorOf, type Actor } from '../kernel/member';
import { hostModule } from './modules';

/** A request with what NodeBB's middleware puts on it. */
export interface HostRequest extends Request {
	uid?: unknown;
	loggedIn?: boolean;
	rawBody?: unknown;
}

/** Whoever NodeBB authenticated. */
export function callerOf(req: Request): Actor {
	return actorOf((req as HostRequest).uid);
}

/** Whether the request came with a bearer token instead of a browser session. */
export function hasToken(req: Request): boolean {
	return req.headers.authorization !== undefined;
}

/**
 * Who stands behind a request that NodeBB has not authenticated yet. Only looks: running NodeBB's own
 * authentication twice would turn a token into a session and then demand a CSRF token of it.
 * HOST: src/middleware/user.js `authenticate`.
 */
export async function callerBehind(req: Request): Promise<Actor> {
	const token = /^Bearer\s+(\S{1,200})$/i.exec(req.headers.authorization ?? '')?.[1];
	if (!token || (req as HostRequest).loggedIn) {
		return callerOf(req);
	}
	const known = await hostModule('./src/api').utils.tokens.get(token);
	if (known && Number(known.uid) === 0) {
		const body = req.body as { _uid?: unknown } | undefined;
		return actorOf(body?._uid ?? req.query._uid);
	}
	return known ? actorOf(known.uid) : { kind: 'guest' };
}

/** The language in which this caller wants to be answered. */
export async function languageOf(req: Request): Promise<string> {
	const { lang } = req.query;
	if (typeof lang === 'string' && /^[a-zA-Z-]{2,20}$/.test(lang)) {
		return lang;
	}
	const actor = callerOf(req);
	const settings = await hostModule('./src/user').getSettings(actor.kind === 'member' ? actor.uid : 0);
	return settings.userLang ?? hostModule('./src/meta').config.defaultLang ?? 'en-GB';
}

/** The number in an `If-Match` header, with or without quotes; null without the header, -1 when it is no number. */
export function ifMatchOf(req: Request): number | null {
	const header = req.headers['if-match'];
	const number = header === undefined ? null : /^"?(\d{1,15})"?$/.exec(header)?.[1] ?? '-1';
	return number === null ? null : Number(number);
}

/** HOST: src/webserver.js `configureBodyParser` keeps the bytes of a JSON body in `rawBody`. */
export function rawBodyOf(req: Request): Buffer {
	const { rawBody } = req as HostRequest;
	return Buffer.isBuffer(rawBody) ? rawBody : Buffer.alloc(0);
}

/** Whether a request has a body that is no JSON: a form, a file, plain text. */
export function hasForeignBody(req: Request): boolean {
	const { 'content-length': length, 'transfer-encoding': chunked, 'content-type': type = '' } = req.headers;
	const hasBody = chunked !== undefined || Number(length ?? 0) > 0;
	return hasBody && !/^application\/json\s*(;|$)/i.test(type);
}

export function headerOf(req: Request, name: string): string {
	const value = req.headers[name];
	return typeof value === 'string' ? value : '';
}

/** Query strings that came once; repeated ones are dropped. */
export function queryOf(req: Request): Record<string, string> {
	return Object.fromEntries(Object.entries(req.query).filter((entry): entry is [string, string] =>
		typeof entry[1] === 'string'));
}
