import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../kernel/formats/canonical';
import type { Clock, Database, Places } from '../kernel/host/ports';
import type { Draft } from '../kernel/review';
import { isSameDigest, keyedDigest } from '../platform/keyed-digest';

const lifetimeMs = 300_000;
const hourMs = 3_600_000;

/** Hash: promises that were used, by the hour in which they end. */
const usedKey = (endsAt: number) => `forum-terms:promises-used:${Math.floor(endsAt / hourMs)}`;

interface Parts {
	database: Pick<Database, 'getObject' | 'incrObjectField' | 'delete'>;
	clock: Clock;
	/** Where a place lies now: a topic may have moved since. */
	categoryOf: Places['categoryOf'];
	/** The forum's secret for keyed hashes. */
	secret: () => Promise<string>;
	/** Text that nobody can guess and that never comes twice. */
	nonce: () => string;
}

/**
 * What a check that ended well is worth: the same text of the same author at the same place cannot be refused with it
 * for five minutes, once. Only a decision about the author's access goes before it.
 */
export interface Promises {
	make(draft: Draft): Promise<string>;
	/** Whether the draft comes with a promise that holds; looks only. */
	holds(draft: Draft): Promise<boolean>;
	/** The same, and the promise is used up: of two posts at one time only one gets true. */
	redeem(draft: Draft): Promise<boolean>;
	/** Forgets which promises were used, hours after they ended anyway. */
	sweep(): Promise<void>;
}

/** Everything that was judged, in one text; order and blanks at the ends do not count. */
function judgedText({ act, author, place, text, answers }: Draft, category: number | null): string {
	const { token: _token, ...said } = answers;
	const whole = {
		act, uid: author.kind === 'member' ? author.uid : 0, place, category,
		title: (text.title ?? '').trim(), content: (text.content ?? '').trimEnd(), tags: [...text.tags ?? []].sort(),
		sourceContent: text.sourceContent ?? '', handle: text.handle ?? '', said,
	};
	return createHash('sha256').update(canonicalJson(JSON.parse(JSON.stringify(whole)) as Json)).digest('hex');
}

export function promises({ database, clock, categoryOf, secret, nonce }: Parts): Promises {
	async function sealOf(draft: Draft, endsAt: number, once: string): Promise<string> {
		const judged = judgedText(draft, await categoryOf(draft.place));
		return keyedDigest(await secret(), 'promise/v1', [String(endsAt), once, judged]);
	}
	/** The parts of a genuine promise for this draft whose time is not over; null otherwise. */
	async function genuine(draft: Draft): Promise<{ endsAt: number; once: string } | null> {
		const [, end = '', once = '', seal = ''] = /^([1-9]\d{12,14})\.([\w-]{8,64})\.([0-9a-f]{64})$/.exec(draft.answers.token ?? '') ?? [];
		const endsAt = Number(end);
		if (!seal || draft.author.kind !== 'member' || endsAt < clock.now() || endsAt > clock.now() + lifetimeMs) {
			return null;
		}
		return isSameDigest(await sealOf(draft, endsAt, once), seal) ? { endsAt, once } : null;
	}

	return {
		async make(draft) {
			const [endsAt, once] = [clock.now() + lifetimeMs, nonce()];
			return `${endsAt}.${once}.${await sealOf(draft, endsAt, once)}`;
		},
		async holds(draft) {
			const found = await genuine(draft);
			return found !== null && (await database.getObject(usedKey(found.endsAt)))?.[found.once] === undefined;
		},
		async redeem(draft) {
			const found = await genuine(draft);
			return found !== null && await database.incrObjectField(usedKey(found.endsAt), found.once) === 1;
		},
		async sweep() {
			for (const hours of [2, 3, 4, 5, 6]) {
				await database.delete(usedKey(clock.now() - (hours * hourMs)));
			}
		},
	};
}

/** Without promises: every draft is judged afresh. */
export const noPromises: Promises = {
	make: async () => '', holds: async () => false, redeem: async () => false, sweep: async () => undefined,
};
