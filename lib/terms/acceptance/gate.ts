import { namesIn } from '../../kernel/formats/names';
import type { Clock } from '../../kernel/host/ports';
import type { Acceptance } from './acceptance';
import { isDue } from '../documents/rules';
import type { TermsSettings } from '../documents/settings';
import type { Soon } from '../../kernel/host/soon';

/** Path of the page where members accept. */
export const acceptPath = '/forum-terms/accept';

/**
 * Paths that stay reachable while an acceptance is owed: the terms, logout, the member's account and data, and
 * everything another plugin or NodeBB may demand first (e-mail, second factor). Otherwise two gates would redirect to
 * each other forever.
 */
const reachable: readonly string[] = [
	'/forum-terms', '/register', '/login', '/logout', '/confirm', '/reset', '/tos', '/assets', '/admin', '/ping',
	'/me/', '/uid/', '/sping', '/favicon', '/manifest', '/robots', '/outgoing', '/email/unsubscribe', '/error',
];

/** Account pages that stay reachable: consent and export, e-mail, sessions, second factor, our own. */
const reachableAccountPages = /^\/user\/[^/]+\/(consent|edit|info|sessions|2factor|forum-terms|export|settings)(\/|$)/;

/** Whether a path (without the forum's prefix and without `/api`) is never gated. */
export function isReachable(path: string, extra: readonly string[]): boolean {
	const clean = path.toLowerCase();
	const under = (prefix: string) => clean === prefix || clean.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
	return reachable.some(under) || reachableAccountPages.test(clean) ||
		extra.filter(prefix => prefix.startsWith('/') && prefix !== '/').some(prefix => under(prefix.toLowerCase()));
}

/** A path inside the forum to return to; anything that could lead elsewhere becomes the front page. */
export function safeReturnPath(wanted: unknown): string {
	if (typeof wanted !== 'string' || wanted.length > 2000 || !/^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(wanted)) {
		return '/';
	}
	return wanted.toLowerCase().startsWith(acceptPath) ? '/' : wanted;
}

/** A page view as the gate sees it. */
export interface PageView {
	uid: number;
	/** Path without the forum's prefix and without `/api`. */
	path: string;
	/** Path with query, to return to. */
	returnTo: string;
}

/** Redirects a member who owes an acceptance (clause 2); null lets the page through. Members who declined may read. */
export function pageGate(
	acceptance: Pick<Acceptance, 'debts'>,
	settings: () => Soon<TermsSettings>,
	clock: Clock,
	isExempt: (uid: number) => Promise<boolean>,
) {
	return async ({ uid, path, returnTo }: PageView): Promise<string | null> => {
		const [debts, current] = await Promise.all([acceptance.debts(uid), settings()]);
		const undecided = debts.some(debt => !debt.declined && isDue(debt, clock.now()));
		if (!undecided || !current.pageGate || current.enforcement !== 'block' ||
			isReachable(path, namesIn(current.reachablePaths))) {
			return null;
		}
		return await isExempt(uid) ? null : `${acceptPath}?next=${encodeURIComponent(safeReturnPath(returnTo))}`;
	};
}
