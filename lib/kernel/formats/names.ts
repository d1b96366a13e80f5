/** Splits a list that a person typed, with commas or line breaks; trims names and drops empty ones. */
export function namesIn(list: string): string[] {
	return list.split(/[,\n]/).map(name => name.trim()).filter(name => name !== '');
}
