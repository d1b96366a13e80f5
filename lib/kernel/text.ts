/** Text out of outside data: strings and numbers as they read, everything else as nothing. */
export function textOf(value: unknown): string {
	return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
