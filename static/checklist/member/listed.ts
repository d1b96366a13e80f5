import { visibleText } from 'forum-terms/kit/text';

const folded = (text: string) => visibleText(text).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
const isWordCharacter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

function placeOf(text: string, name: string): number {
	for (let at = text.indexOf(name); at >= 0 && name !== ''; at = text.indexOf(name, at + 1)) {
		if (!isWordCharacter(text[at - 1]) && !isWordCharacter(text[at + name.length])) {
			return at;
		}
	}
	return -1;
}

interface Known {
	suggestions: readonly string[];
	unsupported: readonly string[];
	options: readonly { value: string; label: string }[];
}

/**
 * The names in an answer, or the options chosen, that are known as not supported; of names that overlap, the longest
 * counts. As in lib/checklist/profiles/platform-list.ts, which decides.
 */
export function unsupportedIn({ suggestions, unsupported, options }: Known, answer: unknown): string[] {
	if (options.length > 0) {
		return options.filter(({ value, label }) => [answer].flat().includes(value) && unsupported.includes(label))
			.map(({ label }) => label);
	}
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
