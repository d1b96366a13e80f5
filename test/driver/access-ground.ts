import assert from 'node:assert/strict';
import type { StoredAccount } from './host-past-routes';
import { unique, type Forum } from './forum';
import { newText, type Ground } from './ground';
import type { Member } from './member';
import { ask, eventually, rows, type Row } from './partner-ground';
import type { Answer, Visitor } from './visitor';

/** A member with a group that they own, a right of their own, a token, something waiting and something scheduled. */
export interface Rich {
	member: Member;
	token: Member;
	group: string;
	scheduledTid: number;
	queuedText: string;
}

export async function makeRich(forum: Forum, { cid, queueCid }: Ground): Promise<Rich> {
	const { admin } = forum;
	const member = await forum.member();
	const group = await admin.group();
	await admin.join(group, member);
	await admin.allow(member, cid, 'topics:schedule');
	const queuedText = newText();
	const queued = await member.topic({ cid: queueCid, content: queuedText });
	assert.equal(queued.response.queued, true, queued.text);
	// Whoever has a post already is past the queue.
	const later = await member.scheduledTopic(cid, Date.now() + 86_400_000);
	assert.equal(later.status, 200, later.text);
	return {
		member, token: await forum.withToken(member), group, scheduledTid: Number(later.response.tid), queuedText,
	};
}

/** What they have, as it can be compared: without devices, in one order. */
export async function standing(forum: Forum, { uid }: Member) {
	const [held, { groups, privileges, banned }] = await Promise.all([
		forum.host.access('holdings', uid), forum.host.stored(uid)]);
	return {
		banned, worn: held?.groupTitle ?? '', groups: [...groups].sort(), privileges: [...privileges].sort(),
		tokens: (held?.tokens ?? []).map(({ token }) => token).sort(),
		queued: (held?.queued ?? []).map(({ id }) => id).sort(),
		scheduled: (held?.scheduled ?? []).map(({ tid, at }) => `${tid} ${at}`).sort(),
	};
}

export const plan = (who: Visitor, body: object): Promise<Answer> =>
	ask(who, 'POST', '/admin/restrictions/plan', { clause: '4.1', ...body });
export const restrict = (who: Visitor, body: object): Promise<Answer> =>
	ask(who, 'POST', '/admin/restrictions', { clause: '4.1', reason: `Because ${unique()}`, ...body });
export const lift = (who: Visitor, id: unknown, more: object = {}): Promise<Answer> =>
	ask(who, 'DELETE', `/admin/restrictions/${String(id)}`, { reason: 'A mistake.', ...more });

/** As `lift`, with every group and token confirmed that is to be. */
export async function liftWhole(who: Visitor, id: unknown, more: object = {}): Promise<Answer> {
	const found = await ask(who, 'GET', `/admin/restrictions/${String(id)}`);
	return lift(who, id, { giveBack: rows(found, 'toConfirm').map(({ key }) => key), ...more });
}

/** Records of one member, newest first. */
export async function recordsOf(forum: Forum, { uid }: Member): Promise<Row[]> {
	return rows(await ask(forum.admin, 'GET', `/admin/restrictions?uid=${uid}`), 'restrictions');
}

/** The newest record of a member, once it is as asked. */
export async function recordThat(forum: Forum, member: Member, isSo: (row: Row) => boolean): Promise<Row> {
	let found: Row | undefined;
	await eventually(async () => {
		[found] = await recordsOf(forum, member);
		return found !== undefined && isSo(found);
	}, 200);
	assert.ok(found && isSo(found), JSON.stringify(found));
	return found;
}

export const isBanned = async (forum: Forum, { uid }: Member): Promise<boolean> =>
	isOut(await forum.host.stored(uid));
const isOut = ({ banned, groups }: StoredAccount): boolean => banned === 1 && groups.includes('banned-users');
