import type { Fact } from '../edge/message';

/** A letter to an address of somebody who need not have an account here. */
export interface Letter {
	/** `forum-terms:letter.<kind>` and `letter.<kind>-body` are its sentences, in the forum's language. */
	kind: 'partner-referred' | 'partner-invited' | 'access-ended' | 'access-confirmed';
	/** Where it leads, without the forum's prefix. */
	path: string;
	facts: readonly Fact[];
	/** Who is greeted; the address itself unless told: `forum-terms:letter.<greeted>`. */
	greeted?: 'team';
}

export interface Letters {
	/** Whether it was handed to the mail server. */
	send(address: string, letter: Letter): Promise<boolean>;
}
