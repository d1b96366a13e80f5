import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { lift, restrict } from './access-ground';
import { answeredTopics } from './answered-topics';
import { blueprintGround } from './blueprint-ground';
import { openForum, unique, type Forum } from './forum';
import { newText } from './ground';
import type { Member } from './member';
import { ask, eventually, rows } from './partner-ground';
import type { Answer, Visitor } from './visitor';

/** A forum with one of everything that an address can name, and one person of every kind. */
export interface AddressGround {
	forum: Forum;
	people: Record<string, Visitor>;
	/** Everything by name, numbers as text. */
	ids: Record<string, string>;
	/** What no thing is called. */
	absent: Record<string, string>;
	close(): Promise<void>;
}

function ok(answer: Answer): Answer {
	assert.ok(answer.status === 200 || answer.status === 202, answer.text);
	return answer;
}
const idIn = (answer: Answer, name: string): string => {
	const id = ok(answer).response[name];
	assert.ok(typeof id === 'string' || typeof id === 'number', answer.text);
	return String(id);
};
const newKey = () => Array.from({ length: 16 }, () => 'ABCDEFGHJKLMNPQRSTUVWXYZ'[randomInt(24)]).join('');

/** Two partners, who speaks for them, an open invitation, a post with a strike against it. */
async function partnersOf(forum: Forum, cid: number, moderator: Member) {
	const { admin } = forum;
	const [owner, foreign, staff, second, asking] = [
		await forum.member(), await forum.member(), await forum.member(), await forum.member(), await forum.member(),
	];
	const [partner, otherPartner, thirdPartner] = [`at-${unique()}`, `at-${unique()}`, `at-${unique()}`];
	const save = async (id: string, owners: Member[], people: Member[]) => ok(await ask(admin, 'PUT', `/admin/partners/${id}`, {
		company: `Company ${id}`, level: 'Gold', owners: owners.map(({ uid }) => uid),
		staff: people.map(({ uid }) => ({ uid, role: 'support' })),
	}));
	await save(partner, [owner], [staff, second]);
	await save(thirdPartner, [await forum.member()], []);
	// Invited before there is another company to belong to, so that the invitation can no more be followed.
	const invitation = idIn(await ask(owner, 'POST', `/partners/${partner}/invitations`, {
		username: foreign.username, role: 'sales',
	}), 'id');
	const own = ok(await ask(foreign, 'GET', '/me/partner'));
	await save(otherPartner, [foreign], []);
	ok(await ask(asking, 'POST', `/partners/${partner}/requests`, {}));
	const reply = ok(await staff.topic({ cid, content: newText() }));
	const pid = String(reply.response.mainPid);
	assert.ok(await eventually(async () => rows(await ask(owner, 'GET', `/partners/${partner}/posts`), 'posts')
		.some(row => String(row.pid) === pid)), 'the post is the partner\'s');
	const given = ok(await ask(moderator, 'POST', `/partners/${partner}/strikes`, {
		pid, clause: '4.1', points: 1, reason: 'An advertisement.',
	}));
	return {
		people: { owner, foreign, staff },
		ids: {
			partner, otherPartner, thirdPartner, invitation, pid, askingUid: String(asking.uid),
			invitationCode: String(rows(own, 'invitations')[0]?.code), partnerTid: String(reply.response.tid),
			secondUid: String(second.uid), strike: String((given.response.strike as { id: number }).id),
			staffUid: String(staff.uid), ownerUid: String(owner.uid),
		},
	};
}

/** Somebody whose writing has ended, with the statement, and an end of access in one category of somebody else's. */
async function endedAccess(forum: Forum, cid: number) {
	const [restricted, spare] = [await forum.member(), await forum.member()];
	const ended = await restrict(forum.admin, { uid: restricted.uid, scope: 'writing' });
	const restriction = idIn(ended, 'id');
	const uploads = idIn(await restrict(forum.admin, { uid: restricted.uid, scope: 'uploads' }), 'id');
	const spareRestriction = idIn(await restrict(forum.admin, {
		uid: spare.uid, scope: { categories: [cid] },
	}), 'id');
	const mine = rows(await ask(restricted, 'GET', '/me'), 'restrictions').find(({ id }) => String(id) === restriction);
	const banned = await forum.member();
	ok(await forum.admin.ban(banned.uid));
	// A ban ends the session, and with it its token.
	banned.forgetCsrf();
	return {
		people: { restricted, banned },
		ids: {
			decision: String((ended.response.decisions as number[])[0]),
			restriction, uploads, spareRestriction, code: String(mine?.code), spareUid: String(spare.uid),
			restrictedUid: String(restricted.uid),
		},
	};
}

