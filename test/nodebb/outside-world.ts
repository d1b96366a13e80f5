import dns from 'node:dns/promises';
import { EventEmitter } from 'node:events';
import https from 'node:https';

/** A request that left the forum, and the addresses it was bound for. */
export interface ReceivedOutside { href: string; addresses: string[]; headers: Record<string, string>; body: string }

/** How all names below `outside.example` are answered. */
interface Outside { status: number; addresses: string[] }

interface Sent {
	headers: Record<string, string>;
	lookup: (name: string, options: { all: true }, answer: (error: null, rows: { address: string }[]) => void) => void;
}
type Answer = (response: object) => void;
type Request = (url: URL, options: Sent, answer: Answer) => object;
type Lookup = (name: string, options: { all: true }) => Promise<{ address: string; family: number }[]>;

const isOurs = (name: string) => name.endsWith('.outside.example');

/**
 * Stands between Node's own client and the internet, because the plugin never speaks to an address that a spec could
 * listen at. Takes over when it is first called.
 */
export function outsideWorld() {
	const received: ReceivedOutside[] = [];
	let current: Outside | undefined;
	function takeOver(): void {
		const resolver = dns as unknown as { lookup: Lookup };
		const client = https as unknown as { request: Request };
		const [lookup, request] = [resolver.lookup, client.request];
		resolver.lookup = async (name, options) => (isOurs(name) ?
			(current?.addresses ?? []).map(address => ({ address, family: address.includes(':') ? 6 : 4 })) :
			lookup(name, options));
		client.request = (url, options, answer) => (url instanceof URL && isOurs(url.hostname) ?
			taken(url, options, answer) : request(url, options, answer));
	}
	function taken(url: URL, { headers, lookup }: Sent, answer: Answer): object {
		return Object.assign(new EventEmitter(), {
			end(body: Buffer) {
				lookup(url.hostname, { all: true }, (_error, rows) => {
					const led = rows.map(({ address }) => address);
					received.push({ href: url.href, addresses: led, headers, body: String(body) });
				});
				const response = { statusCode: current?.status, destroy: () => undefined };
				setImmediate(() => answer(Object.assign(new EventEmitter(), response)));
			},
		});
	}
	return async (next: Outside): Promise<ReceivedOutside[]> => {
		void (current === undefined && takeOver());
		current = next;
		return received.splice(0);
	};
}
