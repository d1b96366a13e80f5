/** A CSV cell (RFC 4180). A quote before `=`, `+`, `-` or `@` keeps spreadsheets from running text as a formula. */
export function csvCell(value: string | number): string {
	const text = String(value).replace(/^([=+\-@\t\r\n])/, "'$1");
	return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of a CSV file with its line end. */
export function csvLine(values: readonly (string | number)[]): string {
	return `${values.map(csvCell).join(',')}\r\n`;
}
