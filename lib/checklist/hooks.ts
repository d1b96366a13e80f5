import { edge, type FailPolicy } from '../kernel/edges';
import { actorOf } from '../kernel/member';
import type { Log, Members } from '../kernel/ports';
import { decodeChecklist } from './answers';
import { textFor, type ChecklistItem } from './item';
import { shownItems } from './rules';
import type { ChecklistStore } from './store';

interface Create {
	topic: Record<string, unknown>;
	data: { uid?: unknown; cid?: unknown; forumTerms?: { checklist?: unknown } };
}

/** Answers that cannot be kept are left out: they must never cost anybody his topic. */
export const checklistFailPolicies = { 'checklist-keep': 'open' } as const satisfies Record<string, FailPolicy>;

function answerText(item: ChecklistItem, answer: string | boolean, language: string): string {
	if (item.kind === 'choice') {
		return textFor(item.options?.find(({ value }) => value === answer)?.label, language);
	}
	return item.kind === 'confirm' ? '' : String(answer);
}

/**
 * Keeps the answers in the topic itself, as they were understood: with the prompts and the version of that moment. They
 * come with every read of the topic and travel with it.
 */
export function checklistHooks(store: ChecklistStore, members: Pick<Members, 'language'>, log: Log) {
	return {
		topic: edge<Create>({ slice: 'checklist', event: 'checklist-keep', onFailure: 'open', log }, async (payload) => {
			const { topic, data } = payload;
			const profile = await store.profileOf(Number(data.cid) || null);
			const given = decodeChecklist(data.forumTerms?.checklist);
			const actor = actorOf(data.uid);
			if (!profile || !given || actor.kind !== 'member' || Object.keys(given.answers).length === 0) {
				return payload;
			}
			const language = await members.language(actor.uid);
			const answered = shownItems(profile.items, given.answers).flatMap((item) => {
				const answer = given.answers[item.key];
				const isGiven = answer !== undefined && answer !== '' && answer !== false;
				return isGiven ? [{
					key: item.key, prompt: textFor(item.prompt, language), value: answer,
					text: answerText(item, answer, language),
				}] : [];
			});
			topic.forumTermsChecklist = JSON.stringify({
				profile: profile.id, version: profile.version, answers: answered,
			});
			return payload;
		}),
	};
}
