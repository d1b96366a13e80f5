/**
 * Decodes text only if it is the one canonical encoding of its bytes: lower case in hex, padding in base64 only, no
 * unused bits; otherwise null. `Buffer.from` skips characters it cannot read, so many texts would decode to the
 * same bytes.
 */
function bytesIn(text: string, encoding: 'hex' | 'base64' | 'base64url'): Buffer | null {
	const bytes = Buffer.from(text, encoding);
	return bytes.toString(encoding) === text ? bytes : null;
}

export function hexBytes(text: string): Buffer | null {
	return bytesIn(text, 'hex');
}

export function base64Bytes(text: string): Buffer | null {
	return bytesIn(text, 'base64');
}

export function base64urlBytes(text: string): Buffer | null {
	return bytesIn(text, 'base64url');
}
