interface Request { originalUrl?: unknown }
interface Response { sendStatus(status: number): unknown }
type Handler = (error: unknown, request: Request, response: Response, next: unknown) => unknown;

/** NodeBB's error handlers by code. */
export interface ErrorCases { cases: Record<string, Handler | undefined> }

/**
 * Answers a request without CSRF token as NodeBB does, but does not log our addresses, which may be signed links. HOST:
 * src/controllers/errors.js `handleErrors`.
 */
export function silenced({ cases }: ErrorCases): void {
	const { EBADCSRFTOKEN: own } = cases;
	cases.EBADCSRFTOKEN = (error, request, response, next) => {
		const isOurs = String(request.originalUrl).includes('/forum-terms/');
		return isOurs || !own ? response.sendStatus(403) : own(error, request, response, next);
	};
}
