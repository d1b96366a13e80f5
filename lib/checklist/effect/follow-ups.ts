import type { StoredTopic } from '../../kernel/content';
import type { Database, Host } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import { dayOf, type EffectStore } from './store';
import { publicIn, topicField } from '../evidence/keeper';
import { itemsAskedFor, questionsIn } from './follow-up-rules';
import type { ChecklistProfile } from '../profiles/item';
import type { ChecklistSettings } from '../profiles/settings';
import type { Share } from '../asking/selection';
import type { ChecklistStore } from '../profiles/store';
import { countName } from './visit-rules';

/** Hash: the share a topic was asked in where that is not everything, and what staff have asked about in it. */
const topicKey = (tid: number) => `forum-terms:checklist-asked-in:${tid}`;

/** `unchecked`: a topic without a checklist where one is asked now, so that there is something to compare with. */
export type Group = Share | 'unchecked';

interface Parts {
	database: Database;
	store: ChecklistStore;
	effects: EffectStore;
	settings: () => Promise<ChecklistSettings>;
	isExempt: (uid: number) => Promise<boolean>;
	host: Pick<Host, 'places' | 'topics' | 'clock'>;
}

/** What staff still have to ask below a topic: the price of a missing or an idle item. */
export interface FollowUps {
	/** Remembers that less than everything was asked of a topic. */
	keepShare(tid: number, share: Share): Promise<void>;
	/** A reply by staff: counts its topic once, and every item that it asks about once a topic. */
	replied(tid: string, uid: number, content: string): Promise<void>;
}

export function followUps({ database, store, effects, settings, isExempt, host }: Parts): FollowUps {
	const { places, topics, clock } = host;

	async function profileOf(topic: StoredTopic): Promise<ChecklistProfile | null> {
		const kept = publicIn(topic);
		return kept ? store.profile(kept.profile, kept.version) : store.profileOf(topic.cid, 'topics');
	}
	const isFirst = async (tid: number, mark: string) => await database.incrObjectField(topicKey(tid), mark) === 1;

	return {
		async keepShare(tid, share) {
			if (share !== 'all') {
				await database.setObject(topicKey(tid), { share });
			}
		},
		async replied(tid, uid, content) {
			if (!await store.asksAnything('topics') || !(await settings()).checklistMeasured) {
				return;
			}
			const topic = await topics.read(tid, topicField);
			// The forum's memory knows what is asked there; who is on the staff it asks its database.
			const profile = topic && topic.uid > 0 && topic.uid !== uid ? await profileOf(topic) : null;
			// Whoever is exempt is asked nothing, and what they announce is nobody's question: it compares with none.
			if (!topic || !profile || !await places.canModerate(topic.cid, uid) || await isExempt(topic.uid)) {
				return;
			}
			const marks = await database.getObject(topicKey(topic.tid));
			const group: Group = (textOf(marks?.share) || (topic.field === '' ? 'unchecked' : 'all')) as Group;
			// The day of the first reply holds for all that follows: no span of days has a question without its topic.
			const day = textOf(marks?.day) || dayOf(clock.now());
			const count = (measure: string, item?: string) =>
				effects.add(profile.id, day, { [countName(profile.version, group, measure, item)]: 1 });
			if (!marks?.replied && await isFirst(topic.tid, 'replied')) {
				await database.setObject(topicKey(topic.tid), { day });
				await count('replied');
			}
			for (const key of itemsAskedFor(profile.items, questionsIn(content))) {
				if (await isFirst(topic.tid, `item-${key}`)) {
					await count('questions', key);
				}
			}
		},
	};
}
