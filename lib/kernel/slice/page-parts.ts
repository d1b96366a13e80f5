import { uidOf, actorOf } from '../host/member';
import { textOf } from '../formats/text';

interface Locals { isAPI?: unknown; config?: { userLang?: unknown }; postHeader?: string; preFooter?: string }

/** What NodeBB's `filter:<template>.build` hooks get before a page is rendered. */
export interface PageBuild {
	req: { uid?: unknown; loggedIn?: unknown };
	res: { locals?: Locals };
	templateData?: Record<string, unknown>;
}

/** Who looks at the page; 0 for guests. */
export const readerOf = ({ req }: PageBuild): number => uidOf(actorOf(req.uid));

/** The language that NodeBB chose for the page; empty if it chose none yet. */
export const languageOfPage = ({ res }: PageBuild): string => textOf(res.locals?.config?.userLang);

/**
 * Puts HTML before a page's content or after it, also for readers without script. HOST: src/middleware/render.js takes
 * both from `res.locals` for whole pages only; where the browser fetches the data alone, our modules add the same.
 */
export function addToPage({ res }: PageBuild, where: 'before' | 'after', html: string): void {
	const [locals, name] = [res.locals ?? {}, where === 'before' ? 'postHeader' as const : 'preFooter' as const];
	if (!locals.isAPI) {
		locals[name] = `${locals[name] ?? ''}${html}`;
		res.locals = locals;
	}
}
