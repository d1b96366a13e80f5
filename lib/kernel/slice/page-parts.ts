import { uidOf, actorOf } from '../host/member';
import { textOf } from '../formats/text';

interface Locals { isAPI?: unknown; config?: { userLang?: unknown }; postHeader?: string; preFooter?: string }

/** What NodeBB's `filter:<template>.build` hooks get before a page is rendered. */
export interface PageBuild {
	req: { uid?: unknown; loggedIn?: unknown };
	res: { locals?: Locals };
	templateData?: Record<string, unknown>;
}

/** The reader of the page; 0 for guests. */
export const readerOf = ({ req }: PageBuild): number => uidOf(actorOf(req.uid));

/** The language that NodeBB chose for the page; empty if it chose none yet. */
export const languageOfPage = ({ res }: PageBuild): string => textOf(res.locals?.config?.userLang);

/** Whether a page is rendered here. Where the browser fetches the data alone, our modules add the same parts. */
export const isRendered = ({ res }: PageBuild): boolean => !res.locals?.isAPI;

/**
 * Puts HTML before the content of a rendered page or after it, also for readers without script. HOST:
 * src/middleware/render.js takes both from `res.locals`.
 */
export function addToPage({ res }: PageBuild, where: 'before' | 'after', html: string): void {
	const [locals, name] = [res.locals ?? {}, where === 'before' ? 'postHeader' as const : 'preFooter' as const];
	locals[name] = `${locals[name] ?? ''}${html}`;
	res.locals = locals;
}
