import type { WritingPlace } from '../kernel/owed';
import type { Members } from '../kernel/ports';
import type { Reason, Reviewer } from '../kernel/review';
import { refuse } from '../kernel/refusal';
import { decodeChecklist } from './answers';
import { textFor, type ChecklistProfile } from './item';
import { findingsOf, unknownKeys, type Finding } from './rules';
import type { ChecklistStore } from './store';

interface Parts {
	store: ChecklistStore;
	members: Pick<Members, 'isAdministrator' | 'language'>;
	cidOf: (place: WritingPlace) => Promise<number | null>;
}

const codes = { missing: 'checklist-incomplete', invalid: 'checklist-unreadable', blocked: 'checklist-blocked' } as const;

/** The first kind of problem, in the order in which an author can mend them, with all its items in one sentence. */
function reasonFor(findings: readonly Finding[], language: string): Reason[] {
	for (const problem of ['missing', 'invalid', 'blocked'] as const) {
		const items = findings.filter(finding => finding.problem === problem).map(({ item }) => item);
		const [first] = items;
		if (first) {
			const sentence = items.map(({ prompt }) => textFor(prompt, language)).join('; ');
			return [{
				outcome: 'ask',
				refusal: refuse(codes[problem], [sentence], { field: `forumTerms.checklist.answers.${first.key}` }),
			}];
		}
	}
	return [];
}

/** Clause 3 at the door: a new topic answers the checklist of its category. A warning never stops anybody. */
export function checklistReviewer({ store, members, cidOf }: Parts): Reviewer {
	function judge(profile: ChecklistProfile, given: unknown, latest: string, language: string): Reason[] {
		const decoded = decodeChecklist(given);
		const unknown = decoded ? unknownKeys(profile.items, decoded.answers) : [];
		if (!decoded || unknown.length > 0) {
			const field = `forumTerms.checklist${unknown[0] ? `.answers.${unknown[0]}` : ''}`;
			return [{ outcome: 'ask', refusal: refuse('body-invalid', [field, '{ version, answers }'], { field }) }];
		}
		return reasonFor(findingsOf(profile.items, decoded.answers, latest), language);
	}

	return {
		slice: 'checklist',
		mayHold: false,
		async review(draft) {
			if (draft.act !== 'topic' || draft.author.kind !== 'member' || draft.origin === 'queue-approval') {
				return [];
			}
			const { uid } = draft.author;
			const profile = await store.profileOf(await cidOf(draft.place));
			if (!profile || await members.isAdministrator(uid)) {
				return [];
			}
			const [{ latest }, language] = await Promise.all([store.places(), members.language(uid)]);
			return judge(profile, draft.answers.checklist, latest, language);
		},
	};
}
