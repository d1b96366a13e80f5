/** Any value that JSON can represent without loss. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Canonical JSON (RFC 8785 for text, whole numbers, lists and objects): keys ordered by UTF-16 units, no whitespace.
 * Signatures and hashes are computed over this.
 */
export function canonicalJson(value: Json): string {
	if (Array.isArray(value)) {
		return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
	}
	if (typeof value === 'object' && value !== null) {
		const fields = value as Readonly<Record<string, Json>>;
		return `{${Object.keys(fields).sort().map(key =>
			`${JSON.stringify(key)}:${canonicalJson(fields[key] ?? null)}`).join(',')}}`;
	}
	return JSON.stringify(value);
}
