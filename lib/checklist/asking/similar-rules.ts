/** Most topics that are shown at once. */
export const mostSimilar = 5;

/** How much of two titles has to agree, between 0 and 1, before the one is shown for the other. */
const leastLikeness = 0.35;

// With few topics every word is in many of them; none is common yet.
const smallForum = 50;

const stopWords = new Set(('a an and any are as at be been but by can cannot could do does for from had has have help how i if ' +
	'in is it its me my need no not of off on or our please problem issue question so some that the their then there these ' +
	'they this to too up us was we what when where which who why will with would you your ' +
	'aber alle als am an auch auf aus bei beim bin bis bitte da das dass dem den der des die dies diese doch du durch ein ' +
	'eine einem einen einer es frage für gibt habe haben hat hilfe ich ihr im in ist kann kein keine man mein meine mit nach ' +
	'nicht noch nur oder ohne problem sich sie sind so über um und uns unser vom von vor war was weil wenn wer wie wir wird ' +
	'wo zu zum zur').split(' '));

/** A word without accents, case and the commonest endings of English and German: `Calls`, `call` are one. */
function stem(word: string): string {
	const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	const short = plain.length > 4 && !/\d/.test(plain) ? plain.replace(/(ing|ed|es|en|er|s|e|n)$/, '') : plain;
	return short.replace(/(\p{L})\1$/u, '$1');
}

/** The words of a title that say what it is about. */
export function tellingWords(title: string): string[] {
	const words = title.toLowerCase().match(/[\p{L}\p{N}\p{M}]+(?:\.\d+)*/gu) ?? [];
	return [...new Set(words.filter(word => word.length > 1 && !stopWords.has(word)).map(stem))];
}

/**
 * The candidates whose titles say the same, the most alike first. A word counts the more the fewer candidates have it
 * (inverse document frequency). Half of the likeness is the cosine of the two titles, half the part of the wanted one
 * that the other has: a title that says more is still about the same.
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
