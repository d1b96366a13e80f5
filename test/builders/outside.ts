import type { NoAnswer, Outbound } from '../../lib/kernel/host/outbound';

/** What arrived. */
interface Received {
	href: string; addresses: readonly string[]; headers: Readonly<Record<string, string>>; body: string;
}

/** Other systems: what their names mean, how they answer, and what they got. */
export function outsideInMemory() {
	/** Addresses by name; the resolver knows no others. */
	const names = new Map<string, string[]>();
	/** How each address answers; by default 200. */
	const answers = new Map<string, { status: number } | { failure: NoAnswer }>();
	const received: Received[] = [];
	/** Runs after each look-up, for example to rebind the name. */
	const events = { lookedUp: (_name: string): void => undefined };
	const port: Outbound = {
		deadline: () => new AbortController().signal,
		addresses: async (name) => {
			const found = [...names.get(name) ?? []];
			events.lookedUp(name);
			return found;
		},
		post: async (url, { addresses, headers, body }) => {
			received.push({ href: url.href, addresses, headers, body: body.toString('utf8') });
			return answers.get(addresses[0] ?? '') ?? { status: 200 };
		},
	};
	return { port, names, answers, received, events };
}
