import { namesIn } from '../../kernel/formats/names';
import { oncePerObject } from '../../kernel/host/once-per-object';
import type { Clock } from '../../kernel/host/ports';
import { after, type Soon } from '../../kernel/host/soon';
import type { Acceptance } from './acceptance';
import { isDue } from '../documents/rules';
import type { TermsSettings } from '../documents/settings';

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

/** The same in one look: a path itself, and what is below it. */
const underReachable = new RegExp(`^(?:${reachable.map(path => (path.endsWith('/') ? path : `${path}(?:/|$)`)).join('|')})`);

/** Account pages that stay reachable: consent and export, e-mail, sessions, second factor, our own. */
const reachableAccountPages = /^\/user\/[^/]+\/(consent|edit|info|sessions|2factor|forum-terms|export|settings)(\/|$)/;

/** Whether a path (without the forum's prefix and without `/api`) is never gated. */
export function isReachable(path: string, extra: readonly string[]): boolean {
	const clean = path.toLowerCase();
	const isUnder = (prefix: string) => clean === prefix || clean.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
	return underReachable.test(clean) || reachableAccountPages.test(clean) ||
		extra.some(prefix => prefix.startsWith('/') && prefix !== '/' && isUnder(prefix.toLowerCase()));
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
	/** Path without the forum's prefix; of a page or of its data below `/api`. */
	path: string;
	/** The same with query, to return to. */
	returnTo: string;
}

const withoutApi = (path: string) => path.replace(/^\/api(?=\/|$|\?)/, '') || '/';
const reachableBySetting = oncePerObject(({ reachablePaths }: TermsSettings) => namesIn(reachablePaths));

/**
 * Where a member who owes an acceptance is redirected to (clause 2); null lets the page through. Members who declined
 * may read. Almost nobody owes anything, so which page it is comes last.
 */
export function pageGate(
	acceptance: Pick<Acceptance, 'debts'>,
	settings: () => Soon<TermsSettings>,
	clock: Clock,
	isExempt: (uid: number) => Soon<boolean>,
) {
	const owes = (uid: number) => after(acceptance.debts(uid), debts =>
		debts.some(debt => !debt.declined && isDue(debt, clock.now())));
	const isStopped = (uid: number, { path }: PageView, current: TermsSettings): Soon<boolean> =>
		!isReachable(withoutApi(path), reachableBySetting(current)) && after(isExempt(uid), isFree => !isFree);

	return (uid: number, view: () => PageView | null): Soon<string | null> => after(settings(), current =>
		after(current.pageGate && current.enforcement === 'block' && owes(uid), (isAsked) => {
			const page = isAsked ? view() : null;
			return page && after(isStopped(uid, page, current), (stops) => {
				const next = withoutApi(page.returnTo).replace(/[?&]_=\d+$/, '');
				return stops ? `${acceptPath}?next=${encodeURIComponent(safeReturnPath(next))}` : null;
			});
		}));
}
