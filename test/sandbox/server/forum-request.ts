import type { Request, Response } from 'express';
import type { Row } from '../host/database';

declare module 'express-session' {
	interface SessionData {
		uid: number;
		csrf: string;
		returnTo: string;
		registration: Row;
		errors: string[];
	}
}

/** A request after the sandbox found out who is behind it. */
export interface ForumRequest extends Request { uid: number; loggedIn: boolean }

/** What the sandbox keeps beside an answer, under the names of NodeBB. */
export interface Locals {
	isAPI?: boolean; uid?: number; userData?: Row; config?: Row; postHeader?: string; preFooter?: string;
}

export const localsOf = (res: Response): Locals => res.locals as Locals;

/** A submitted body, whatever its type was. */
export function bodyOf(req: Request): Row {
	const body: unknown = req.body;
	return typeof body === 'object' && body !== null ? body as Row : {};
}

export const param = (req: Request, name: string): string => String(req.params[name] ?? '');

/** Express 4 does not wait for promises: what a handler rejects with goes to the error page. */
export function waited(
	work: (req: ForumRequest, res: Response, next: (error?: unknown) => void) => Promise<unknown>,
): (req: Request, res: Response, next: (error?: unknown) => void) => void {
	return (req, res, next) => {
		work(req as ForumRequest, res, next).catch(next);
	};
}
