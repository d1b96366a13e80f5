import * as v from 'valibot';
import { emptyBody } from '../../kernel/slice/body';
import { uidOf } from '../../kernel/host/member';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { StoredTopic } from '../../kernel/host/content';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route } from '../../kernel/slice/routes';
import { textOf } from '../../kernel/formats/text';
import { cursorField, positionIn } from '../../platform/cursor';
import type { MemberMemories } from '../asking/member-memory';
import type { ChecklistStore } from '../profiles/store';
import { readableTopic, unknownTopic } from './topic-routes';
import { waiverList } from './waiver-list';
import type { Waivers } from './waivers';

const reason = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(500));
const itemKey = v.pipe(v.string(), v.maxLength(60));
const number = v.pipe(v.number(), v.integer(), v.minValue(1));
const member = { item: itemKey, reason };
const waiverBody = v.union([
	v.strictObject({ tid: number, ...member }), v.strictObject({ uid: number, ...member }),
	v.strictObject({ username: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)), ...member }),
]);
type Body = v.InferOutput<typeof waiverBody>;

const pageSize = 20;
const notAllowed = () => refused(refuse('permission-missing', [], { clause: '3' }));

interface Parts {
	store: ChecklistStore;
	memories: Pick<MemberMemories, 'allWaivers'>;
	waivers: Waivers;
	host: Pick<Host, 'members' | 'places' | 'topics'>;
}

/** Staff waive an item, with a reason: for a topic, or for a member for some days; and ask it again (clause 3). */
export function checklistWaiverRoutes(parts: Parts): Route[] {
	const { waivers, store, host } = parts;
	const list = waiverList(parts);
	async function moderated(tid: string, by: number): Promise<Outcome<StoredTopic>> {
		const topic = await readableTopic(host, tid, by);
		if (!topic) {
			return unknownTopic(tid);
		}
		return await host.places.canModerate(topic.cid, by) ? done(topic) : notAllowed();
	}
	/** The member, for staff of the whole forum, who may know of them. */
	async function known(body: Exclude<Body, { tid: number }>, by: number): Promise<Outcome<number>> {
		if (!await host.members.isGlobalStaff(by)) {
			return notAllowed();
		}
		const uid = 'uid' in body ? body.uid : await host.members.uidOf(body.username);
		if (uid === 0 || !(await host.members.profiles([uid]))[0]) {
			const name = 'uid' in body ? textOf(uid) : body.username;
			return refused(refuse('member-unknown', [name], { field: 'uid' in body ? 'uid' : 'username' }));
		}
		return done(uid);
	}
	async function waive(body: Body, by: number): Promise<Outcome<unknown>> {
		const act = { item: body.item, reason: body.reason, by };
		if ('tid' in body) {
			const topic = await moderated(String(body.tid), by);
			return topic.ok ? waivers.forTopic(topic.value, act) : topic;
		}
		const uid = await known(body, by);
		if (!uid.ok) {
			return uid;
		}
		if (!(await store.profiles()).some(({ items }) => items.some(({ key }) => key === body.item))) {
			return refused(refuse('checklist-item-unknown', [body.item], { field: 'item' }));
		}
		const waived = await waivers.forMember(uid.value, act);
		return waived.ok ? done({ waivers: waived.value }) : waived;
	}
	async function end(body: Body, by: number): Promise<Outcome<unknown>> {
		const act = { item: body.item, reason: body.reason, by };
		if ('tid' in body) {
			const topic = await moderated(String(body.tid), by);
			return topic.ok ? waivers.endForTopic(topic.value, act) : topic;
		}
		const uid = await known(body, by);
		const ended = uid.ok ? await waivers.endForMember(uid.value, act) : uid;
		return ended.ok ? done({ waivers: ended.value }) : ended;
	}

	return [route({
		method: 'get', path: '/checklist/waivers', access: 'member', body: emptyBody, query: { after: cursorField },
		async handle({ actor, query, language }) {
			const from = positionIn(query, 'after');
			if (!await host.members.isGlobalStaff(uidOf(actor))) {
				return notAllowed();
			}
			return from.ok ? done(await list(language, pageSize, from.value)) : from;
		},
	}), ...([['post', waive], ['delete', end]] as const).map(([method, act]) => route({
		method, path: '/checklist/waivers', access: 'member', body: waiverBody,
		handle: ({ actor, body }) => act(body, uidOf(actor)),
	}))];
}
