/** Where all others find an account's strikes. */
export function strikesPathOf(id: string): string {
	return `/forum-terms/partner?id=${encodeURIComponent(id)}&tab=strikes`;
}
