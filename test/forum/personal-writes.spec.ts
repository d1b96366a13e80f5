import assert from 'node:assert/strict';
import { lift, restrict } from '../driver/access-ground';
import { unique, type Forum } from '../driver/forum';
import { newText, onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';

interface Scene {
	member: Member; other: number; third: number; roomId: number; mid: number; group: string; tid: number;
}
/** What the forum says against it; empty when it was done. */
type Write = (scene: Scene) => Promise<string>;

const dot = 'data:image/png;base64,' +
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const ours = /\(clause |“tid”/;

describe('what is written beside topics and posts (clauses 2 and 6)', function personal() {
	this.timeout(120_000);
	let forum: Forum;
	let ground: Ground;
	let pid: number;
	onGround(async (opened, places) => {
		[forum, ground] = [opened, places];
		pid = Number((await forum.admin.posts(ground.tid))[0]?.pid);
		// HOST: src/middleware/uploads.js lets a member upload ten files a minute; here each is refused or not by us.
		await forum.admin.setConfig('uploadRateLimitThreshold', 0);
	});

	type From<T> = (scene: Scene) => T;
	const http = (method: string, path: From<string>, body: From<object>): Write => async (scene) => {
		const answer = await scene.member.send(method, path(scene), body(scene));
		return answer.status < 300 ? '' : answer.message || answer.text;
	};
	const socket = (event: string, params: From<object>): Write => async scene =>
		(await forum.socket(scene.member, event, params(scene))).error;
	const profile = (field: string) => http('PUT', ({ member }) => `/api/v3/users/${member.uid}`, () => ({ [field]: newText() }));

	const chats: Record<string, Write> = {
		'a new room': http('POST', () => '/api/v3/chats', ({ other }) => ({ uids: [other], roomName: `Room ${unique()}` })),
		'the name of a room': http('PUT', ({ roomId }) => `/api/v3/chats/${roomId}`, () => ({ name: `Room ${unique()}` })),
		'somebody called into a room': http('POST', ({ roomId }) => `/api/v3/chats/${roomId}/users`, ({ third }) => ({ uids: [third] })),
		'an edit of a message': http('PUT', ({ roomId, mid }) => `/api/v3/chats/${roomId}/messages/${mid}`, () => ({ message: newText() })),
	};
	const pictures: Record<string, Write> = {
		'a picture by its address': http('PUT', ({ member }) => `/api/v3/users/${member.uid}/picture`, () => ({
			type: 'external', url: `https://example.org/${unique()}.png`, bgColor: '#f44336',
		})),
		'a picture over a socket': socket('user.uploadCroppedPicture', ({ member }) => ({ uid: member.uid, imageData: dot })),
		'a cover': socket('user.updateCover', ({ member }) => ({ uid: member.uid, imageData: dot, position: '0% 0%' })),
		'the cover of a group': socket('groups.cover.update', ({ group }) => ({ groupName: group, imageData: dot })),
	};
	const texts: Record<string, Write> = {
		'about me': profile('aboutme'), 'a signature': profile('signature'), 'a full name': profile('fullname'),
		'a new group': http('POST', () => '/api/v3/groups', () => ({ name: `g-${unique()}`, description: newText() })),
		'the words of a group': http('PUT', ({ group }) => `/api/v3/groups/${group}`, () => ({ description: newText() })),
		'a report': http('POST', () => '/api/v3/flags', () => ({ type: 'post', id: pid, reason: newText() })),
	};
	const moves: Record<string, Write> = {
		'a move of an own topic': http('PUT', ({ tid }) => `/api/v3/topics/${tid}/move`, () => ({ cid: ground.otherCid })),
		'a move over a socket': socket('topics.move', ({ tid }) => ({ tids: [tid], cid: ground.otherCid })),
		'a move of a list in a list': socket('topics.move', ({ tid }) => ({ tids: [[tid]], cid: ground.otherCid })),
	};
	const thumbs: Record<string, Write> = {
		'a picture of an own topic': async ({ member, tid }) => {
			const answer = await member.upload(`/api/v3/topics/${tid}/thumbs`);
			return answer.status < 300 ? '' : answer.message || answer.text;
		},
	};
	const all = { ...chats, ...pictures, ...texts, ...thumbs, ...moves };

	async function scene(): Promise<Scene> {
		const [member, other, third] = [await forum.member(), await forum.member(), await forum.member()];
		await forum.admin.allow(member, 0, 'group:create');
		const group = `g-${unique()}`;
		assert.equal((await member.send('POST', '/api/v3/groups', { name: group })).status, 200);
		const room = await member.send('POST', '/api/v3/chats', { uids: [other.uid] });
		const roomId = Number(room.response.roomId);
		const said = await member.send('POST', `/api/v3/chats/${roomId}`, { message: 'Hello there.' });
		assert.equal(said.status, 200, said.text);
		const { response } = said as { response: { mid?: number; messageId?: number } };
		const made = await member.topic({ cid: ground.cid });
		return {
			member, other: other.uid, third: third.uid, roomId, group, tid: Number(made.response.tid),
			mid: Number(response.mid ?? response.messageId),
		};
	}
	async function said(writes: Record<string, Write>, at: Scene): Promise<Record<string, string>> {
		const heard: Record<string, string> = {};
		for (const [name, write] of Object.entries(writes)) {
			heard[name] = await write(at);
		}
		return heard;
	}
	const closed = (heard: Record<string, string>) =>
		Object.entries(heard).filter(([, words]) => words !== '').map(([name]) => name);
	const byUs = (heard: Record<string, string>) =>
		Object.entries(heard).filter(([, words]) => ours.test(words)).map(([name]) => name);

	it('is closed to whoever owes an acceptance, and open as soon as they have given it', async () => {
		const at = await scene();
		const version = await forum.admin.publish();
		assert.deepEqual(byUs(await said(all, at)), Object.keys(all));
		const room = await forum.admin.send('GET', `/api/v3/topics/${at.tid}`);
		assert.equal(Number(room.response.cid), ground.cid, 'the topic stays where it was');
		await at.member.terms.accept(version);
		// A list in a list is an id of the wrong shape, whoever sends it.
		assert.deepEqual(byUs(await said(all, at)), ['a move of a list in a list']);
	});

	it('is open to whoever accepts in the same request', async () => {
		const { member } = await scene();
		const version = await forum.admin.publish();
		const answer = await member.send('PUT', `/api/v3/users/${member.uid}`, {
			aboutme: newText(), forumTerms: { accept: [version] },
		});
		assert.equal(answer.status, 200, answer.text);
		assert.deepEqual(await member.terms.owed(), []);
	});

	it('is not the taking away of own words, nor what stands there already', async () => {
		const { member } = await scene();
		const [aboutme, fullname] = [newText(), `Name ${unique()}`];
		const change = (body: object) => member.send('PUT', `/api/v3/users/${member.uid}`, body);
		assert.equal((await change({ aboutme, fullname })).status, 200);
		await forum.admin.publish();
		for (const body of [{ aboutme, fullname }, { aboutme: ` ${aboutme} `, fullname }, { aboutme: '', fullname }]) {
			const answer = await change(body);
			assert.equal(answer.status, 200, answer.text);
		}
		assert.match((await change({ aboutme: `${aboutme}!`, fullname })).message, /clause 2/);
	});

	for (const [scope, ended] of [
		['writing', [...Object.keys(all)]],
		['chat', Object.keys(chats)],
		['uploads', Object.keys({ ...pictures, ...thumbs })],
		['posting', Object.keys({ ...thumbs, ...moves })],
	] as const) {
		it(`ends with access to ${scope} as far as that goes, and comes back with it`, async () => {
			const at = await scene();
			const made = await restrict(forum.admin, { uid: at.member.uid, scope });
			assert.equal(made.status, 200, made.text);
			const heard = await said(all, at);
			assert.deepEqual(closed(heard).filter(name => ended.includes(name)), ended);
			assert.deepEqual(byUs(heard).filter(name => !ended.includes(name) && !name.includes('list')), []);
			await lift(forum.admin, made.response.id);
			assert.deepEqual(byUs(await said(all, at)), ['a move of a list in a list']);
		});
	}

	it('no topic of one\'s own goes where its author may not write', async () => {
		const at = await scene();
		await restrict(forum.admin, { uid: at.member.uid, scope: { categories: [ground.otherCid] } });
		assert.deepEqual(closed(await said(moves, at)), Object.keys(moves));
		assert.deepEqual(byUs(await said({ ...chats, ...texts }, at)), []);
	});

	it('a restricted member uploads nothing, and a topic that staff move is theirs to move', async () => {
		const at = await scene();
		await restrict(forum.admin, { uid: at.member.uid, scope: 'uploads' });
		for (const path of ['/api/post/upload', `/api/user/${at.member.username}/uploadpicture`]) {
			const answer = await at.member.upload(path);
			assert.equal(answer.status, 403, answer.text);
			assert.equal(answer.response.code, 'access-restricted', answer.text);
		}
		const moderator = await forum.member();
		await forum.admin.appoint(moderator, 'all');
		await forum.admin.publish();
		const moved = await moderator.send('PUT', `/api/v3/topics/${at.tid}/move`, { cid: ground.otherCid });
		assert.equal(moved.status, 200, moved.text);
	});
});
