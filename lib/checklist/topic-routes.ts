import * as v from 'valibot';
import { emptyBody } from '../kernel/body';
import type { Actor } from '../kernel/member';
import { done, refused, type Outcome } from '../kernel/outcome';
import type { StoredTopic } from '../kernel/ports';
import { refuse } from '../kernel/refusal';
import { route, type Route } from '../kernel/routes';
import { answersSchema, type Answers } from './answers';
import type { Evidence } from './evidence';
import { answersIn, topicField } from './evidence-keeper';
import type { ChecklistParts } from './parts';
import { reasonsFor } from './reasons';

const answerBody = v.strictObject({
	version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))), answers: answersSchema,
});
const reason = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(500));
const itemKey = v.pipe(v.string(), v.maxLength(60));
const waiverBody = v.union([
	v.strictObject({ tid: v.pipe(v.number(), v.integer(), v.minValue(1)), item: itemKey, reason }),
	v.strictObject({ uid: v.pipe(v.number(), v.integer(), v.minValue(1)), item: itemKey, reason }),
], '{ tid | uid, item, reason }');

const dayMs = 86_400_000;
const uidOf = (actor: Actor) => (actor.kind === 'member' ? actor.uid : 0);

/** The checklist of one topic after it was posted: reading, answering what is owed, letting an item go (clause 3). */
export function checklistTopicRoutes(parts: ChecklistParts): Route[] {
	const { askings, keeper, memories, evidence, store, settings, host } = parts;

	async function readable(tid: string, uid: number): Promise<StoredTopic | null> {
		const topic = /^\d{1,12}$/.test(tid) ? await host.topics.read(tid, topicField) : null;
		return topic && await host.places.canRead({ tid }, uid) ? topic : null;
	}
	const unknownTopic = (tid: string) => refused(refuse('topic-unknown', [tid]));

	function viewFor(record: Evidence, isStaff: boolean) {
		const answers = record.answers.filter(({ readers }) => isStaff || readers === 'everyone');
		const { waived, ...rest } = record;
		return { ...rest, answers, waived: isStaff ? waived : waived.map(({ key, at }) => ({ key, at })) };
	}

	async function waiveForTopic(tid: number, item: string, why: string, by: number): Promise<Outcome<unknown>> {
		const topic = await readable(String(tid), by);
		if (!topic) {
			return unknownTopic(String(tid));
		}
		if (!await host.places.canModerate(topic.cid, by)) {
			return refused(refuse('permission-missing', [], { clause: '3' }));
		}
		const before = await keeper.current(topic);
		return before?.owed.includes(item) ? done(await keeper.waived(topic, before, item, by, why)) :
			refused(refuse('checklist-item-unknown', [item], { field: 'item' }));
	}

	return [
		route({
			method: 'get', path: '/topics/:tid/checklist', access: 'anyone', body: emptyBody,
			async handle({ actor, params }) {
				const [tid, uid] = [params.tid ?? '', uidOf(actor)];
				const topic = await readable(tid, uid);
				if (!topic) {
					return unknownTopic(tid);
				}
				// Authors see all of their own; staff of the category see everything.
				const isStaff = uid > 0 && (topic.uid === uid || await host.places.canModerate(topic.cid, uid));
				const records = await evidence.ofTopic(topic.tid);
				return done({
					records: records.map(record => viewFor(record, isStaff || (uid > 0 && record.uid === uid))),
				});
			},
		}),
		route({
			method: 'post', path: '/topics/:tid/checklist', access: 'member', body: answerBody,
			async handle({ actor, params, body, language }) {
				const [tid, uid] = [params.tid ?? '', uidOf(actor)];
				const topic = await readable(tid, uid);
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
				return first ? refused(first.refusal) :
					done(viewFor(await keeper.answered(topic, asking, judged.value, 'answered'), true));
			},
		}),
		route({
			method: 'post', path: '/checklist/waivers', access: 'member', body: waiverBody,
			async handle({ actor, body }) {
				const by = uidOf(actor);
				if ('tid' in body) {
					return waiveForTopic(body.tid, body.item, body.reason, by);
				}
				if (!await host.members.isGlobalStaff(by)) {
					return refused(refuse('permission-missing', [], { clause: '3' }));
				}
				if (!(await host.members.profiles([body.uid]))[0]) {
					return refused(refuse('member-unknown', [String(body.uid)], { field: 'uid' }));
				}
				if (!(await store.profiles()).some(({ items }) => items.some(({ key }) => key === body.item))) {
					return refused(refuse('checklist-item-unknown', [body.item], { field: 'item' }));
				}
				const at = host.clock.now();
				const until = at + ((await settings()).checklistWaiverDays * dayMs);
				await memories.waive(body.uid, { key: body.item, by, reason: body.reason, at, until });
				return done({ waivers: await memories.waivers(body.uid) });
			},
		}),
	];
}
