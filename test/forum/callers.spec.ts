import assert from 'node:assert/strict';
import type { Forum } from '../driver/forum';
import { itOn } from '../driver/gap';
import { onGround, type Ground } from '../driver/ground';
import { Member } from '../driver/member';
import type { Answer } from '../driver/visitor';

type Body = Record<string, unknown>;
type Send = (method: string, path: string, body: Body) => Promise<Answer>;

describe('whoever the forum acts for is the one who is judged (clause 2)', function callers() {
	this.timeout(60_000);
	let forum: Forum;
	let ground: Ground;
	onGround((opened, places) => {
		[forum, ground] = [opened, places];
	});

	/** Every way in which one request can come from this member; all of them are the same person to the forum. */
	async function waysOf(member: Member): Promise<Record<string, Send>> {
		const nobody = new Member(forum.url, 0, '');
		const [{ token = '' }, { token: master = '' }] = [await forum.withToken(member), await forum.withToken(nobody)];
		const { uid } = member;
		const bare = (authorization: string, query = '', more: Body = {}) => (method: string, path: string, body: Body) =>
			// A browser of its own each time: NodeBB makes a session of a token, and ends it only after the answer.
			new Member(forum.url, 0, '').request(method, path + query, JSON.stringify({ ...body, ...more }), {
				authorization, 'content-type': 'application/json',
			});
		const basic = `Basic ${Buffer.from('some:body').toString('base64')}`;
		return {
			'a session': (method, path, body) => member.send(method, path, body),
			'a session beside a foreign header': (method, path, body) => member.send(method, path, body, { authorization: basic }),
			'a token': bare(`Bearer ${token}`),
			'a token in other letters': bare(`bEARER ${token}`),
			'access_token in the query': bare(basic, `?access_token=${token}`),
			'access_token in the body': bare(basic, '', { access_token: token }),
			'a master token': bare(`Bearer ${master}`, '', { _uid: uid }),
			'a master token with its uid in the query': bare(`Bearer ${master}`, `?_uid=${uid}`),
			'a master token with an empty uid in the body': bare(`Bearer ${master}`, `?_uid=${uid}`, { _uid: '' }),
			'a master token with a list': bare(`Bearer ${master}`, '', { _uid: [uid] }),
			'a master token with a uid and a tail': bare(`Bearer ${master}`, '', { _uid: `${uid}x` }),
			'a master token in the query': bare(basic, `?access_token=${master}&_uid=${uid}`),
		};
	}

	it('a member who owes is refused, and one who has accepted is not, whatever proves who they are', async () => {
		const member = await forum.member();
		const tid = Number((await member.topic({ cid: ground.cid })).response.tid);
		const ways = await waysOf(member);
		const version = await forum.admin.publish();
		const tried = async (): Promise<[string, number, unknown][]> => {
			const answers: [string, number, unknown][] = [];
			for (const [name, send] of Object.entries(ways)) {
				const answer = await send('PUT', `/api/v3/topics/${tid}/tags`, { tags: ['calls'] });
				answers.push([name, answer.status, answer.response.code ?? null]);
			}
			return answers;
		};
		const names = Object.keys(ways);
		assert.deepEqual(await tried(), names.map(name => [name, 403, 'terms-unaccepted']));
		await member.terms.accept(version);
		assert.deepEqual(await tried(), names.map(name => [name, 200, null]));
	});

	itOn('nodebb', 'the sandbox reads no bodies with files in them', 'a body of another kind is the same', async () => {
		const member = await forum.member();
		const token = await forum.withToken(member);
		const tid = Number((await member.topic({ cid: ground.cid })).response.tid);
		const version = await forum.admin.publish();
		// HOST: src/middleware/index.js `checkRequired` fails by itself on such a body; this route has no such check.
		const part = `--part\r\ncontent-disposition: form-data; name="cid"\r\n\r\n${ground.otherCid}\r\n--part--\r\n`;
		const send = () => token.request('POST', `/api/v3/topics/${tid}/crossposts`, part, {
			'content-type': 'multipart/form-data; boundary=part',
		});
		const refused = await send();
		assert.deepEqual([refused.status, refused.response.code], [403, 'terms-unaccepted'], refused.text);
		await member.terms.accept(version);
		assert.notEqual((await send()).response.code, 'terms-unaccepted');
	});

	it('nobody else is judged: a token that is none, or two at once, act for nobody', async () => {
		const member = await forum.member();
		const { token = '' } = await forum.withToken(member);
		const tid = Number((await member.topic({ cid: ground.cid })).response.tid);
		const nobody = new Member(forum.url, 0, '');
		for (const [authorization, query] of [
			['Bearer none', ''], [`Bearer ${token}`, `?access_token=${token}`], ['Basic', `?access_token=${token}`],
		] as const) {
			const answer = await nobody.request('PUT', `/api/v3/topics/${tid}/tags${query}`, JSON.stringify({ tags: ['calls'] }), {
				authorization, 'content-type': 'application/json',
			});
			assert.ok([401, 403].includes(answer.status), `${authorization}${query}: ${answer.status}`);
			assert.equal(answer.response.code, undefined);
		}
	});
});
