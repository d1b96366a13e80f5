import { createHash } from 'node:crypto';

const isKey = /^[a-z][a-z0-9-]{0,59}$/;

/**
 * Derives a key from words: `what-happened` from "What happened?"; a key stays as it is. Words in other scripts are
 * hashed, so that a key does not depend on its neighbours.
 */
export function keyOf(words: string, kind: 'item' | 'option'): string {
	if (isKey.test(words)) {
		return words;
	}
	const letters = words.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
	const slug = letters.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 40).replace(/-$/, '');
	const isWhole = !/(?![a-z0-9])[\p{L}\p{N}]/u.test(letters);
	const hash = isWhole ? '' : createHash('sha256').update(letters.trim()).digest('hex').slice(0, 8);
	const named = /^[a-z]/.test(slug) ? slug : slug ? `${kind}-${slug}` : kind;
	return hash === '' ? named : `${named}-${hash}`;
}

/** Gives each its key: its own, or one derived from its words, made unique. */
export function keysFor(
	all: readonly { own: string | undefined; words: string }[], kind: 'item' | 'option',
): string[] {
	const taken = new Set(all.map(({ own }) => own));
	return all.map(({ own, words }) => {
		if (own !== undefined) {
			return own;
		}
		const base = keyOf(words, kind);
		let key = base;
		for (let count = 2; taken.has(key); count += 1) {
			key = `${base.slice(0, 55)}-${count}`;
		}
		taken.add(key);
		return key;
	});
}
