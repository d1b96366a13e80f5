/** Damage in a cell: letters lost to a wrong encoding, a spreadsheet's error value, an invisible character. */
export interface Flaw { kind: 'broken' | 'error' | 'character'; found: string }

/** U+FFFD, and UTF-8 that was read as Windows-1252: `Ã¼` for `ü`, `â€“` for a dash. */
const broken = /\uFFFD|[ÂÃ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€./u;
/** Of Excel and LibreOffice, in English and German; `####` is a number in a column that is too narrow. */
const error = new RegExp(`(?:^|[;|,:\\n])[^\\S\\n]*(${[
	'#N/A', '#NV', '#NAME\\?', '#REF!', '#BEZUG!', '#VALUE!', '#WERT!', '#NUM!', '#ZAHL!', '#NULL!', '#DIV/0!', '#SPILL!',
	'#ÜBERLAUF!', '#CALC!', '#KALK!', '#FIELD!', '#FELD!', '#GETTING_DATA', '#UNKNOWN!', '#CONNECT!', '#BLOCKED!', '#BUSY!',
	'Err:\\d{3}', '#{3,}',
].join('|')})[^\\S\\n]*(?:$|[;|,:\\n])`, 'iu');
/** Control characters except tabs and line ends, and characters that change the direction of text. */
const character = /(?![\t\r\n])[\p{Cc}\p{Bidi_Control}]/u;

/** The first flaw of a text, or null. */
export function flawIn(text: string): Flaw | null {
	const hidden = character.exec(text)?.[0];
	if (hidden !== undefined) {
		return { kind: 'character', found: `U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` };
	}
	const [lost, wrong] = [broken.exec(text)?.[0], error.exec(text)?.[1]];
	return lost !== undefined ? { kind: 'broken', found: lost } : wrong !== undefined ? { kind: 'error', found: wrong } : null;
}
