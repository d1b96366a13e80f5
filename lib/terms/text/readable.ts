import type { ClauseDifference, DifferencePart } from './difference';

/**
 * The parts of a comparison without the marks of Markdown that only printing needs: emphasis goes, items begin with a
 * dot. A change of nothing but marks keeps them, or nobody would see it.
 */
export function readableParts(parts: readonly DifferencePart[]): DifferencePart[] {
	let isLineStart = true;
	return parts.map(({ text, state }) => {
		const [wasLineStart, bare] = [isLineStart, text.replace(/\*{2,3}|(?<![\p{L}\p{N}])__|__(?![\p{L}\p{N}])/gu, '')];
		isLineStart = text === '' ? isLineStart : text.endsWith('\n');
		const shown = bare.replace(/(^|\n)([^\S\n]*)[-*+] (?=\S)/g, (whole, before: string, indent: string, at: number) =>
			(before === '' && !(at === 0 && wasLineStart) ? whole : `${before}${indent}• `));
		return { state, text: state !== 'same' && shown.trim() === '' && text.trim() !== '' ? text : shown };
	});
}

/** The same for every clause, for readers; who edits the text compares it as it is written. */
export const readable = (clauses: readonly ClauseDifference[]): ClauseDifference[] =>
	clauses.map(clause => ({ ...clause, parts: readableParts(clause.parts) }));
