/** Why a request got no answer. */
export type NoAnswer = 'connection' | 'certificate' | 'timeout';

/** Requests that the forum sends to other systems. Callers check where they lead. */
export interface Outbound {
	/** Aborts after that time. */
	deadline(milliseconds: number): AbortSignal;
	/** All IP addresses of a name; empty if there are none, or none in time. */
	addresses(name: string, until: AbortSignal): Promise<string[]>;
	/**
	 * `POST` over TLS to one of these addresses and no other, whatever the name means by now; if the URL has an IP
	 * address, it is that. Redirects are not followed, and nothing of the response but its status is read.
	 */
	post(url: URL, request: {
		addresses: readonly string[]; headers: Readonly<Record<string, string>>; body: Buffer; until: AbortSignal;
	}): Promise<{ status: number } | { failure: NoAnswer }>;
}
