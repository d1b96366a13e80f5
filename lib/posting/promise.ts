import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '../kernel/formats/canonical';
import type { Clock, Database, Places } from '../kernel/host/ports';
import type { Submission } from '../kernel/slice/review';
import { isSameFingerprint, fingerprint } from '../platform/fingerprint';

const lifetimeMs = 300_000;
const hourMs = 3_600_000;

/** Hash: used promises, by the hour in which they expire. */
const usedKey = (endsAt: number) => `forum-terms:promises-used:${Math.floor(endsAt / hourMs)}`;

interface Parts {
	database: Pick<Database, 'getObject' | 'incrObjectField' | 'delete'>;
	clock: Clock;
	/** The current category of a place: a topic may have moved since. */
	categoryOf: Places['categoryOf'];
	/** The forum's secret for fingerprints. */
	secret: () => Promise<string>;
	/** An unguessable, unique text. */
	nonce: () => string;
}

/**
 * A promise given after a successful check: the same text by the same author at the same place will not be refused for
 * five minutes, once. Only a decision about the author's access overrides it.
 */
export interface Promises {
	make(submission: Submission): Promise<string>;
	/** Whether the submission has a valid promise; does not use it up. */
	holds(submission: Submission): Promise<boolean>;
	/** The same, and uses the promise up: of two concurrent posts only one gets true. */
	redeem(submission: Submission): Promise<boolean>;
	/** Forgets used promises some hours after they expired. */
	sweep(): Promise<void>;
}

/** Everything that was judged, as one text; order and surrounding whitespace do not count. */
function judgedText({ act, author, place, text, answers }: Submission, category: number | null): string {
	const { token: _token, ...said } = answers;
	const whole = {
		act, uid: author.kind === 'member' ? author.uid : 0, place, category,
		title: (text.title ?? '').trim(), content: (text.content ?? '').trimEnd(), tags: [...text.tags ?? []].sort(),
		sourceContent: text.sourceContent ?? '', handle: text.handle ?? '', said,
	};
	return createHash('sha256').update(canonicalJson(JSON.parse(JSON.stringify(whole)) as Json)).digest('hex');
}

export function promises({ database, clock, categoryOf, secret, nonce }: Parts): Promises {
	async function sealOf(submission: Submission, endsAt: number, once: string): Promise<string> {
		const judged = judgedText(submission, await categoryOf(submission.place));
		return fingerprint(await secret(), 'promise/v1', [String(endsAt), once, judged]);
	}
	/** The parts of an authentic, unexpired promise for this submission; otherwise null. */
	async function genuine(submission: Submission): Promise<{ endsAt: number; once: string } | null> {
		const [, end = '', once = '', seal = ''] = /^([1-9]\d{12,14})\.([\w-]{8,64})\.([0-9a-f]{64})$/.exec(submission.answers.token ?? '') ?? [];
		const endsAt = Number(end);
		if (!seal || submission.author.kind !== 'member' || endsAt < clock.now() || endsAt > clock.now() + lifetimeMs) {
			return null;
		}
		return isSameFingerprint(await sealOf(submission, endsAt, once), seal) ? { endsAt, once } : null;
	}

	return {
		async make(submission) {
			const [endsAt, once] = [clock.now() + lifetimeMs, nonce()];
			return `${endsAt}.${once}.${await sealOf(submission, endsAt, once)}`;
		},
		async holds(submission) {
			const found = await genuine(submission);
			return found !== null && (await database.getObject(usedKey(found.endsAt)))?.[found.once] === undefined;
		},
		async redeem(submission) {
			const found = await genuine(submission);
			return found !== null && await database.incrObjectField(usedKey(found.endsAt), found.once) === 1;
		},
		async sweep() {
			for (const hours of [2, 3, 4, 5, 6]) {
				await database.delete(usedKey(clock.now() - (hours * hourMs)));
			}
		},
	};
}

/** Without promises every submission is judged again. */
export const noPromises: Promises = {
	make: async () => '', holds: async () => false, redeem: async () => false, sweep: async () => undefined,
};
