import { uniq } from 'lodash';
import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { uidOf } from '../../kernel/host/member';
import { done, refused } from '../../kernel/refusals/outcome';
import type { StoredTopic } from '../../kernel/host/content';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route } from '../../kernel/slice/routes';
import type { ShownDeciders } from '../../platform/decisions/shown-decider';
import { peopleOf } from '../../platform/people';
import { answersSchema, type Answers } from '../asking/answers';
import type { Askings } from '../asking/asking';
import { answersIn, type EvidenceKeeper } from '../evidence/keeper';
import { publicIn, topicField } from '../evidence/topic-field';
import { recordForAuthor, type Evidence } from '../evidence/evidence';
import type { EvidenceStore } from '../evidence/store';
import { evidenceView, openItems, type Reader } from './view';
import { reasonsFor } from '../asking/reasons';
import type { ChecklistStore } from '../profiles/store';

const answerBody = v.strictObject({
	version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))), answers: answersSchema,
});
export const unknownTopic = (tid: string) => refused(refuse('topic-unknown', [tid]));

/** Null for a topic that does not exist, or that this member may not read. */
export async function readableTopic(
	{ topics, places }: Pick<Host, 'topics' | 'places'>, tid: string, uid: number,
): Promise<StoredTopic | null> {
	const topic = /^\d{1,12}$/.test(tid) ? await topics.read(tid, topicField) : null;
	return topic && await places.canRead({ tid }, uid) ? topic : null;
}

interface Parts {
	store: ChecklistStore;
	askings: Askings;
	evidence: EvidenceStore;
	keeper: EvidenceKeeper;
	deciders: ShownDeciders;
	host: Pick<Host, 'care' | 'members' | 'places' | 'topics'>;
}

/** The checklist of a posted topic: reading it, and answering open items (clause 3). */
export function checklistTopicRoutes(parts: Parts): Route[] {
	const { askings, keeper, evidence, store, deciders, host } = parts;

	/** A reply that was deleted, or moved to where the reader may not read, has no answers for them. */
	async function openTo({ uid, isStaff }: Reader, records: readonly Evidence[]): Promise<readonly Evidence[]> {
		const pids = uniq(records.map(({ pid }) => pid).filter(pid => pid !== ''));
		const readable = isStaff || pids.length === 0 ? pids : await host.care.readable(pids, uid);
		const isOwn = ({ uid: author }: Evidence) => uid > 0 && author === uid;
		return records.filter(record => record.pid === '' || isOwn(record) || readable.includes(record.pid));
	}

	return [
		route({
			method: 'get', path: '/topics/:tid/checklist', access: 'anyone', body: emptyBody,
			async handle({ actor, params, language }) {
				const [tid, uid] = [params.tid ?? '', uidOf(actor)];
				const topic = await readableTopic(host, tid, uid);
				if (!topic) {
					return unknownTopic(tid);
				}
				// Authors see all of their own answers; staff of the category see everything.
				const isStaff = uid > 0 && await host.places.canModerate(topic.cid, uid);
				const reader = { uid, isStaff, shown: await deciders.to(true) };
				const records = (await openTo(reader, await evidence.ofTopic(topic.tid)))
					.map(record => evidenceView(record, reader));
				const open = isStaff || topic.uid === uid ? publicIn(topic) : null;
				const letGo = [...new Set(records.flatMap(({ waived }) => waived.map(({ key }) => key)))];
				return done({
					records, owed: open ? await openItems(store, open, language) : [],
					waived: open ? await openItems(store, { ...open, owed: letGo }, language) : [],
					people: await peopleOf(host.members, records.flatMap(({ uid: author, by }) => [author, by])),
				});
			},
		}),
		route({
			method: 'post', path: '/topics/:tid/checklist', access: 'member', body: answerBody,
			async handle({ actor, params, body, language }) {
				const [tid, uid] = [params.tid ?? '', uidOf(actor)];
				const topic = await readableTopic(host, tid, uid);
				if (!topic) {
					return unknownTopic(tid);
				}
				if (topic.uid !== uid) {
					return refused(refuse('permission-missing', [], { clause: '3' }));
				}
				const asking = await askings.of(uid, topic.cid, 'topics');
				if (!asking) {
					return refused(refuse('checklist-absent', [topic.title]));
				}
				const known = Object.entries(answersIn(await keeper.current(topic)))
					.filter(([key]) => asking.profile.items.some(item => item.key === key));
				const answers: Answers = { ...Object.fromEntries(known), ...body.answers };
				const judged = await askings.judge(asking, { ...body, answers }, { tags: topic.tags, cid: topic.cid });
				if (!judged.ok) {
					return judged;
				}
				const given = judged.value.judgements.filter(({ item }) => body.answers[item.key] !== undefined);
				const [first] = asking.profile.kind === 'security' ? [] : reasonsFor(given, language);
				if (first) {
					return refused(first.refusal);
				}
				const record = await keeper.answered(topic, asking, judged.value, 'answered');
				return done(recordForAuthor(record, await deciders.to(true)));
			},
		}),
	];
}
