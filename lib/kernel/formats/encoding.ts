/**
 * The bytes that a text stands for, or null unless it is the one way to write them: small letters, no padding, no
 * unused bits. `Buffer.from` skips what it cannot read, so that many texts would stand for the same bytes.
 */
function bytesIn(text: string, encoding: 'hex' | 'base64url'): Buffer | null {
	const bytes = Buffer.from(text, encoding);
	return bytes.toString(encoding) === text ? bytes : null;
}

export function hexBytes(text: string): Buffer | null {
	return bytesIn(text, 'hex');
}

export function base64urlBytes(text: string): Buffer | null {
	return bytesIn(text, 'base64url');
}
