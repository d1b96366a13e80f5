/** Whatever JSON can hold without loss. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one way to write a value down (RFC 8785 for text, whole numbers, lists and objects): keys in order of their
 * UTF-16 units, no blanks. What is signed or hashed is signed or hashed over this.
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
