import { Member } from './member';
import type { Answer } from './visitor';

/** A program that proves who it is by its address alone, beside a header that means nothing to the forum. */
export class Program extends Member {
	constructor(base: string) {
		super(base, 0, '');
	}

	override send(method: string, path: string, body?: unknown): Promise<Answer> {
		// A browser of its own each time: NodeBB makes a session of a token, and ends it only after the answer.
		return new Member(this.base, 0, '').request(method, path, JSON.stringify(body), {
			authorization: 'Basic c29tZTpib2R5', 'content-type': 'application/json',
		});
	}
}
