/**
 * Where a spreadsheet may run text as a formula: at its start, and after `;`, tabs and line ends, because a spreadsheet
 * that separates cells by those ignores the quotes around ours. The last four are `+-=@` in full width.
 */
const formula = /(^|[;\t\r\n])(["']*)(?=[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/g;
const guardedFormula = /(^|[;\t\r\n])'(["']*)(?=[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/g;

/** A text with an extra apostrophe wherever a spreadsheet could see a formula. */
export function guarded(text: string): string {
	return text.replace(formula, "$1'$2");
}

/** The text as it was before `guarded`. */
export function unguarded(text: string): string {
	return text.replace(guardedFormula, '$1$2');
}
