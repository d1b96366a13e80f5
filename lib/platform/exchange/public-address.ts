import { BlockList, isIP, isIPv4 } from 'node:net';

type Subnet = readonly [network: string, bits: number];

function listOf(family: 'ipv4' | 'ipv6', subnets: readonly Subnet[]): BlockList {
	const list = new BlockList();
	subnets.forEach(([network, bits]) => list.addSubnet(network, bits, family));
	return list;
}

/** IPv4 addresses that are not public: special ones (RFC 6890), multicast and reserved ones. */
const specialIPv4 = listOf('ipv4', [
	['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
	['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15],
	['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
]);

/** Only this part of IPv6 is public: no loopback, mapped, NAT64, link-local, unique-local or multicast address. */
const globalIPv6 = listOf('ipv6', [['2000::', 3]]);
/** Within it: protocols (Teredo among them), documentation, and 6to4, which leads to any IPv4 address. */
const specialIPv6 = listOf('ipv6', [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]]);

/** Whether an IP address, as a resolver writes it, is one of the public internet. */
export function isPublicAddress(address: string): boolean {
	if (isIP(address) === 0 || address.includes('%')) {
		return false;
	}
	return isIPv4(address) ? !specialIPv4.check(address, 'ipv4') :
		globalIPv6.check(address, 'ipv6') && !specialIPv6.check(address, 'ipv6');
}

/** Endings of names that only a private network knows. */
const privateEndings = [
	'localhost', 'localdomain', 'local', 'internal', 'intranet', 'private', 'corp', 'home', 'lan', 'home.arpa', 'onion',
];

/** The name or address in a parsed URL, without the brackets of IPv6 and without trailing dots. */
export const hostIn = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.+$/, '');

/** Whether the spelling of a host lets it be public. */
export function isPublicHost(host: string): boolean {
	return isIP(host) > 0 ? isPublicAddress(host) :
		host.includes('.') && !privateEndings.some(ending => host === ending || host.endsWith(`.${ending}`));
}

/**
 * An HTTPS address without user and password; null if the text is none. The parser reads every spelling of an IPv4
 * address (`2130706433`, `0x7f.1`, `0177.0.0.1`, full-width digits) as the address it is.
 */
export function httpsUrl(text: string): URL | null {
	const url = URL.canParse(text) ? new URL(text) : null;
	return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url : null;
}
