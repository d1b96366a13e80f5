/** The names in a list that a person wrote with commas or on lines: trimmed, without empty ones. */
export function namesIn(list: string): string[] {
	return list.split(/[,\n]/).map(name => name.trim()).filter(name => name !== '');
}
