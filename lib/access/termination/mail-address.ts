import { domainToASCII } from 'node:url';

/** Providers at which dots in the name mean nothing. */
const dotless = new Set(['gmail.com', 'googlemail.com']);
const sameDomain: Partial<Record<string, string>> = { 'googlemail.com': 'gmail.com' };

/** The domain of an address as the network knows it; empty where there is none. */
export function domainOf(address: string): string {
	const at = address.lastIndexOf('@');
	return at < 0 ? '' : domainToASCII(address.slice(at + 1).trim().toLowerCase());
}

/**
 * The mailbox behind an address, whatever way it is written: case, spaces, `+tags`, dots where they mean nothing, and
 * the many writings of a domain. Empty where it is no address.
 */
export function mailboxOf(address: string): string {
	const text = address.normalize('NFKC').trim().toLowerCase();
	const domain = domainOf(text);
	const [name = ''] = text.slice(0, text.lastIndexOf('@')).split('+');
	const bare = dotless.has(domain) ? name.replaceAll('.', '') : name;
	return bare === '' || domain === '' ? '' : `${bare}@${sameDomain[domain] ?? domain}`;
}
