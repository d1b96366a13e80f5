/** A category with its words. `path`: the category and its ancestors, nearest first. */
export interface WordedCategory {
	cid: number;
	words: readonly string[];
	path: readonly number[];
	/** Language of its area; empty for any. */
	language: string;
}

/** A category that matches a text, with its score. */
export interface Likeness { cid: number; score: number; words: string[] }

const titleWeight = 3;
const textWeight = 1;
/** One word in the title, or three in the text. */
const leastScore = 3;
/** Longer texts are cut: the beginning is enough. */
const mostLetters = 20_000;

interface Text { title?: string | undefined; content: string }
interface End { cid: number; word: string; length: number }
interface Node { next: Map<string, Node>; ends: End[] }

/** The search structure for words in texts; built once and used often. */
export interface WordIndex { root: Node; categories: ReadonlyMap<number, WordedCategory> }

/**
 * Words for comparison: without case and accents, in any script. Lower case alone would separate equal words (Turkish I
 * and ı, German ß and ss, the Greek final sigma).
 */
export function foldedWords(text: string): string[] {
	const folded = text.slice(0, mostLetters).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
		.replaceAll('ß', 'ss').replaceAll('ı', 'i').replaceAll('ς', 'σ');
	return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function enter(root: Node, words: readonly string[], end: End): void {
	let at = root;
	for (const word of words) {
		const next = at.next.get(word) ?? { next: new Map(), ends: [] };
		at.next.set(word, next);
		at = next;
	}
	at.ends.push(end);
}

/** A tree of words, so that a text is read once for all categories. */
export function wordIndex(categories: readonly WordedCategory[]): WordIndex {
	const root: Node = { next: new Map(), ends: [] };
	for (const { cid, words } of categories) {
		for (const word of words) {
			const parts = foldedWords(word);
			const last = parts.at(-1);
			if (last === undefined) {
				continue;
			}
			const end = { cid, word, length: parts.length };
			enter(root, parts, end);
			// "trunk" also matches "trunks", but "team" does not match "Teams".
			if (!last.endsWith('s')) {
				enter(root, [...parts.slice(0, -1), `${last}s`], end);
			}
		}
	}
	return { root, categories: new Map(categories.map(one => [one.cid, one])) };
}

/** Whole words only, the longest at each position, without overlaps. */
function endsIn({ root }: WordIndex, words: readonly string[]): End[] {
	const found: End[] = [];
	for (let start = 0; start < words.length;) {
		let longest: End[] = [];
		let node: Node | undefined = root;
		for (let at = start; node && at < words.length; at += 1) {
			node = node.next.get(words[at] ?? '');
			longest = node && node.ends.length > 0 ? node.ends : longest;
		}
		found.push(...longest);
		start += Math.max(1, longest[0]?.length ?? 1);
	}
	return found;
}

function scoresOf(index: WordIndex, { title = '', content }: Text) {
	const weights = new Map<number, Map<string, number>>();
	for (const [text, weight] of [[title, titleWeight], [content, textWeight]] as const) {
		for (const { cid, word, length } of endsIn(index, foldedWords(text))) {
			const words = weights.get(cid) ?? new Map<string, number>();
			weights.set(cid, words);
			// Repetition says little: a log has "trunk" in every line.
			words.set(word, Math.max(words.get(word) ?? 0, weight * length));
		}
	}
	return [...weights].map(([cid, words]): Likeness =>
		({ cid, score: [...words.values()].reduce((sum, weight) => sum + weight, 0), words: [...words.keys()] }));
}

/**
 * Other categories of the same language that match a text, best first (clause 4: the relevant one). Their score must be
 * twice that of the current category, whose ancestors are never suggested.
 */
export function soundsLike(
	index: WordIndex, text: Text, here: Pick<WordedCategory, 'path' | 'language'>,
): Likeness[] {
	const scores = scoresOf(index, text);
	const own = Math.max(0, ...scores.filter(({ cid }) => here.path.includes(cid)).map(({ score }) => score));
	return scores
		.filter(({ cid, score }) => score >= leastScore && score >= 2 * own && !here.path.includes(cid) &&
			index.categories.get(cid)?.language === here.language)
		.sort((a, b) => b.score - a.score || a.cid - b.cid);
}
