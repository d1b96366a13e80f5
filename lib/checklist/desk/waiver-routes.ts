import * as v from 'valibot';
import { uidOf } from '../../kernel/host/member';
import { done, refused, type Outcome } from '../../kernel/refusals/outcome';
import type { Host } from '../../kernel/host/ports';
import { refuse } from '../../kernel/refusals/refusal';
import { route, type Route } from '../../kernel/slice/routes';
import { textOf } from '../../kernel/formats/text';
import type { EvidenceKeeper } from '../evidence/keeper';
import type { MemberMemories } from '../asking/member-memory';
import type { ChecklistStore } from '../profiles/store';
import { readableTopic, unknownTopic } from './topic-routes';

const reason = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(500));
const itemKey = v.pipe(v.string(), v.maxLength(60));
const number = v.pipe(v.number(), v.integer(), v.minValue(1));
const member = { item: itemKey, reason };
const waiverBody = v.union([
	v.strictObject({ tid: number, ...member }), v.strictObject({ uid: number, ...member }),
	v.strictObject({ username: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)), ...member }),
]);

const dayMs = 86_400_000;
/** How long a waiver for a member lasts. */
export const waiverDays = 7;
const notAllowed = () => refused(refuse('permission-missing', [], { clause: '3' }));

interface Parts {
	store: ChecklistStore;
	memories: MemberMemories;
	keeper: EvidenceKeeper;
	host: Pick<Host, 'clock' | 'members' | 'places' | 'topics'>;
}

/** Staff waive an item, with a reason: for a topic, or for a member for some days (clause 3). */
export function checklistWaiverRoutes(parts: Parts): Route[] {
	const { keeper, memories, store, host } = parts;

	async function forTopic(tid: string, item: string, why: string, by: number): Promise<Outcome<unknown>> {
		const topic = await readableTopic(host, tid, by);
		if (!topic) {
			return unknownTopic(tid);
		}
		if (!await host.places.canModerate(topic.cid, by)) {
			return notAllowed();
		}
		const before = await keeper.current(topic);
		return before?.owed.includes(item) ? done(await keeper.waived(topic, before, item, by, why)) :
			refused(refuse('checklist-item-unknown', [item], { field: 'item' }));
	}

	async function forMember(
		who: { uid: number } | { username: string }, item: string, why: string, by: number,
	): Promise<Outcome<unknown>> {
		if (!await host.members.isGlobalStaff(by)) {
			return notAllowed();
		}
		const uid = 'uid' in who ? who.uid : await host.members.uidOf(who.username);
		if (uid === 0 || !(await host.members.profiles([uid]))[0]) {
			const name = 'uid' in who ? textOf(uid) : who.username;
			return refused(refuse('member-unknown', [name], { field: 'uid' in who ? 'uid' : 'username' }));
		}
		if (!(await store.profiles()).some(({ items }) => items.some(({ key }) => key === item))) {
			return refused(refuse('checklist-item-unknown', [item], { field: 'item' }));
		}
		const at = host.clock.now();
		const until = at + (waiverDays * dayMs);
		await memories.waive(uid, { key: item, by, reason: why, at, until });
		return done({ waivers: await memories.waivers(uid) });
	}

	return [route({
		method: 'post', path: '/checklist/waivers', access: 'member', body: waiverBody,
		async handle({ actor, body }) {
			return 'tid' in body ? forTopic(String(body.tid), body.item, body.reason, uidOf(actor)) :
				forMember(body, body.item, body.reason, uidOf(actor));
		},
	})];
}
