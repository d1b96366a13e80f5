/** Where owners answer their account's strikes. */
export const strikesPath = '/forum-terms/partner?tab=strikes';

/** Where everybody else finds the strikes of an account. */
export function strikesPathOf(id: string): string {
	return `/forum-terms/partner?id=${encodeURIComponent(id)}&tab=strikes`;
}
