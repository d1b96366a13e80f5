import assert from 'node:assert/strict';
import { isBanned, lift, restrict } from '../driver/access-ground';
import type { Forum } from '../driver/forum';
import { onGround } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask } from '../driver/partner-ground';
import type { Visitor } from '../driver/visitor';

const anyLink = /\b\d+-[0-9a-f]{40}\b/;
const api = '/api/v3/plugins/forum-terms';

describe('the way into a statement (clause 6)', function statement() {
	this.timeout(120_000);
	let forum: Forum;
	let moderator: Member;
	onGround(async (opened) => {
		forum = opened;
		moderator = await forum.member();
		await forum.admin.appoint(moderator, 'all');
	});

	/** What a member reads of themself alone. */
	async function ownCode(member: Visitor): Promise<string> {
		const { restrictions } = (await ask(member, 'GET', '/me')).response as { restrictions: { code: string }[] };
		return restrictions[0]?.code ?? assert.fail();
	}
	async function atLogIn(member: Member): Promise<string> {
		const { answer } = await forum.logIn(member);
		return /\/forum-terms\/access\/(\S+)/.exec(answer.json.reason as string)?.[1] ?? assert.fail(answer.text);
	}
	/** Everything that somebody who is not the member can read about them. */
	async function readBy(who: Visitor, { uid, username }: Member, id: unknown): Promise<string> {
		const pages = await Promise.all([
			`/api/user/${username}`, `/user/${username}`, `/api/user/uid/${uid}`, `/api/user/${username}/info`,
			`/api/user/${username}/forum-terms`, `/user/${username}/forum-terms`, '/api/users', '/api/flags',
			'/api/notifications',
			`/api/forum-terms/restrictions?uid=${uid}`, `/api/forum-terms/restrictions?id=${String(id)}`,
			`/api/forum-terms/access/${String(id)}`,
			`${api}/admin/restrictions`, `${api}/admin/restrictions/${String(id)}`, `${api}/admin/restrictions?uid=${uid}`,
			`${api}/admin/members/${uid}/records`, `${api}/access/${String(id)}`, `${api}/access/${String(id)}/export`,
			'/api/admin/advanced/events', '/api/admin/advanced/errors', '/api/admin/advanced/logs',
		].map(path => who.get(path)));
		const socket = await forum.socket(who, 'user.getUserByUID', uid);
		return [...pages.map(({ text }) => text), JSON.stringify(socket)].join('\n');
	}

	for (const scope of ['forum', 'writing', 'posting'] as const) {
		it(`is in nothing that anybody else reads of an end of "${scope}"`, async () => {
			const [member, stranger] = [await forum.member(), await forum.member()];
			const { response: { id } } = await restrict(forum.admin, { uid: member.uid, scope });
			const others = { guest: forum.guest(), stranger, moderator, admin: forum.admin };
			for (const [name, who] of Object.entries(others)) {
				const text = await readBy(who, member, id);
				assert.doesNotMatch(text, anyLink, name);
			}
			await ask(forum.guest(), 'POST', `/access/${String(id)}/appeal`, { text: 'I am not the member.' });
			await ask(stranger, 'POST', `/access/${String(id)}/appeal`, { text: 'I am not the member.' });
			const read = await ask(forum.admin, 'GET', `/admin/restrictions/${String(id)}`);
			assert.equal(read.response.appeal, null, 'nobody else uses up the appeal');
			await lift(forum.admin, id);
		});
	}

	it('says in core\'s own reason in words where the member finds it', async () => {
		const [banned, muted] = [await forum.member(), await forum.member()];
		await restrict(forum.admin, { uid: banned.uid, scope: 'forum' });
		await restrict(forum.admin, { uid: muted.uid, scope: 'writing' });
		const standings = await forum.host.access('standings', [banned.uid, muted.uid]);
		assert.match(standings[0]?.ban?.reason ?? '', /clause 4\.1.*e-mail.*log in/);
		assert.match(standings[1]?.mute?.reason ?? '', /clause 4\.1.*My agreements/);
		const read = await forum.guest().get(`/api/user/uid/${muted.uid}`);
		assert.equal(read.json.mutedReason, standings[1]?.mute?.reason);
	});

	it('is given at log-in, after the right password alone, to the statement and the appeal, not to the data', async () => {
		const member = await forum.member();
		const { response: { id } } = await restrict(forum.admin, { uid: member.uid, scope: 'forum', clause: '4.2' });
		assert.ok(await isBanned(forum, member));
		const wrong = await forum.guest().login(member.username, 'Another-pass-11!');
		assert.doesNotMatch(wrong.text, anyLink);
		const [code, guest] = [await atLogIn(member), forum.guest()];
		const statement = await ask(guest, 'GET', `/access/${code}`);
		assert.deepEqual([statement.response.id, statement.response.clause], [id, '4.2']);
		assert.equal((await ask(guest, 'GET', `/access/${code}/export`)).status, 404);
		assert.equal((await ask(guest, 'POST', `/access/${code}/appeal`, { text: 'I have not written that.' })).status, 200);
		await lift(forum.admin, id);
		assert.equal((await forum.logIn(member)).answer.status, 200);
	});

	it('is not given at log-in where the notice has not gone out yet, nor to whoever lost only a part', async () => {
		const member = await forum.member();
		await restrict(forum.admin, { uid: member.uid, scope: 'forum', notice: 'none' });
		assert.doesNotMatch((await forum.logIn(member)).answer.text, anyLink);
	});

	it('opens by its number to the member who is logged in, with the data and the appeal, and to nobody else', async () => {
		const [member, stranger] = [await forum.member(), await forum.member()];
		const { response: { id } } = await restrict(forum.admin, { uid: member.uid, scope: 'posting' });
		const path = `/access/${String(id)}`;
		for (const who of [stranger, moderator, forum.admin, forum.guest()]) {
			assert.equal((await ask(who, 'GET', path)).status, 404);
			assert.equal((await ask(who, 'GET', `${path}/export`)).status, 404);
			assert.equal((await ask(who, 'POST', `${path}/appeal`, { text: 'This is not mine to say.' })).status, 404);
		}
		assert.equal((await member.get(`/forum-terms${path}`)).status, 200);
		assert.equal((await ask(member, 'GET', path)).response.id, id);
		assert.equal((await member.get(`${api}${path}/export`)).json.uid, member.uid);
		assert.doesNotMatch((await member.get(`${api}/me/export`)).text, anyLink);
		assert.equal((await ask(member, 'POST', `${path}/appeal`, { text: 'I have not written that.' })).status, 200);
		const silent = await restrict(forum.admin, { uid: stranger.uid, scope: 'posting', notice: 'none' });
		assert.equal((await ask(stranger, 'GET', `/access/${String(silent.response.id)}`)).status, 404, 'not told by the way');
	});

	it('is one writing of one link: anything else opens nothing', async () => {
		const [member, other, guest] = [await forum.member(), await forum.member(), forum.guest()];
		await restrict(forum.admin, { uid: member.uid, scope: 'posting' });
		await restrict(forum.admin, { uid: other.uid, scope: 'posting' });
		const [code, foreign] = [await ownCode(member), await ownCode(other)];
		assert.equal((await ask(guest, 'GET', `/access/${code}`)).status, 200);
		const [number = '', seal = ''] = code.split('-');
		const lies = [
			`${code}0`, code.slice(0, -1), code.toUpperCase(), `0${code}`, `${number}.0-${seal}`, `${number}-${foreign.split('-')[1] ?? ''}`,
			`%20${code}`, `${code}%20`, `${code}%00`, `${code}.`, number, '0', '-1', '__proto__', `${number},${code}`,
		].filter(lie => lie !== code);
		for (const lie of lies) {
			for (const path of [`${api}/access/${lie}`, `${api}/access/${lie}/export`, `/api/forum-terms/access/${lie}`]) {
				const { status } = await guest.get(path);
				// U+0000 is refused before anybody looks.
				assert.ok(status === 404 || status === 401 || (status === 400 && lie.endsWith('%00')), `${path}: ${status}`);
			}
		}
	});

	it('is gone with the account', async () => {
		const [member, guest] = [await forum.member(), forum.guest()];
		await restrict(forum.admin, { uid: member.uid, scope: 'posting' });
		const code = await ownCode(member);
		assert.equal((await guest.get(`${api}/access/${code}/export`)).status, 200);
		const gone = await forum.admin.send('DELETE', `/api/v3/users/${member.uid}/account`, {});
		assert.equal(gone.status, 200, gone.text);
		for (const path of [`${api}/access/${code}`, `${api}/access/${code}/export`, `/api/forum-terms/access/${code}`]) {
			assert.equal((await guest.get(path)).status, 404, path);
		}
		assert.equal((await ask(guest, 'POST', `/access/${code}/appeal`, { text: 'Is anybody there?' })).status, 404);
	});

	it('is in no log, whatever goes wrong with it', async () => {
		const [member, guest] = [await forum.member(), forum.guest()];
		await restrict(forum.admin, { uid: member.uid, scope: 'posting' });
		const codes = [await ownCode(member)];
		await restrict(forum.admin, { uid: member.uid, scope: 'forum' });
		codes.push(await atLogIn(member));
		for (const code of codes) {
			for (const path of [`/forum-terms/access/${code}`, `/api/forum-terms/access/${code}`, `/forum-terms/access/${code}.`,
				`${api}/access/${code}`, `${api}/access/${code}x`, `${api}/access/${code}/export`]) {
				await guest.get(path);
			}
			await guest.request('POST', `${api}/access/${code}/appeal`, '{"text":"Without a token."}', { 'content-type': 'application/json' });
			await ask(guest, 'POST', `/access/${code}/appeal`, { text: 5 });
			await ask(guest, 'POST', `/access/${code}/appeal`, { text: 'With a token, this time.' });
		}
		assert.ok(forum.log().length > 0);
		assert.doesNotMatch(forum.log(), anyLink);
		codes.forEach(code => assert.ok(!forum.log().includes(code.split('-')[1] ?? '')));
		assert.doesNotMatch((await forum.admin.get('/api/admin/advanced/errors')).text, anyLink);
	});
});
