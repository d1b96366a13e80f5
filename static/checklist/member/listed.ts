import { folded, longestFirst, namedIn } from 'forum-terms/checklist/member/listed-name';

interface Known {
	suggestions: readonly string[];
	unsupported: readonly string[];
	options: readonly { value: string; label: string }[];
}

/** The names in an answer, or the options chosen, that are known as not supported. */
export function unsupportedIn({ suggestions, unsupported, options }: Known, answer: unknown): string[] {
	if (options.length > 0) {
		return options.filter(({ value, label }) => [answer].flat().includes(value) && unsupported.includes(label))
			.map(({ label }) => label);
	}
	if (typeof answer !== 'string' || unsupported.length === 0) {
		return [];
	}
	const found = namedIn(longestFirst([...suggestions, ...unsupported].map(folded)), answer);
	return [...new Set(unsupported)].filter(name => found.includes(folded(name)));
}
