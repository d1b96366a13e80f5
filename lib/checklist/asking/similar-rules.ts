/** Maximum number of topics shown. */
export const mostSimilar = 5;

/** Minimum similarity of two titles, from 0 to 1. */
const leastLikeness = 0.35;

// In a smaller forum every word occurs in many topics, so none counts as common.
const smallForum = 50;

const stopWords = new Set(('a an and any are as at be been but by can cannot could do does for from had has have help how i if ' +
	'in is it its me my need no not of off on or our please problem issue question so some that the their then there these ' +
	'they this to too up us was we what when where which who why will with would you your ' +
	'aber alle als am an auch auf aus bei beim bin bis bitte da das dass dem den der des die dies diese doch du durch ein ' +
	'eine einem einen einer es frage für gibt habe haben hat hilfe ich ihr im in ist kann kein keine man mein meine mit nach ' +
	'nicht noch nur oder ohne problem sich sie sind so über um und uns unser vom von vor war was weil wenn wer wie wir wird ' +
	'wo zu zum zur').split(' '));

/** A word without accents, case and the commonest English and German endings: `Calls` and `call` are equal. */
function stem(word: string): string {
	const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	const short = plain.length > 4 && !/\d/.test(plain) ? plain.replace(/(ing|ed|es|en|er|s|e|n)$/, '') : plain;
	return short.replace(/(\p{L})\1$/u, '$1');
}

/** The words of a title that carry meaning. */
export function tellingWords(title: string): string[] {
	const words = title.toLowerCase().match(/[\p{L}\p{N}\p{M}]+(?:\.\d+)*/gu) ?? [];
	return [...new Set(words.filter(word => word.length > 1 && !stopWords.has(word)).map(stem))];
}

/**
 * The candidates with similar titles, most similar first. Rare words weigh more (inverse document frequency). The
 * similarity is half the cosine of both titles, half the share of the wanted title that the candidate contains: a
 * longer title can still be about the same.
 */
export function similarTo<T extends { title: string }>(title: string, candidates: readonly T[]): T[] {
	const wanted = tellingWords(title);
	const read = candidates.map(candidate => ({ candidate, words: tellingWords(candidate.title) }));
	const counts = new Map<string, number>();
	read.forEach(({ words }) => words.forEach(word => counts.set(word, (counts.get(word) ?? 0) + 1)));
	const weight = (word: string) => Math.log(1 + (Math.max(smallForum, read.length) / (counts.get(word) ?? 1)));
	const square = (words: readonly string[]) => words.reduce((sum, word) => sum + (weight(word) ** 2), 0);
	const whole = square(wanted);
	return read.map(({ candidate, words }) => {
		const shared = square(words.filter(word => wanted.includes(word)));
		const cosine = shared / Math.sqrt(whole * square(words));
		return { candidate, likeness: shared === 0 ? 0 : (cosine + (shared / whole)) / 2 };
	}).filter(({ likeness }) => likeness >= leastLikeness)
		.sort((one, other) => other.likeness - one.likeness).map(({ candidate }) => candidate);
}
