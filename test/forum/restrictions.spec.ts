import assert from 'node:assert/strict';
import { isBanned, lift, liftWhole, makeRich, plan, recordThat, recordsOf, restrict, standing } from '../driver/access-ground';
import type { Forum } from '../driver/forum';
import { itOn } from '../driver/gap';
import { isInTopic, isQueued, newText, onGround, type Ground } from '../driver/ground';
import { ask, rows } from '../driver/partner-ground';

describe('access to the whole forum (clause 6)', function access() {
	this.timeout(60_000);
	let forum: Forum;
	let ground: Ground;	onGround((opened, places) => {
		[forum, ground] = [opened, places];
	});

	it('ends as planned, with all that the forum\'s own ban leaves, and one undo gives it back exactly', async () => {
		const { admin } = forum;
		const { member, token, group, scheduledTid, queuedText } = await makeRich(forum, ground);
		const before = await standing(forum, member);
		assert.ok(before.groups.includes(group) && before.privileges.length > 0);
		assert.deepEqual([before.tokens.length, before.queued.length, before.scheduled.length], [1, 1, 1]);

		const forecast = await plan(admin, { uid: member.uid, scope: 'forum' });
		assert.equal(forecast.status, 200, forecast.text);
		assert.deepEqual(await standing(forum, member), before, 'a plan changes nothing');
		const made = await restrict(admin, { uid: member.uid, scope: 'forum', plan: forecast.response.plan });
		assert.equal(made.status, 200, made.text);

		const after = await standing(forum, member);
		assert.deepEqual([after.banned, after.tokens, after.privileges], [1, [], []]);
		assert.deepEqual([after.queued, after.scheduled], [[], []]);
		assert.ok(!after.groups.includes(group));
		assert.deepEqual([await member.isLoggedIn(), await token.isLoggedIn()], [false, false]);
		assert.notEqual((await forum.logIn(member)).answer.status, 200);
		const { effects } = (await ask(admin, 'GET', `/admin/restrictions/${String(made.response.id)}`)).response;
		const done = (effects as { kind: string; count: number }[]).filter(({ kind }) => kind !== 'sessions')
			.map(({ kind, count }) => `${kind} ${count}`);
		const told = rows(forecast, 'effects').filter(({ what, kind }) => what !== 'stays' && kind !== 'sessions')
			.map(({ kind, count }) => `${String(kind)} ${String(count)}`);
		assert.deepEqual(done, told);

		const lifted = await liftWhole(admin, made.response.id);
		assert.equal(lifted.status, 200, lifted.text);
		assert.deepEqual(lifted.response.lost, []);
		assert.deepEqual(await standing(forum, member), before);
		assert.ok(await token.isLoggedIn(), 'the same token speaks for him again');
		assert.ok(await isQueued(forum, queuedText));
		assert.equal((await forum.logIn(member)).answer.status, 200);
		assert.ok(scheduledTid > 0);
	});

	it('gives a global moderator their group back', async () => {
		const member = await forum.member();
		await forum.admin.appoint(member, 'all');
		const before = await standing(forum, member);
		const made = await restrict(forum.admin, { uid: member.uid, scope: 'forum' });
		assert.ok(!(await standing(forum, member)).groups.includes('Global Moderators'));
		await liftWhole(forum.admin, made.response.id);
		assert.deepEqual(await standing(forum, member), before);
	});

	it('ends for a while, and comes back by itself when its time is over', async () => {
		const member = await forum.member();
		const made = await restrict(forum.admin, { uid: member.uid, scope: 'forum', until: Date.now() + 2500 });
		assert.equal(made.status, 200, made.text);
		assert.ok(await isBanned(forum, member));
		await new Promise(resolve => setTimeout(resolve, 2600));
		await forum.host.read(member.uid);
		const record = await recordThat(forum, member, ({ state }) => state === 'ended');
		assert.equal((record.ended as { why: string }).why, 'expired');
		assert.equal((await forum.logIn(member)).answer.status, 200);
	});

	it('takes what they wrote out of sight when that is decided, and brings it back with an undo', async () => {
		const member = await forum.member();
		const text = newText();
		const reply = await member.reply(ground.tid, { content: text });
		assert.equal(reply.status, 200, reply.text);
		const isSeen = async () => (await forum.guest().get(`/api/topic/${ground.tid}`)).text.includes(text);
		assert.ok(await isInTopic(forum, ground.tid, text) && await isSeen());
		const made = await restrict(forum.admin, { uid: member.uid, scope: 'posting', content: { posts: 'all' } });
		assert.equal(made.status, 200, made.text);
		assert.ok(!await isSeen());
		await lift(forum.admin, made.response.id);
		assert.ok(await isSeen());
	});

	itOn('sandbox', 'what a real forum mails is in nobody\'s outbox',
		'is told by one letter with a link, never by the forum\'s own mail, and without notice by none', async () => {
			const mailsTo = async (email: string) =>
				(await forum.admin.get('/admin/sandbox/outbox')).text.split(new RegExp(`"to":"[^"]*${email}`)).length - 1;
			for (const notice of ['sent', 'none']) {
				const member = await forum.member();
				const email = `${member.username}@example.org`;
				await forum.confirmEmail(member, email);
				const before = await mailsTo(email);
				const made = await restrict(forum.admin, { uid: member.uid, scope: 'forum', notice });
				assert.equal(made.status, 200, made.text);
				assert.equal(await mailsTo(email) - before, notice === 'sent' ? 1 : 0, notice);
				assert.equal(Number(made.response.noticedAt) > 0, notice === 'sent');
				await lift(forum.admin, made.response.id);
			}
		});

	it('is read in a statement without logging in, with the own data and one appeal', async () => {
		const [member, guest] = [await forum.member(), forum.guest()];
		const made = await restrict(forum.admin, { uid: member.uid, scope: 'posting', clause: '4.2' });
		const { restrictions } = (await member.terms.call('GET', '/me')).response as { restrictions: { code: string }[] };
		const code = restrictions[0]?.code ?? assert.fail();
		await restrict(forum.admin, { uid: member.uid, scope: 'forum' });
		assert.equal(await member.isLoggedIn(), false);
		const statement = await guest.get(`/api/v3/plugins/forum-terms/access/${code}`);
		const { response } = statement.json as { response: Record<string, unknown> };
		assert.deepEqual([response.id, response.clause, response.note], [made.response.id, '4.2', undefined]);
		assert.equal((await guest.get(`/forum-terms/access/${code}`)).status, 200);
		const own = await guest.get(`/api/v3/plugins/forum-terms/access/${code}/export`);
		assert.equal((own.json as { uid: number }).uid, member.uid);
		const appeal = () => ask(guest, 'POST', `/access/${code}/appeal`, { text: 'I have not written that.' });
		assert.deepEqual([(await appeal()).status, (await appeal()).status], [200, 409]);
		for (const path of ['', '/export']) {
			assert.equal((await guest.get(`/api/v3/plugins/forum-terms/access/${code.slice(0, -2)}zz${path}`)).status, 404);
		}
	});

	it('is kept from coming back to the same mailbox in a neutral sentence, and may afterwards', async () => {
		const member = await forum.member();
		await forum.confirmEmail(member, `${member.username}@example.org`);
		const made = await restrict(forum.admin, { uid: member.uid, scope: 'forum' });
		const again = () => forum.admin.send('POST', '/api/v3/users', {
			username: `b${member.username}`.slice(0, 15), password: 'Another-pass-11!',
			email: `${member.username.toUpperCase()}+again@Example.org`,
		});
		const refused = await again();
		assert.equal(refused.status >= 400, true, refused.text);
		assert.ok(!refused.text.includes(member.username) && !/ban|restrict/i.test(refused.message), refused.message);
		await lift(forum.admin, made.response.id);
		const welcome = await again();
		assert.equal(welcome.status, 200, welcome.text);
	});
});

