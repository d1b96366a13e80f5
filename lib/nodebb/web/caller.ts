import type { Request } from 'express';
import { actorOf, uidOf, type Actor } from '../../kernel/host/member';
import { languageOfReader } from '../people/language';

/** A request with the fields that NodeBB's middleware adds. */
interface HostRequest extends Request {
	rawBody?: unknown;
}

/**
 * The user NodeBB acts for, read after NodeBB's own authentication, never guessed from headers: cookies, bearer tokens
 * in header, body or query, and master tokens with `_uid` all end in this field. HOST: src/middleware/user.js
 * `authenticate`.
 */
export function callerOf(caller: object): Actor {
	return actorOf((caller as { uid?: unknown }).uid);
}

/** The language of this caller. */
export async function languageOf(req: Request): Promise<string> {
	const { lang } = req.query;
	if (typeof lang === 'string' && /^[a-zA-Z-]{2,20}$/.test(lang)) {
		return lang;
	}
	return languageOfReader(uidOf(callerOf(req)));
}

interface Told {
	uid?: unknown;
	caller?: { uid?: unknown };
	data?: { uid?: unknown };
}

/** Who reads a refusal: the sender of the request, otherwise the user the payload is about. */
export async function languageFor(payload: unknown): Promise<string> {
	const { caller, data, uid } = (payload ?? {}) as Told;
	// HOST: with a bearer token the caller is 0, because it is read before NodeBB checks the token.
	const reader = [caller?.uid, uid, data?.uid].map(Number).find(one => one > 0) ?? 0;
	return languageOfReader(Number.isInteger(reader) ? reader : 0);
}

/** The number in an `If-Match` header, quoted or not; null without the header, -1 if it is not a number. */
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

/** Whether a request has a body other than JSON: a form, a file, plain text. */
export function hasForeignBody(req: Request): boolean {
	const { 'content-length': length, 'transfer-encoding': chunked, 'content-type': type = '' } = req.headers;
	const hasBody = chunked !== undefined || Number(length ?? 0) > 0;
	return hasBody && !/^application\/json\s*(;|$)/i.test(type);
}

export function headerOf(req: Request, name: string): string {
	const value = req.headers[name];
	return typeof value === 'string' ? value : '';
}

/** Query parameters that occur once; repeated ones are dropped. */
export function queryOf(req: Request): Record<string, string> {
	return Object.fromEntries(Object.entries(req.query).filter((entry): entry is [string, string] =>
		typeof entry[1] === 'string'));
}
