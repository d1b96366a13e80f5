import { RE2JS } from 're2js';

const longestPattern = 200;
// A pattern with this many instructions takes less than a millisecond on the longest answer.
const largestProgram = 1000;

function compiled(pattern: string): RE2JS | null {
	try {
		return pattern.length <= longestPattern ? RE2JS.compile(`^(?:${pattern})$`) : null;
	} catch {
		return null;
	}
}

/** Whether an administrator's pattern is usable: RE2 syntax, linear time, not too large. */
export function isUsablePattern(pattern: string): boolean {
	const program = compiled(pattern);
	return program !== null && program.programSize() <= largestProgram;
}

/** Whether a pattern matches a whole text; patterns are compiled once. */
export type Matches = (pattern: string, text: string) => boolean;

export function patternMatcher(): Matches {
	const kept = new Map<string, RE2JS | null>();
	return (pattern, text) => {
		if (!kept.has(pattern)) {
			// More patterns than any forum has; bounds the cache of an editor that tries things out.
			if (kept.size >= 500) {
				kept.clear();
			}
			kept.set(pattern, compiled(pattern));
		}
		return kept.get(pattern)?.test(text) ?? false;
	};
}
