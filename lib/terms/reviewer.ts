import type { WritingPlace } from '../kernel/offers/owed';
import type { Clock, Members } from '../kernel/host/ports';
import { after, type Soon } from '../kernel/host/soon';
import type { Submission, Reason, Reviewer } from '../kernel/slice/review';
import { refuse } from '../kernel/refusals/refusal';
import type { Acceptance } from './acceptance/acceptance';
import { shownLanguage } from './text/language';
import type { Method } from './ledger/record';
import type { Position } from './documents/position';
import { isDue, type Debt } from './documents/rules';
import type { TermsSettings } from './documents/settings';
import { titledVersions } from './documents/version-name';

interface Parts {
	acceptance: Acceptance;
	members: Pick<Members, 'language'>;
	/** Asked, but never stopped, by setting: administrators and bots. */
	isExempt: (uid: number) => Soon<boolean>;
	settings: () => Soon<TermsSettings>;
	cidOf: (place: WritingPlace) => Soon<number | null>;
	clock: Clock;
	fallbackLanguage: () => string;
}

const nothing: readonly Reason[] = [];

function reasonFor(debts: readonly Debt[]): Reason {
	const isDeclined = debts.every(({ declined }) => declined);
	return {
		outcome: 'ask',
		refusal: refuse(isDeclined ? 'terms-declined' : 'terms-unaccepted', [titledVersions(debts.map(({ version }) => version)), '2'], {
			termsVersion: debts[0]?.version.id ?? '', field: 'forumTerms.accept',
		}),
	};
}

/**
 * Clause 2 at the door: authors who have not accepted the terms in force are asked, and can accept in the same request.
 */
export function termsReviewer(parts: Parts): Reviewer {
	const { acceptance, members, settings, isExempt } = parts;

	/** Records what the author accepts in this request, and answers what they still owe. */
	async function acceptInRequest(submission: Submission, uid: number, debts: readonly Debt[], dryRun: boolean) {
		const named = submission.answers.accept ?? [];
		const stale: Reason[] = [];
		const owed = new Map(debts.map(debt => [debt.version.id, debt]));
		for (const versionId of named) {
			const debt = owed.get(versionId);
			if (dryRun && debt) {
				owed.delete(versionId);
			} else if (!dryRun) {
				const wanted = submission.answers.language ?? await members.language(uid);
				const language = debt ?
					shownLanguage(Object.keys(debt.version.hashes), wanted, parts.fallbackLanguage()) : wanted;
				const method: Method = submission.origin === 'no-script' ? 'no-script' : 'post';
				const accepted = await acceptance.accept({ uid, versionId, language, method });
				if (accepted.ok) {
					owed.delete(versionId);
				} else if (debts.length > 0) {
					stale.push({ outcome: 'ask', refusal: accepted.refusal });
				}
			}
		}
		return { owed: [...owed.values()], stale };
	}

	async function asked(
		submission: Submission, uid: number, debts: readonly Debt[], dryRun: boolean,
	): Promise<readonly Reason[]> {
		const { owed: left, stale } = await acceptInRequest(submission, uid, debts, dryRun);
		const owed = left.filter(debt => isDue(debt, parts.clock.now()));
		if (owed.length === 0 || (await settings()).enforcement === 'record' || await isExempt(uid)) {
			return nothing;
		}
		return stale.length > 0 ? stale : [reasonFor(owed)];
	}

	/** Posting is use. */
	async function used(uid: number, agreed: Position['agreed']): Promise<readonly Reason[]> {
		await acceptance.noteUse(uid, agreed, () => members.language(uid));
		return nothing;
	}

	return {
		slice: 'terms',
		review(submission, { dryRun }) {
			// Federated authors cannot accept, the forum itself need not, and NodeBB decides about guests. Nobody sees
			// an upload before it is posted, and then the author is asked. The author of what staff fork or merge is
			// absent, and uses nothing.
			const { act, author, origin } = submission;
			if (author.kind !== 'member' || origin === 'queue-approval' || ['upload', 'fork', 'merge'].includes(act)) {
				return nothing;
			}
			const { uid } = author;
			const isAnswer = (submission.answers.accept?.length ?? 0) > 0;
			const judged = ({ debts, agreed }: Position) =>
				(debts.length > 0 || isAnswer ? asked(submission, uid, debts, dryRun) :
					!dryRun && agreed.length > 0 ? used(uid, agreed) : nothing);
			return after(settings(), ({ enforcement }) => (enforcement === 'off' ? nothing :
				after(parts.cidOf(submission.place), cid => after(acceptance.position(uid, cid), judged))));
		},
	};
}
