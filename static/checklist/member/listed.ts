const folded = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
const isWordCharacter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

function placeOf(text: string, name: string): number {
	for (let at = text.indexOf(name); at >= 0 && name !== ''; at = text.indexOf(name, at + 1)) {
		if (!isWordCharacter(text[at - 1]) && !isWordCharacter(text[at + name.length])) {
			return at;
		}
	}
	return -1;
}

/**
 * The names in an answer that are known as not supported; of names that overlap, the longest counts. As in
 * lib/checklist/profiles/platform-list.ts, which decides.
 */
export function unsupportedIn(
	{ suggestions, unsupported }: { suggestions: readonly string[]; unsupported: readonly string[] }, answer: unknown,
): string[] {
	if (typeof answer !== 'string' || unsupported.length === 0) {
		return [];
	}
	let left = folded(answer);
	const names = [...new Set([...suggestions, ...unsupported])].sort((a, b) => folded(b).length - folded(a).length);
	return names.filter((name) => {
		const isThere = placeOf(left, folded(name)) >= 0;
		if (isThere) {
			left = left.replaceAll(folded(name), ' '.repeat(folded(name).length));
		}
		return isThere && unsupported.includes(name);
	});
}
