import * as v from 'valibot';
import type { ChecklistField } from '../../lib/checklist/asking/answers';
import { itemsSchema, type ChecklistItem } from '../../lib/checklist/profiles/item';
import { patternMatcher } from '../../lib/checklist/profiles/pattern';
import { checklistReviewer } from '../../lib/checklist/reviewer';
import type { Knowledge } from '../../lib/checklist/profiles/knowledge';
import { checklistServices } from '../../lib/checklist/services';
import { parsePbxVersion } from '../../lib/checklist/profiles/version-number';
import type { StoredTopic } from '../../lib/kernel/host/content';
import type { Act, Submission, Origin } from '../../lib/kernel/slice/review';
import { forumOf } from '../../lib/platform/forum/forum';
import { recordOver } from './decisions';
import { hostInMemory } from './host';

/** Items with everything in place; say only what the test is about. */
export function items(...parts: ({ key: string } & Record<string, unknown>)[]): ChecklistItem[] {
	return v.parse(itemsSchema, parts.map(part => ({ kind: 'text', prompt: { 'en-GB': part.key }, ...part })));
}

/** What is known of the phone system; nothing unless said. */
export function known(parts: { latest?: string; since?: number } & Partial<Pick<Knowledge, 'trunks' | 'phones' | 'platforms' | 'guideHosts'>> = {}): Knowledge {
	const { latest = '', since = 0, trunks = [], phones = [], platforms = [], guideHosts = [] } = parts;
	return {
		held: parsePbxVersion(latest), latest: latest === '' ? null : { version: latest, since }, trunks, phones, platforms,
		guideHosts, matches: patternMatcher(),
	};
}

export function storedTopic(parts: Partial<StoredTopic> = {}): StoredTopic {
	return {
		tid: 10, cid: 1, uid: 7, mainPid: '100', title: 'Calls drop', slug: '10/calls-drop', tags: [], field: '', ...parts,
	};
}

/**
 * The checklist slice over a host in memory; member 7 writes in category 1 unless said otherwise. Administrators are
 * exempt unless others are named.
 */
export function checklistInMemory(exempt?: readonly number[]) {
	const memory = hostInMemory();
	const forum = {
		...forumOf(memory.host),
		isExempt: async (uid: number) => exempt?.includes(uid) ?? memory.host.members.isAdministrator(uid),
	};
	const parts = checklistServices(memory.host, forum, {
		suggestionNote: async ({ cid, choice }) => (cid === 404 ? null : `category ${cid}: ${choice}`),
		termsInForce: async () => 'forum-3', book: recordOver(memory.host).book,
	});
	const reviewer = checklistReviewer(parts);
	return {
		...memory, ...parts, stored: memory.settings,
		/** A profile that category 1 asks. */
		async ask(...asked: ({ key: string } & Record<string, unknown>)[]) {
			await parts.store.save('spec', { kind: 'standard', title: {}, items: items(...asked) });
			await parts.store.savePlaces({ topics: { 1: 'spec' }, replies: {}, recordOnly: { topics: [], replies: [] } });
		},
		async review(
			act: Act, checklist: Partial<ChecklistField> | undefined,
			more: {
				uid?: number; place?: Submission['place']; title?: string; tags?: string[]; origin?: Origin; dryRun?: boolean;
			} = {},
		) {
			const { uid = 7, place = { cid: '1' }, title = 'Calls drop', tags = [], origin = 'api', dryRun = false } = more;
			const reasons = await reviewer.review({
				act, origin, author: { kind: 'member', uid }, place, text: { title, content: 'They drop.', tags },
				answers: checklist ? { checklist } : {},
			}, { dryRun });
			return reasons.map(({ refusal: { code, field = '' } }) => `${code} ${field.split('.').at(-1) ?? ''}`.trim());
		},
	};
}
