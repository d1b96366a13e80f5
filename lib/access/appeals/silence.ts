interface Request { originalUrl?: unknown }
interface Response { sendStatus(status: number): unknown }
type Handler = (error: unknown, request: Request, response: Response, next: unknown) => unknown;

/** What NodeBB does with errors by their code. */
export interface ErrorCases { cases: Record<string, Handler | undefined> }

/**
 * Answers what comes without its CSRF token as NodeBB does, without its line in the log where the address is ours: it
 * may be a link that opens something to whoever reads it. HOST: src/controllers/errors.js `handleErrors`.
 */
export function silenced({ cases }: ErrorCases): void {
	const { EBADCSRFTOKEN: own } = cases;
	cases.EBADCSRFTOKEN = (error, request, response, next) => {
		const isOurs = String(request.originalUrl).includes('/forum-terms/');
		return isOurs || !own ? response.sendStatus(403) : own(error, request, response, next);
	};
}
