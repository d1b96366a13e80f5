/** Who acts or writes. */
export type Actor =
	| { kind: 'member'; uid: number }
	| { kind: 'guest' }
	/** A federated author, identified by a URI: they cannot accept our terms, only their content is judged. */
	| { kind: 'remote'; uri: string }
	/** The forum itself: welcome topic, jobs, the pseudo user of federated content. */
	| { kind: 'system' };

/** 0 if the actor is not a member of this forum. */
export function uidOf(actor: Actor): number {
	return actor.kind === 'member' ? actor.uid : 0;
}

/**
 * Reads a uid as NodeBB passes it: number, numeric string, or the URI of a federated author. HOST: src/activitypub uses
 * URIs as uid; src/privileges/helpers.js uses -1 for spiders and -2 for the fediverse group.
 */
export function actorOf(uid: unknown): Actor {
	if (typeof uid === 'string' && uid !== '' && !/^-?\d+$/.test(uid)) {
		return uid === 'system' ? { kind: 'system' } : { kind: 'remote', uri: uid };
	}
	const number = Number(uid ?? 0);
	// HOST: src/routes/authentication.js `setAuthVars`: a guest whose user agent is a robot.
	if (number === -1) {
		return { kind: 'guest' };
	}
	if (!Number.isSafeInteger(number) || number < 0) {
		return { kind: 'system' };
	}
	return number === 0 ? { kind: 'guest' } : { kind: 'member', uid: number };
}
