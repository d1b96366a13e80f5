import assert from 'node:assert/strict';
import { accessGround, restricted } from '../builders/access';
import { mortal } from '../builders/mortal';
import { purged } from '../builders/retention';

const day = 86_400_000;
const words = 'I have not written that.';
type Ground = ReturnType<typeof accessGround>;

async function appealed(ground: Ground, more: object): Promise<number> {
	const { id } = await restricted(ground, { reason: 'An advertisement.', note: 'Seen before.', ...more });
	const made = await ground.appeals.appeal({ code: String(id), uid: 7 }, words);
	assert.ok(made.ok, JSON.stringify(made));
	return id;
}
const rowOf = async ({ store }: Ground, id: number) => (await store.read([id]))[0] ?? assert.fail();
const said = async ({ store }: Ground, id: number) => (await store.events(id)).map(event => event.words).join('|');

describe('restrictions of a deleted account (clauses 2 and 6)', () => {
	it('keep neither its words nor what it would get back, wherever a process died while it erased', async () => {
		const run = async (at: number) => {
			const ground = accessGround();
			await appealed(ground, { scope: 'chat' });
			const { id } = await restricted(ground, { scope: 'forum' });
			const { host, writes } = mortal(ground.host, at);
			await ground.process(host).erasure.forget(7).catch(() => undefined);
			await ground.process(ground.host).erasure.forget(7);
			const stored = ground.database.everything();
			for (const gone of [words, 'secret', 'reply-1', 'Later']) {
				assert.ok(!stored.includes(gone), `${gone}, killed before ${writes[at] ?? 'the end'}`);
			}
			const watched = await ground.database.sortedSetPage('forum-terms:restriction-takers:Testers', { count: 1, min: 0, max: 9, isNewestFirst: false });
			assert.deepEqual(watched, []);
			const events = (await ground.store.events(id)).filter(({ kind }) => kind === 'account-deleted');
			assert.equal(events.length, 1);
			return writes.length;
		};
		const writes = await run(Infinity);
		for (let at = 0; at < writes; at += 1) {
			await run(at);
		}
	});

	it('keep their history, and lose its words, also where events are rows of their own, as in earlier versions', async () => {
		const ground = accessGround();
		const id = await appealed(ground, { scope: 'chat' });
		const row = await ground.database.getObject(`forum-terms:restriction:${id}`) ?? assert.fail();
		await ground.database.deleteObjectFields(`forum-terms:restriction:${id}`, ['event1', 'lastEvent']);
		await ground.database.setObject(`forum-terms:restriction-events:${id}`, { last: 1, event1: String(row.event1) });
		const kinds = async () => (await ground.store.events(id)).map(({ kind }) => kind);
		const before = await kinds();
		assert.deepEqual(before, ['decided', 'started', 'noticed', 'appealed']);
		assert.match(await said(ground, id), /Seen before\..*I have not written that/);
		await ground.store.dropWords(id, () => true);
		assert.deepEqual([await kinds(), await said(ground, id)], [before, '|||']);
	});

	it('end at their time without giving anything back to nobody, and end the block of a return', async () => {
		const ground = accessGround();
		ground.forum.emails.set(7, ['one@example.org']);
		const { id } = await restricted(ground, { until: ground.time.at + day });
		await ground.erasure.forget(7);
		ground.forum.deleted.add(7);
		ground.forum.held.delete(7);
		assert.equal(await ground.returns.isBlocked({ email: 'one@example.org', ip: '' }), true);
		ground.time.at += 2 * day;
		await ground.lifecycle.work();
		assert.equal((await rowOf(ground, id)).ended?.why, 'expired');
		assert.deepEqual(ground.forum.held.get(7)?.groups ?? [], []);
		assert.deepEqual(ground.forum.held.get(7)?.tokens ?? [], []);
		assert.equal(await ground.returns.isBlocked({ email: 'one@example.org', ip: '' }), false);
	});

	it('neither ban nor mute nobody, whatever staff still decide or a process left half done', async () => {
		for (const scope of ['forum', 'writing'] as const) {
			const ground = accessGround();
			const { id } = await restricted(ground, { scope, until: ground.time.at + day });
			await ground.erasure.forget(7);
			ground.forum.deleted.add(7);
			ground.forum.held.delete(7);
			ground.forum.calls.length = 0;
			assert.ok((await ground.newEnds.set(id, 1, 0, 'For good.')).ok);
			await ground.store.journal.write(id, (await ground.store.journal.read(id))?.steps ?? []);
			await ground.store.change(await rowOf(ground, id), { state: 'starting' });
			ground.time.at += 61_000;
			await ground.store.setDue(id, ground.time.at);
			await ground.lifecycle.work();
			assert.ok((await ground.restrictions.lift(id, 1, 'Nobody is left.', false)).ok);
			assert.deepEqual(ground.forum.calls, [], scope);
		}
	});

	it('block the return of somebody who leaves before the announced start', async () => {
		const ground = accessGround();
		ground.forum.emails.set(7, ['one@example.org']);
		const { id } = await restricted(ground, { from: ground.time.at + day });
		await ground.erasure.forget(7);
		ground.forum.emails.delete(7);
		ground.forum.deleted.add(7);
		ground.time.at += 2 * day;
		await ground.lifecycle.work();
		assert.equal((await rowOf(ground, id)).state, 'active');
		assert.equal(await ground.returns.isBlocked({ email: 'one@example.org', ip: '' }), true);
	});

	it('wait for nobody: an appeal that was open is none', async () => {
		const ground = accessGround();
		await appealed(ground, { scope: 'chat' });
		await ground.erasure.forget(7);
		assert.deepEqual((await ground.store.appealed({ count: 5 })).rows, []);
	});
});

describe('the words of a restriction when their time is over (clause 2)', () => {
	const aged = (ground: Ground, days: number) =>
		purged(ground, days, { keepDecisionTextDays: 10, keepDecisionDays: 100 });

	it('stay while it lasts; then the appeal goes with the texts, and what staff said with the decision', async () => {
		const ground = accessGround();
		const id = await appealed(ground, { scope: 'chat' });
		await ground.appeals.answer(id, 1, false, 'You have.');
		await aged(ground, 200);
		assert.equal((await rowOf(ground, id)).appeal?.text, words);
		await ground.restrictions.lift(id, 1, 'Long enough.', false);
		await aged(ground, 11);
		const { appeal, reason } = await rowOf(ground, id);
		assert.deepEqual([appeal?.text, appeal?.answer, reason], ['', 'You have.', 'An advertisement.']);
		assert.ok(!(await said(ground, id)).includes(words));
		await aged(ground, 100);
		const bare = await rowOf(ground, id);
		assert.deepEqual([bare.reason, bare.note, bare.ended?.reason, bare.appeal?.answer, bare.clause], ['', '', '', '', '4.1']);
		assert.equal((await said(ground, id)).replaceAll('|', ''), '');
	});

	it('stay as long as the forum’s own pages extended it', async () => {
		const ground = accessGround();
		const id = await appealed(ground, { scope: 'forum', until: ground.time.at + day });
		await ground.forum.access.ban(7, 1, { until: 0, reason: '' });
		await ground.hostBans.began('ban', { uid: 7, by: 1, until: 0, reason: '' });
		assert.equal((await rowOf(ground, id)).until, 0);
		await aged(ground, 200);
		assert.equal((await rowOf(ground, id)).appeal?.text, words);
		const [first] = await ground.book.read((await rowOf(ground, id)).decisions);
		assert.equal(first?.facts, 'An advertisement.', 'the decision itself');
	});
});
