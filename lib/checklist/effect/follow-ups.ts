import type { StoredTopic } from '../../kernel/host/content';
import type { Database, Host } from '../../kernel/host/ports';
import { textOf } from '../../kernel/formats/text';
import type { Forum } from '../../platform/forum/forum';
import { dayOf, type EffectStore } from './store';
import { publicIn, topicField } from '../evidence/topic-field';
import { itemsAskedFor, questionsIn } from './follow-up-rules';
import type { ChecklistProfile } from '../profiles/item';
import type { ChecklistSettings } from '../profiles/settings';
import type { Share } from '../asking/selection';
import type { ChecklistStore } from '../profiles/store';
import { countName } from './visit-rules';
import { after, type Soon } from '../../kernel/host/soon';

/** Hash: the share a topic was asked with, unless all, and what staff have asked about in it. */
const topicKey = (tid: number) => `forum-terms:checklist-asked-in:${tid}`;

/** `unchecked`: a topic without a checklist where there is one now, for comparison. */
export type Group = Share | 'unchecked';

interface Parts {
	database: Database;
	store: ChecklistStore;
	effects: EffectStore;
	settings: () => Soon<ChecklistSettings>;
	isExempt: (uid: number) => Soon<boolean>;
	staffOf: Forum['staffOf'];
	host: Pick<Host, 'places' | 'topics' | 'clock'>;
}

/** A new reply by `uid` in a topic of `authorUid`. */
export interface Reply { tid: string; cid: number; uid: number; authorUid: number; content: string }

/** Counts what staff still have to ask in topics: the cost of a missing or useless item. */
export interface FollowUps {
	/** Remembers that a topic was not asked everything. */
	keepShare(tid: number, share: Share): Promise<void>;
	/** A staff reply: counts its topic once, and every item it asks about once per topic. */
	replied(reply: Reply): Soon<void>;
}

export function followUps(
	{ database, store, effects, settings, isExempt, staffOf, host }: Parts,
): FollowUps {
	const { places, topics, clock } = host;

	async function profileOf(topic: StoredTopic): Promise<ChecklistProfile | null> {
		const kept = publicIn(topic);
		return kept ? store.profile(kept.profile, kept.version) : store.profileOf(topic.cid, 'topics');
	}
	const isFirst = async (tid: number, mark: string) => await database.incrObjectField(topicKey(tid), mark) === 1;

	/** A reply of somebody on the staff. */
	async function count({ tid, uid, content }: Reply): Promise<void> {
		const topic = await topics.read(tid, topicField);
		// The profile comes from a cache; who is staff needs the database.
		const profile = topic && await profileOf(topic);
		// Exempt members are asked nothing, so their topics are not counted.
		if (!topic || !profile || !await places.canModerate(topic.cid, uid) || await isExempt(topic.uid)) {
			return;
		}
		const marks = await database.getObject(topicKey(topic.tid));
		const group: Group = (textOf(marks?.share) || (topic.field === '' ? 'unchecked' : 'all')) as Group;
		// All later replies count on the day of the first, so that no period has a question without its topic.
		const day = textOf(marks?.day) || dayOf(clock.now());
		const add = (measure: string, item?: string) =>
			effects.add(profile.id, day, { [countName(profile.version, group, measure, item)]: 1 });
		if (!marks?.replied && await isFirst(topic.tid, 'replied')) {
			await database.setObject(topicKey(topic.tid), { day });
			await add('replied');
		}
		for (const key of itemsAskedFor(profile.items, questionsIn(content))) {
			if (await isFirst(topic.tid, `item-${key}`)) {
				await add('questions', key);
			}
		}
	}

	return {
		async keepShare(tid, share) {
			if (share !== 'all') {
				await database.setObject(topicKey(tid), { share });
			}
		},
		replied(reply) {
			const { cid, uid, authorUid } = reply;
			const isAsked = authorUid > 0 && authorUid !== uid && store.asksAnything('topics');
			// Most replies are not by staff: those cost nothing more.
			const isByStaff = after(isAsked, asks => asks && after(staffOf(cid), staff => staff.has(uid)));
			const isCounted = after(isByStaff, isStaff => isStaff && after(settings(), one => one.checklistMeasured));
			return after(isCounted, counts => (counts ? count(reply) : undefined));
		},
	};
}
