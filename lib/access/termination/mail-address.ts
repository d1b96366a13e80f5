import { domainToASCII } from 'node:url';

/** Providers that ignore dots in the name. */
const dotless = new Set(['gmail.com', 'googlemail.com']);
const sameDomain: Partial<Record<string, string>> = { 'googlemail.com': 'gmail.com' };

/** The domain of an address in its DNS form; empty if there is none. */
export function domainOf(address: string): string {
	const at = address.lastIndexOf('@');
	return at < 0 ? '' : domainToASCII(address.slice(at + 1).trim().toLowerCase());
}

/**
 * The mailbox of an address, however it is written: ignores case, spaces, `+tags`, dots where the provider does, and
 * normalises the domain. Empty if it is not an address.
 */
export function mailboxOf(address: string): string {
	const text = address.normalize('NFKC').trim().toLowerCase();
	const domain = domainOf(text);
	const [name = ''] = text.slice(0, text.lastIndexOf('@')).split('+');
	const bare = dotless.has(domain) ? name.replaceAll('.', '') : name;
	return bare === '' || domain === '' ? '' : `${bare}@${sameDomain[domain] ?? domain}`;
}
