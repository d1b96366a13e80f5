import type { Request } from 'express';
import { actorOf, type Actor } from '../../kernel/host/member';
import { hostModule } from '../core/modules';

/** A request with what NodeBB's middleware puts on it. */
interface HostRequest extends Request {
	rawBody?: unknown;
}

/**
 * Whoever NodeBB acts for. It is read after NodeBB's own authentication has run, never guessed from headers: cookies,
 * bearer tokens in a header, a body or a query, and master tokens with a `_uid` all end in this one field.
 * HOST: src/middleware/user.js `authenticate`.
 */
export function callerOf(caller: object): Actor {
	return actorOf((caller as { uid?: unknown }).uid);
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