/** What somebody wrote, agreed to and claimed, for the rows about one's own. */
async function possessionsOf(forum: Forum, member: Member, otherCid: number, queued: Answer) {
	const { admin } = forum;
	const room = ok(await member.send('POST', '/api/v3/chats', { uids: [admin.uid] }));
	const roomId = String(room.response.roomId);
	const said = ok(await member.send('POST', `/api/v3/chats/${roomId}`, { message: 'Hello there.' }));
	const topic = ok(await member.topic({ cid: otherCid }));
	const [record] = await member.terms.records();
	return {
		roomId, mid: String(said.response.mid ?? said.response.messageId), openTid: String(topic.response.tid),
		openPid: String(topic.response.mainPid), queueId: idIn(queued, 'id'),
		licence: idIn(await ask(member, 'POST', '/me/licences', { key: newKey() }), 'id'),
		record: String(record?.id), receipt: JSON.stringify(record?.receipt), memberUid: String(member.uid),
		userslug: member.username, groupSlug: await admin.group(),
	};
}

/** A piece of structure that was applied, a list of partners ready to be applied, a checklist to spare. */
async function plansOf(forum: Forum) {
	const { admin } = forum;
	const tree = blueprintGround(forum);
	await tree.apply(tree.place('one'));
	const spare = { items: [{ key: 'done', kind: 'confirm', prompt: { 'en-GB': 'Done' } }] };
	ok(await ask(admin, 'PUT', '/admin/checklists/at-spare', spare));
	const [announced = { version: '' }] = (await admin.terms.documents()).response.documents as { version: string }[];
	return {
		profile: 'at-spare', document: 'forum', version: announced.version, other: announced.version,
		plan: idIn(await ask(admin, 'POST', '/admin/partners/import', {
			mode: 'plan', format: 'csv', text: 'id,company,owners\n',
		}), 'plan'),
	};
}

/** Places to write in, and what somebody wrote there with answers: once owing an item, once waiting for approval. */
async function placesOf(forum: Forum) {
	const { admin } = forum;
	const queueCid = await admin.category({ postQueue: 1 });
	await admin.setConfig('postQueue', 1);
	const topics = await answeredTopics(forum);
	const partnerCid = await admin.category({ postQueue: 0 });
	await admin.appoint(topics.moderator, partnerCid);
	for (const cid of [topics.cid, topics.strict, topics.other]) {
		await admin.send('PUT', `/api/v3/categories/${cid}`, { postQueue: 0 });
	}
	const queued = await topics.author.topic({ cid: queueCid });
	return { topics, queued, partnerCid, asked: await topics.owing() };
}

/** `prepare`: before anybody has an account. */
export async function makeAddressGround(
	prepare = async (_forum: Forum): Promise<void> => undefined,
): Promise<AddressGround> {
	const forum = await openForum();
	await prepare(forum);
	const { admin } = forum;
	const { topics, queued, partnerCid, asked } = await placesOf(forum);
	const { author: member, moderator: category } = topics;
	const [owing, global] = [await forum.member({ accepted: false }), await forum.member()];
	await admin.appoint(global, 'all');
	const partners = await partnersOf(forum, partnerCid, category);
	const ended = await endedAccess(forum, topics.cid);
	const ids = {
		...partners.ids, ...ended.ids, ...await plansOf(forum),
		...await possessionsOf(forum, member, topics.other, queued),
		cid: String(topics.cid), strictCid: String(topics.strict), otherCid: String(topics.other),
		tid: String(asked.tid),
		visit: idIn(await ask(member, 'POST', '/checklist/visits', { cid: topics.cid }), 'visit'),
		// What is named where a row asks for what is not there.
		adminUid: '1', noVersion: 'forum-999', noNumber: '987654321', noCode: 'no-such-code',
	};
	return {
		forum, ids,
		absent: Object.fromEntries(Object.entries(ids).map(([name, id]) =>
			[name, /^\d+$/.test(id) ? '987654321' : `absent-${name.toLowerCase()}-1`])),
		people: {
			guest: forum.guest(), owing, member, token: await forum.withToken(member), category, global, admin,
			...partners.people, ...ended.people,
		},
		async close() {
			await lift(admin, ids.restriction);
			await lift(admin, ids.uploads);
			await lift(admin, ids.spareRestriction);
			await topics.end();
			await admin.setConfig('postQueue', 0);
			await forum.close();
		},
	};
}
