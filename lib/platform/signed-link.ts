import type { Clock } from '../kernel/host/ports';
import { isSameDigest, keyedDigest } from './keyed-digest';

/** What a link opens. All of it but the end is under the seal, so that a code is good for nothing else. */
export interface Linked {
	/** One word per kind of link, for example `statement`. */
	purpose: string;
	/** What it opens, as it stands in the code: letters, digits, `.` and `-`. */
	id: string;
	/** For whom or what else it was made; not in the code. */
	subject: string;
}

/** Links that open something to whoever holds them; nothing about them is stored. */
export interface SignedLinks {
	/** `<id>-<40 hex digits>`. */
	code(linked: Linked): Promise<string>;
	/**
	 * Whether this is the very code of the link, letter by letter, before its end (milliseconds since 1970, 0: none);
	 * takes the same time for every wrong one.
	 */
	opens(code: string, linked: Linked & { endsAt: number }): Promise<boolean>;
}

/** The id that a code claims to open, to look up whom it was made for; empty where it is no code at all. */
export function claimedId(code: string): string {
	return /^([\w.-]{1,100})-[0-9a-f]{40}$/.exec(code)?.[1] ?? '';
}

export function signedLinks({ secret, clock }: { secret: () => Promise<string>; clock: Clock }): SignedLinks {
	async function code({ purpose, id, subject }: Linked): Promise<string> {
		return `${id}-${keyedDigest(await secret(), 'link/v1', [purpose, id, subject]).slice(0, 40)}`;
	}
	return {
		code,
		async opens(given, { endsAt, ...linked }) {
			return isSameDigest(await code(linked), given) && (endsAt === 0 || clock.now() < endsAt);
		},
	};
}
