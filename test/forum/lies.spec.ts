import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { restrict } from '../driver/access-ground';
import { openForum, unique, type Forum } from '../driver/forum';
import { isInCategory, isInTopic, makeGround, newText, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';
import { Program } from '../driver/program';
import { ask } from '../driver/partner-ground';
import type { Answer } from '../driver/visitor';

type Body = Record<string, unknown>;
type Sent = Readonly<Record<string, string>>;

/** Somebody whom every door turns away, with something of their own to change at each. */
interface Barred {
	session: Member; token: Member; secret: string;
	tid: number; pid: number; queuedId: string;
}

/** A way of writing: what an honest client sends, and which fields are its own. */
interface Act {
	name: string;
	honest: Body;
	own: readonly string[];
	send(who: Member, barred: Barred, body: Body, query: string): Promise<Answer>;
}

/** What a lie may change nothing of: whether it went through, and the sentence. */
const verdict = ({ status, message, text }: Answer) =>
	(message ? `${status} ${message}` : `${status} ${/forum-\d+|clause [\d.]+/.exec(text)?.[0] ?? ''}`);

describe('lies change nothing at any door', function lies() {
	this.timeout(60_000);
	let forum: Forum;
	let ground: Ground;
	let securityCid: number;
	let openTid: number;
	/** Restricted by staff, and one who owes the terms. */
	let barred: Record<'restricted' | 'owing', Barred>;

	/** Somebody with a topic of their own, another post, and a topic that waits. */
	async function somebody(): Promise<Barred> {
		const session = await forum.member();
		const queued = await session.topic({ cid: ground.queueCid, title: `Waits ${unique()}` });
		assert.equal(queued.response.queued, true, queued.text);
		const topic = await session.topic({ cid: ground.cid, title: `Topic ${unique()}` });
		const reply = await session.reply(ground.tid, { content: newText() });
		const token = await forum.withToken(session);
		return {
			session, token, secret: token.token ?? '', tid: Number(topic.response.tid), pid: Number(reply.response.pid),
			queuedId: String(queued.response.id),
		};
	}

	before(async () => {
		forum = await openForum();
		ground = await makeGround(forum);
		securityCid = await forum.admin.category({ postQueue: 0 });
		await ask(forum.admin, 'PUT', '/admin/checklists/lies-alert', {
			kind: 'security', items: [{ key: 'seen', kind: 'text', prompt: { 'en-GB': 'What have you seen?' } }],
		});
		await ask(forum.admin, 'PUT', '/admin/checklist-places', { topics: { [securityCid]: 'lies-alert' } });
		openTid = Number((await forum.admin.topic({ cid: securityCid })).response.tid);
		barred = { restricted: await somebody(), owing: await somebody() };
		const made = await restrict(forum.admin, { uid: barred.restricted.session.uid, scope: 'posting' });
		assert.equal(made.status, 200, made.text);
		await forum.admin.publish();
		await barred.restricted.session.terms.accept(await forum.admin.inForce());
	});
	after(async () => {
		await ask(forum.admin, 'PUT', '/admin/checklist-places', { topics: {} });
		await forum.admin.setConfig('postQueue', 0);
		await forum.close();
	});

	const at = (path: string, query: string) => `/api/v3${path}${query}`;
	const acts = (): Act[] => [
		{
			name: 'topic', honest: { cid: ground.cid, title: 'Calls drop', content: 'They drop, all of them.' },
			own: ['cid', 'title', 'content', 'tags'],
			send: (who, _own, body, query) => who.send('POST', at('/topics', query), body),
		},
		{
			name: 'topic for the queue', honest: { cid: ground.queueCid, title: 'Calls drop', content: 'They drop.' },
			own: ['cid', 'title', 'content', 'tags'],
			send: (who, _own, body, query) => who.send('POST', at('/topics', query), body),
		},
		{
			name: 'reply', honest: { content: 'Have a look at the timer.' }, own: ['content'],
			send: (who, _own, body, query) => who.send('POST', at(`/topics/${ground.tid}`, query), body),
		},
		{
			name: 'edit', honest: { content: 'Another text that is long enough.' },
			own: ['content', 'title', 'tags'],
			send: (who, { pid }, body, query) => who.send('PUT', at(`/posts/${pid}`, query), body),
		},
		...(['PUT', 'PATCH', 'DELETE'] as const).map((method): Act => ({
			name: `${method} of tags`, honest: { tags: ['sip'] }, own: ['tags'],
			send: (who, { tid }, body, query) => who.send(method, at(`/topics/${tid}/tags`, query), body),
		})),
		{
			name: 'crosspost', honest: { cid: ground.otherCid }, own: ['cid'],
			send: (who, { tid }, body, query) => who.send('POST', at(`/topics/${tid}/crossposts`, query), body),
		},
		{
			name: 'change of what waits', honest: { content: 'Another text that is long enough.' }, own: ['id', 'content', 'title', 'tags', 'cid'],
			send: (who, { queuedId }, body, query) => who.send('PUT', at(`/posts/queue/${queuedId}`, query), body),
		},
	];

	/** Everything that could be taken for a place, an origin, an author or a time. */
	function lying(own: readonly string[]): fc.Arbitrary<Body> {
		const ids = [
			securityCid, String(securityCid), ground.otherCid, openTid, 1, '1', 0, '0', '', [securityCid], { 0: securityCid }, null,
			true, -1, '__proto__', 'https://elsewhere.example/1',
		];
		const id = fc.constantFrom<unknown>(...ids);
		const yes = fc.constantFrom<unknown>(true, 'true', 1, null);
		const lies: Record<string, fc.Arbitrary<unknown>> = {
			cid: id, tid: id, pid: id, toPid: fc.constant(1), mainPid: id, queued: id, uid: id,
			fromQueue: yes, isMain: yes, scheduled: yes, deleted: yes, noscript: fc.constant('true'), forumTermsAccept: fc.constant('forum-1'),
			_activitypub: fc.constant({ url: 'https://elsewhere.example/1' }), handle: fc.constant('Somebody'),
			origin: fc.constant('queue-approval'), act: fc.constant('chat'), place: fc.constant({ cid: securityCid }),
			author: fc.constant({ kind: 'system' }), caller: fc.constant({ uid: 1 }), constructor: id,
		};
		return fc.record(Object.fromEntries(Object.entries(lies).filter(([name]) => !own.includes(name))),
			{ requiredKeys: [] });
	}

	/** The boldest lies first, then some of every kind. */
	function liesFor(own: readonly string[]): Body[] {
		const bold: Body = { cid: securityCid, tid: openTid, fromQueue: true, noscript: 'true', pid: 1, uid: 1 };
		return [Object.fromEntries(Object.entries(bold).filter(([name]) => !own.includes(name))),
			...fc.sample(lying(own), { numRuns: 4, seed: 13 })];
	}

	const ways: readonly [string, (one: Barred) => [Member, string]][] = [
		['a page', ({ session }) => [session, '']],
		['a bearer token', ({ token }) => [token, '']],
		['a token in the address', ({ secret }) => [new Program(forum.url), `?access_token=${secret}`]],
	];

	for (const who of ['restricted', 'owing'] as const) {
		for (const [way, by] of ways) {
			it(`${who === 'restricted' ? 'of a restricted member' : 'of a member who owes the terms'} by ${way}`, async () => {
				for (const { name, honest, own, send } of acts()) {
					const [member, query] = by(barred[who]);
					const truth = await send(member, barred[who], honest, query);
					assert.ok(truth.status >= 400 && truth.status < 500, `${name}: ${truth.status} ${truth.text}`);
					assert.match(truth.message, /clause/, `${name}: ${truth.text}`);
					for (const lie of liesFor(own)) {
						const answer = await send(member, barred[who], { ...lie, ...honest }, query);
						assert.equal(verdict(answer), verdict(truth), `${name} ${JSON.stringify(lie)}`);
					}
				}
			});
		}

		it(`${who === 'restricted' ? 'of a restricted member' : 'of a member who owes the terms'} over a socket`, async () => {
			const { session, queuedId } = barred[who];
			const honest = { id: queuedId, content: 'Another text that is long enough.' };
			const said = async (body: Body) => (await forum.socket(session, 'posts.editQueuedContent', body)).error;
			const truth = await said(honest);
			assert.match(truth, /clause/);
			for (const lie of liesFor(['id', 'content', 'title', 'tags', 'cid'])) {
				assert.equal(await said({ ...lie, ...honest }), truth, JSON.stringify(lie));
			}
		});

		it(`${who === 'restricted' ? 'of a restricted member' : 'of a member who owes the terms'} without script`, async () => {
			const { session } = barred[who];
			const topic: Sent = { cid: String(ground.cid), title: 'Calls drop', content: 'They drop, all of them.' };
			for (const [honest, lies] of [
				[topic, [{ fromQueue: 'true', uid: '1', pid: '1', isMain: 'true', handle: 'Somebody' }]],
				[{ tid: String(ground.tid), content: 'Have a look at the timer.' }, [
					{ cid: String(securityCid) }, { cid: '0', fromQueue: 'true', uid: '1' }, { cid: '', _uid: '1' },
				]],
			] as const) {
				const truth = await session.compose(honest);
				assert.equal(truth.status, 400, truth.text.slice(0, 300));
				for (const lie of lies) {
					const answer = await session.compose({ ...lie, ...honest });
					assert.equal(verdict(answer), verdict(truth), JSON.stringify(lie));
				}
			}
		});
	}

	it('and whoever may write still writes, at the place that the act goes by', async () => {
		const member = await forum.member();
		for (const lie of [{ fromQueue: true, tid: openTid, pid: 1, uid: 1, isMain: false }, { noscript: 'true', _uid: 1 }]) {
			const [title, text] = [`Topic ${unique()}`, newText()];
			const topic = await member.topic({ ...lie, cid: ground.cid, title });
			assert.equal(topic.status, 200, topic.text);
			assert.equal(await isInCategory(forum, ground.cid, title), true);
			const reply = await member.reply(ground.tid, { ...lie, tid: undefined, cid: securityCid, content: text });
			assert.equal(reply.status, 200, reply.text);
			assert.equal(await isInTopic(forum, ground.tid, text), true);
		}
	});

	it('a place of another shape is no place: 400 names the field, and nothing is stored', async () => {
		const member = await forum.member();
		const { tid } = (await member.topic({ cid: ground.cid })).response;
		for (const cid of [[ground.cid], { 0: ground.cid }, true, null, '', 0, '0', `0${ground.cid}`, '__proto__'] as never[]) {
			const title = `Topic ${unique()}`;
			for (const answer of [
				await member.topic({ cid, title }), await member.crosspost(Number(tid), cid),
				await member.terms.check({ cid, title, content: newText() }),
			]) {
				assert.equal(answer.status, 400, `${JSON.stringify(cid)} ${answer.text}`);
			}
			assert.equal(await isInCategory(forum, ground.cid, title), false);
		}
		for (const query of [`cid[]=${ground.cid}`, `cid=${ground.cid}&cid=1`, 'cid=', 'cid=0', 'tid[0]=1', 'cid=__proto__']) {
			const answer = await member.terms.posting(`?${query}`);
			assert.deepEqual([answer.status, answer.response.field], [400, query.startsWith('tid') ? 'tid' : 'cid'], query);
		}
		for (const fields of [{ 'cid[]': String(ground.cid) }, { 'tid[]': String(ground.tid) }, { tid: '0' }, { cid: 'x' }]) {
			const answer = await member.compose({ title: 'Calls drop', content: newText(), ...fields as unknown as Sent });
			assert.equal(answer.status, 400, JSON.stringify(fields));
		}
	});

	it('a check takes the ids of its act only, and what it promises is good for that place and kind', async () => {
		const member = await forum.member();
		const [title, content] = ['Calls drop after an update', newText()];
		for (const [body, field] of [
			[{ act: 'topic', cid: ground.cid, tid: ground.tid }, 'tid'], [{ act: 'reply', tid: ground.tid, cid: ground.cid }, 'cid'],
			[{ act: 'edit', pid: 1, tid: ground.tid }, 'tid'], [{ cid: ground.cid, tid: ground.tid }, 'cid'],
			[{ act: 'reply', cid: ground.cid }, 'cid'], [{ act: 'reply' }, 'tid'],
		] as const) {
			const answer = await member.terms.check({ ...body, content });
			assert.deepEqual([answer.status, answer.response.field], [400, field], JSON.stringify(body));
		}
		const both = await member.terms.posting(`?cid=${ground.cid}&tid=${ground.tid}`);
		assert.deepEqual([both.status, both.response.field], [400, 'cid']);
		const checked = await member.terms.check({ act: 'topic', cid: ground.cid, title, content });
		assert.equal(checked.status, 200, checked.text);
		const { token } = checked.response as { token: string };
		await forum.admin.publish();
		const elsewhere = await member.topic({ cid: ground.otherCid, title, content, forumTerms: { token } });
		assert.match(elsewhere.message, /clause 2/);
		const here = await member.topic({ cid: ground.cid, title, content, forumTerms: { token } });
		assert.equal(here.status, 200, here.text);
	});
});
