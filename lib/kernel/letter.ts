/** A letter to somebody who has no account here, at an address that an administrator configured. */
export interface Letter {
	/** `forum-terms:letter.<kind>` and `letter.<kind>-body` are its sentences, in the forum's language. */
	kind: 'partner-referred';
	/** Where it leads, without the forum's prefix. */
	path: string;
	facts: readonly string[];
}

export interface Letters {
	/** Whether it was handed to the mail server. */
	send(address: string, letter: Letter): Promise<boolean>;
}
