import type { PhoneRow, PlatformRow, Status, TrunkRow } from 'forum-terms/checklist/admin/desk';
import { statuses } from 'forum-terms/checklist/admin/model';

/** The four cells of a line, as typed or copied from a table. */
function cells(line: string): [string, string, string, string] {
	const [first = '', second = '', status = '', ...note] = line.split(line.includes('\t') ? '\t' : ';').map(cell => cell.trim());
	return [first, second, status.toLowerCase(), note.join('; ')];
}

const parts = ['system', 'hypervisor', 'cloud', 'container', 'software'];

const statusFrom = (text: string): Status | undefined => statuses.find(status => status === text);

/** `provider;country;status;note`; the country as two letters, name or `*`; null if unreadable. */
export function trunkFrom(line: string, countries: readonly { code: string; name: string }[]): TrunkRow | null {
	const [provider, place, word, note] = cells(line);
	const status = statusFrom(word);
	const country = place === '*' ? '*' : countries.find(({ code, name }) =>
		code === place.toUpperCase() || name.toLowerCase() === place.toLowerCase())?.code;
	return provider && country && status ? { provider, country, status, note } : null;
}

/** `vendor;model;status;note`; null if unreadable. */
export function phoneFrom(line: string): PhoneRow | null {
	const [vendor, model, word, note] = cells(line);
	const status = statusFrom(word);
	return vendor && model && status ? { vendor, model, status, note } : null;
}

/** `name;part;status;day;note`; the day as `2026-04-23` or empty; null if unreadable. */
export function platformFrom(line: string): PlatformRow | null {
	const [name, part, word, rest] = cells(line);
	const [, asOf = '', note = ''] = /^(\d{4}-\d{2}-\d{2})?(?:; |$)?(.*)$/s.exec(rest) ?? [];
	const status = statusFrom(word);
	return name && parts.includes(part) && status ? { name, part, status, asOf, note } : null;
}
