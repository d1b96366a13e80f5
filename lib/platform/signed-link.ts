import type { Clock } from '../kernel/host/ports';
import { isSameFingerprint, fingerprint } from './fingerprint';

/** What a link opens. Everything but the end is signed, so that a code opens nothing else. */
export interface Linked {
	/** One word per kind of link, for example `statement`. */
	purpose: string;
	/** What it opens, as part of the code: letters, digits, `.` and `-`. */
	id: string;
	/** For whom it was made; not part of the code. */
	subject: string;
}

/** Links that open something for anyone who has them; nothing is stored. */
export interface SignedLinks {
	/** `<id>-<40 hex digits>`. */
	code(linked: Linked): Promise<string>;
	/**
	 * Whether this is exactly the code of the link, before its end (milliseconds since 1970, 0: none). Constant time.
	 */
	opens(code: string, linked: Linked & { endsAt: number }): Promise<boolean>;
}

/** The id that a code claims to open, to look up its subject; empty if it is not a code. */
export function claimedId(code: string): string {
	return /^([\w.-]{1,100})-[0-9a-f]{40}$/.exec(code)?.[1] ?? '';
}

export function signedLinks({ secret, clock }: { secret: () => Promise<string>; clock: Clock }): SignedLinks {
	async function code({ purpose, id, subject }: Linked): Promise<string> {
		return `${id}-${fingerprint(await secret(), 'link/v1', [purpose, id, subject]).slice(0, 40)}`;
	}
	return {
		code,
		async opens(given, { endsAt, ...linked }) {
			return isSameFingerprint(await code(linked), given) && (endsAt === 0 || clock.now() < endsAt);
		},
	};
}
