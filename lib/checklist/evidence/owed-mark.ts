import * as v from 'valibot';
import { uidOf, type Actor } from '../../kernel/host/member';
import type { Host } from '../../kernel/host/ports';
import type { Soon } from '../../kernel/host/soon';
import { decoded, json } from '../../platform/stored-row';
import { topicField } from './topic-field';

type Topic = Record<string, unknown>;

/** The part of the field that a list needs. */
const owedField = json(v.object({ owed: v.array(v.string()) }));

/** The number of open items. The field can be long and most owe nothing, which shows without parsing it. */
function owedIn(field: unknown): number {
	const isSettled = typeof field !== 'string' || field.includes('"owed":[]');
	return isSettled ? 0 : decoded(owedField, field)?.owed.length ?? 0;
}

/**
 * Removes the answers from a list of topics and adds, for the author and staff of the category, the number of open
 * items. The list already has the topics; only whether the reader is staff is read, and only if items are open.
 */
export function owedMarks({ canModerate }: Pick<Host['places'], 'canModerate'>) {
	async function mark(open: readonly { topic: Topic; owed: number }[], uid: number): Promise<void> {
		const others = open.filter(({ topic }) => Number(topic.uid) !== uid).map(({ topic }) => Number(topic.cid));
		const cids = [...new Set(others)];
		const isStaff = await Promise.all(cids.map(cid => canModerate(cid, uid)));
		for (const { topic, owed } of open) {
			if (Number(topic.uid) === uid || isStaff[cids.indexOf(Number(topic.cid))]) {
				topic.forumTermsOwed = owed;
			}
		}
	}

	return (topics: readonly (Topic | null)[], actor: Actor): Soon<void> => {
		const uid = uidOf(actor);
		const open: { topic: Topic; owed: number }[] = [];
		for (const topic of topics) {
			if (topic && topicField in topic) {
				const owed = owedIn(topic[topicField]);
				delete topic[topicField];
				void (owed > 0 && uid > 0 && open.push({ topic, owed }));
			}
		}
		return open.length > 0 ? mark(open, uid) : undefined;
	};
}
