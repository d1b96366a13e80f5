import type { Fact } from '../edge/message';

/** An e-mail to an address without an account here. */
export interface Letter {
	/** Its sentences are `forum-terms:letter.<kind>` and `letter.<kind>-body`, in the forum's language. */
	kind: 'partner-referred' | 'partner-invited' | 'access-ended' | 'access-confirmed';
	/** The linked path, without the forum's prefix. */
	path: string;
	facts: readonly Fact[];
	/** The name in the greeting, `forum-terms:letter.<greeted>`; by default the address. */
	greeted?: 'team';
}

export interface Letters {
	/** Whether the mail server took it. */
	send(address: string, letter: Letter): Promise<boolean>;
}
