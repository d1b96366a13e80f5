import assert from 'node:assert/strict';
import type { Restriction } from '../../lib/access/restriction/restriction';
import { lineOf } from '../../lib/access/desk/staff-line';
import type { RestrictionView } from '../../lib/access/restriction/view';
import { minutePhrase } from '../../lib/kernel/refusals/message';
import { accessGround, restricted } from '../builders/access';

const day = 86_400_000;

describe('what a member is told of the end of their access (clause 6)', () => {
	const withAddress = (address = 'seven@example.org') => {
		const ground = accessGround();
		ground.fields.set('7 email', address);
		const read = async (id: number) => (await ground.store.read([id]))[0] ?? assert.fail();
		const last = async (id: number) => (await ground.store.events(id)).at(-1)?.kind;
		return { ...ground, read, last };
	};

	it('is a letter when all of it has ended, and is on record', async () => {
		const ground = withAddress();
		const { id } = await restricted(ground);
		assert.deepEqual(ground.letters.map(({ address, kind }) => [address, kind]), [['seven@example.org', 'access-ended']]);
		assert.deepEqual([(await ground.read(id)).isUnreached, await ground.last(id)], [false, 'noticed']);
	});

	for (const [name, address] of [['without a confirmed address', ''], ['whose mail server refuses', 'broken@example.org']] as const) {
		it(`is said not to have arrived at somebody ${name}`, async () => {
			const ground = withAddress(address);
			const { id } = await restricted(ground);
			assert.deepEqual([(await ground.read(id)).isUnreached, await ground.last(id)], [true, 'not-told']);
			assert.equal(lineOf(viewOf(await ground.read(id)), []).told, 'unreached');
		});
	}

	it('says of a restriction that waits what will be and from when, not that it has ended', async () => {
		const ground = withAddress();
		await restricted(ground, { from: ground.time.at + day, reason: 'Spam' });
		assert.deepEqual(ground.letters, []);
		const [message] = ground.sent;
		assert.deepEqual([message?.kind, message?.facts], ['access-ending', [
			{ key: 'forum-terms:restriction.scope.forum' }, '4.1', 'Spam',
			{ key: 'forum-terms:day.at', facts: [{ key: 'forum-terms:day.1', facts: ['2', '2026'] }, '00:00'] },
			{ key: 'forum-terms:access.banned.for-good', facts: [] },
		]]);
	});

	it('goes out on its date also when the restriction is over by then', async () => {
		const ground = withAddress();
		const start = ground.time.at;
		const { id } = await restricted(ground, { until: start + day, notice: 'none', noticeAt: start + (3 * day) });
		ground.time.at = start + day;
		await ground.lifecycle.work();
		assert.deepEqual([(await ground.read(id)).state, ground.sent, ground.letters], ['ended', [], []]);
		assert.equal(lineOf(viewOf(await ground.read(id)), []).told, 'later');
		ground.time.at = start + (3 * day);
		await ground.lifecycle.work();
		await ground.lifecycle.work();
		assert.deepEqual(ground.sent.map(({ kind }) => kind), ['access-past']);
		assert.equal((await ground.read(id)).noticedAt, start + (3 * day));
	});

	it('never goes out of what somebody took back before its date', async () => {
		const ground = withAddress();
		const start = ground.time.at;
		const { id } = await restricted(ground, { notice: 'none', noticeAt: start + (3 * day) });
		await ground.restrictions.lift(id, 1, 'a mistake', false);
		ground.time.at = start + (4 * day);
		await ground.lifecycle.work();
		assert.deepEqual([ground.sent, ground.letters], [[], []]);
		assert.equal(lineOf(viewOf(await ground.read(id)), []).told, 'never');
	});

	it('about a declined appeal is a letter to somebody who cannot log in, and says when it did not arrive', async () => {
		for (const [address, kind] of [['seven@example.org', 'appeal-declined'], ['broken@example.org', 'not-told']] as const) {
			const ground = withAddress(address);
			const one = await restricted(ground);
			await ground.appeals.appeal({ code: await ground.notices.code(one, 'statement'), uid: 0 }, 'This was my brother.');
			assert.ok((await ground.appeals.answer(one.id, 1, false, 'It was not.')).ok);
			assert.deepEqual(ground.letters.at(-1)?.kind, 'access-confirmed');
			assert.deepEqual(ground.letters.at(-1)?.facts, ['It was not.']);
			assert.equal(await ground.last(one.id), kind);
		}
	});

	it('about a declined appeal is a message to somebody who lost only a part', async () => {
		const ground = withAddress();
		const one = await restricted(ground, { scope: 'chat' });
		await ground.appeals.appeal({ code: await ground.notices.code(one, 'statement'), uid: 0 }, 'I never chat at all.');
		await ground.appeals.answer(one.id, 1, false, 'You did.');
		assert.deepEqual([ground.sent.at(-1)?.kind, ground.letters], ['restriction-answered', []]);
	});

	it('says until when, or that it lasts', async () => {
		const lasting = { key: 'forum-terms:access.banned.for-good', facts: [] };
		for (const [scope, at] of [['forum', 2], ['chat', 3]] as const) {
			for (const isLimited of [true, false]) {
				const ground = withAddress();
				const until = isLimited ? ground.time.at + day : 0;
				await restricted(ground, { scope, until });
				const [message] = [...ground.letters, ...ground.sent];
				assert.deepEqual(message?.facts[at], isLimited ? {
					key: 'forum-terms:access.banned.until', facts: [minutePhrase(until)],
				} : lasting, `${scope} ${until}`);
			}
		}
	});

	it('of an appeal answered after the end says so, and what the answer is', async () => {
		for (const [isGranted, said] of [[true, 'granted'], [false, 'declined']] as const) {
			const ground = withAddress();
			const one = await restricted(ground, { scope: 'chat', until: ground.time.at + day });
			await ground.appeals.appeal({ code: String(one.id), uid: 7 }, 'I never chat at all.');
			ground.time.at += 2 * day;
			await ground.lifecycle.work();
			assert.ok((await ground.appeals.answer(one.id, 1, isGranted, 'Looked again.')).ok);
			const { kind, facts } = ground.sent.at(-1) ?? assert.fail();
			assert.deepEqual([kind, facts], ['restriction-answered-late', [
				{ key: `forum-terms:statement.appeal.${said}` }, 'Looked again.',
			]]);
		}
	});

	it('of an end says why, also when nobody gave a reason', async () => {
		const ground = withAddress();
		await restricted(ground, { scope: 'chat', until: ground.time.at + day });
		ground.time.at += 2 * day;
		await ground.lifecycle.work();
		assert.deepEqual(ground.sent.at(-1)?.facts[1], { key: 'forum-terms:restriction.end.expired' });
	});

	it('goes out when the forum’s own pages extend a ban or a mute, start it early, or end it', async () => {
		for (const [scope, kind, changed] of [['forum', 'ban', 'ban-changed'], ['writing', 'mute', 'access-changed']] as const) {
			for (const from of [0, Date.UTC(2026, 0, 3)]) {
				const ground = withAddress();
				await restricted(ground, { scope, from, until: Date.UTC(2026, 0, 9) });
				const told = () => [...ground.letters, ...ground.sent].map(message => message.kind);
				const before = told().length;
				await ground.forum.access[kind](7, 1, { until: 0, reason: '' });
				await ground.hostBans.began(kind, { uid: 7, by: 1, until: 0, reason: '' });
				await ground.hostBans.began(kind, { uid: 7, by: 1, until: 0, reason: '' });
				assert.deepEqual([told().length - before, told().includes(changed)], [1, true], `${kind} ${from}`);
				await ground.forum.access[kind === 'ban' ? 'unban' : 'unmute'](7, 1, '');
				await ground.hostBans.over(kind, { uid: 7, by: 1, reason: '' });
				assert.equal(ground.sent.at(-1)?.kind, 'access-given-back');
			}
		}
	});

	it('goes out at once for a mute of the forum’s own, which says nothing, and not for a ban, of which it writes', async () => {
		for (const [kind, told] of [['ban', []], ['mute', ['access-restricted']]] as const) {
			const ground = withAddress();
			await ground.forum.access[kind](7, 1, { until: 0, reason: 'Calm down.' });
			for (let i = 0; i < 2; i += 1) {
				await ground.hostBans.began(kind, { uid: 7, by: 1, until: 0, reason: 'Calm down.' });
			}
			assert.deepEqual([...ground.letters, ...ground.sent].map(message => message.kind), told, kind);
		}
	});

	it('goes out once somebody gives the reason of a ban or a mute of the forum’s own', async () => {
		for (const [kind, changed] of [['ban', 'ban-changed'], ['mute', 'access-changed']] as const) {
			const ground = withAddress();
			await ground.forum.access[kind](7, 1, { until: 0, reason: '' });
			await ground.hostBans.began(kind, { uid: 7, by: 1, until: 0, reason: '' });
			const [one = assert.fail()] = (await ground.store.list(0, { count: 1 })).rows;
			const told = () => [...ground.letters, ...ground.sent].filter(message => message.kind === changed);
			assert.deepEqual(told(), []);
			const cause = { clause: '4.1', withoutCause: false, reason: 'spam', evidence: [] } as const;
			assert.ok((await ground.restrictions.setCause(one.id, 1, cause)).ok);
			assert.deepEqual(told().map(({ facts }) => facts.includes('spam')), [true], kind);
		}
	});

	it('opens to its link until thirty days after the end of the restriction, and as long as the account is there', async () => {
		for (const [more, lasting] of [[{}, 0], [{ until: 5 * day }, 5 * day]] as const) {
			const ground = withAddress();
			const start = ground.time.at;
			const one = await restricted(ground, { scope: 'posting', ...lasting ? { until: start + lasting } : more });
			const code = await ground.notices.code(one, 'data');
			const isOpen = async () => (await ground.appeals.openedWithData({ code, uid: 0 })).ok;
			assert.ok(await isOpen());
			if (lasting === 0) {
				ground.time.at = start + (400 * day);
				assert.ok(await isOpen(), 'for good');
				await ground.restrictions.lift(one.id, 1, 'enough', false);
			}
			const end = lasting === 0 ? ground.time.at : start + lasting;
			ground.time.at = end + (30 * day) - 1;
			assert.ok(await isOpen(), 'the last moment');
			ground.time.at += 1;
			assert.ok(!await isOpen(), 'thirty days after the end');
			assert.ok((await ground.appeals.openedWithData({ code: String(one.id), uid: 7 })).ok, 'logged in it is still his');
		}
	});

	it('is gone with the account', async () => {
		const ground = withAddress();
		const one = await restricted(ground);
		const code = await ground.notices.code(one, 'data');
		ground.gone.add(7);
		assert.ok(!(await ground.appeals.openedWithData({ code, uid: 0 })).ok);
		assert.ok(!(await ground.appeals.opened({ code, uid: 0 })).ok);
	});

	it('is behind a link only in what reaches somebody who cannot log in any more', async () => {
		for (const [more, isSigned] of [
			[{}, true], [{ from: Date.UTC(2026, 1, 1) }, true], [{ scope: 'posting' }, false], [{ scope: 'writing' }, false],
		] as const) {
			const ground = withAddress();
			const { id } = await restricted(ground, more);
			const [message] = [...ground.letters, ...ground.sent];
			assert.equal(/-[0-9a-f]{40}$/.test(message?.path ?? ''), isSigned, message?.path);
			assert.ok(message?.path.startsWith(`/forum-terms/access/${id}`));
			await ground.restrictions.lift(id, 1, 'a mistake', false);
			assert.equal(ground.sent.at(-1)?.path, `/forum-terms/access/${id}`);
		}
	});
});

function viewOf(restriction: Restriction): RestrictionView {
	return { ...restriction, username: '', userslug: '', byName: '', scopeName: 'forum', endedByName: '' };
}