describe('who ends whose access (clause 6)', function rights() {
	this.timeout(60_000);
	let forum: Forum;
	let ground: Ground;	onGround((opened, places) => {
		[forum, ground] = [opened, places];
	});

	it('is asked on the server for every route: role × scope', async () => {
		const [target, plain, globalModerator, moderator] = [
			await forum.member(), await forum.member(), await forum.member(), await forum.member(),
		];
		await forum.admin.appoint(globalModerator, 'all');
		await forum.admin.appoint(moderator, ground.cid);
		const scopes = ['forum', 'writing', 'posting', { categories: [ground.cid] }, { categories: [ground.otherCid] }];
		const table: Record<string, number[]> = {};
		const people = { guest: forum.guest(), plain, moderator, globalModerator, admin: forum.admin };
		for (const [name, who] of Object.entries(people)) {
			table[name] = [];
			for (const scope of scopes) {
				table[name].push((await plan(who, { uid: target.uid, scope })).status);
			}
		}
		assert.deepEqual(table, {
			// Muting is a right of its own, which NodeBB gives to administrators alone.
			guest: [401, 401, 401, 401, 401], plain: [403, 403, 403, 403, 403], moderator: [403, 403, 403, 200, 403],
			globalModerator: [200, 403, 200, 200, 200], admin: [200, 200, 200, 200, 200],
		});
		const made = await restrict(forum.admin, { uid: target.uid, scope: 'posting' });
		const path = `/admin/restrictions/${String(made.response.id)}`;
		for (const [who, status] of [[forum.guest(), 401], [plain, 403], [moderator, 404], [target, 403]] as const) {
			assert.equal((await ask(who, 'GET', path)).status, status);
			assert.equal((await ask(who, 'DELETE', path, { reason: 'x' })).status, status);
			assert.equal((await ask(who, 'PUT', `${path}/appeal`, { decision: 'granted', answer: 'x' })).status, status);
			assert.equal((await ask(who, 'PUT', `${path}/cause`, { clause: '1' })).status, status);
		}
		assert.equal((await recordsOf(forum, target)).length, 1);
	});

	it('is nobody over themself or an administrator, and bad input names its field', async () => {
		const globalModerator = await forum.member();
		await forum.admin.appoint(globalModerator, 'all');
		assert.equal((await restrict(globalModerator, { uid: forum.admin.uid, scope: 'forum' })).status, 403);
		assert.equal((await restrict(globalModerator, { uid: globalModerator.uid, scope: 'posting' })).status, 403);
		const target = await forum.member();
		for (const [body, field] of [
			[{ scope: 'everything' }, 'scope'], [{ scope: { categories: [999_999] } }, '999999'], [{ until: 5 }, 'end'],
			[{ withoutCause: true }, 'clause'], [{ clause: '9.9' }, 'clause'], [{ evidence: ['1'] }, '1'], [{ uid: 0 }, 'uid'],
		] as const) {
			const answer = await restrict(forum.admin, { uid: target.uid, scope: 'posting', ...body });
			assert.equal(answer.status, 400, answer.text);
			const told = `${String(answer.response.field)} ${answer.message}`;
			assert.ok(told.includes(field), `${field}: ${told}`);
		}
		assert.equal((await restrict(forum.admin, { uid: 99_999_999, scope: 'posting' })).status, 404);
		assert.deepEqual(await recordsOf(forum, target), []);
	});

	it('is nobody over whoever has a wider say there, and in nothing below that they do not moderate', async () => {
		const child = await forum.admin.category({ parentCid: ground.cid, postQueue: 0 });
		const [ofParent, ofChild, globalModerator, plain] = [
			await forum.member(), await forum.member(), await forum.member(), await forum.member(),
		];
		await forum.admin.appoint(ofParent, ground.cid);
		await forum.admin.appoint(ofChild, child);
		await forum.admin.appoint(globalModerator, 'all');
		const scope = { categories: [ground.cid] };
		const before = await standing(forum, ofChild);
		for (const target of [globalModerator, ofChild]) {
			const answer = await restrict(ofParent, { uid: target.uid, scope });
			assert.equal(answer.status, 403, answer.text);
			assert.deepEqual(await recordsOf(forum, target), []);
		}
		assert.deepEqual(await standing(forum, ofChild), before);
		assert.equal((await restrict(ofParent, { uid: plain.uid, scope })).status, 200);
		const [inParent, inChild] = [
			await plain.topic({ cid: ground.cid, content: newText() }),
			await plain.topic({ cid: child, content: newText() }),
		];
		assert.deepEqual([inParent.status >= 400, inChild.status], [true, 200], inChild.text);
		const above = await restrict(forum.admin, { uid: globalModerator.uid, scope });
		assert.equal(above.status, 200, above.text);
		assert.equal((await lift(ofParent, above.response.id)).status, 404);
		assert.equal((await lift(forum.admin, above.response.id)).status, 200);
	});

	it('refuses the same twice by the number of the first', async () => {
		const target = await forum.member();
		const first = await restrict(forum.admin, { uid: target.uid, scope: 'posting' });
		const again = await restrict(forum.admin, { uid: target.uid, scope: 'replies' });
		assert.equal(again.status, 409);
		assert.ok(again.message.includes(String(first.response.id)), again.message);
	});
});
