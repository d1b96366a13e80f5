import assert from 'node:assert/strict';
import type { DecisionAct } from '../../lib/kernel/offers/decision-book';
import { accessGround, codeOf, decision, restricted } from '../builders/access';

type Ground = ReturnType<typeof accessGround>;

const decided = async ({ book }: Ground) => (await book.store.page({}, { count: 20 })).rows.reverse();
const acts = async (ground: Ground): Promise<DecisionAct[]> => (await decided(ground)).map(({ act }) => act);

/** Member 7 wrote post 9 in category 5. */
function written(ground: Ground, content = 'Buy at Acme. /assets/uploads/files/1-price.pdf'): void {
	ground.kept.set('9', {
		pid: '9', tid: 3, cid: 5, uid: 7, timestamp: 1000, editedAt: 2000, content, title: 'Prices', slug: '3/prices',
		isDeleted: false, deleterUids: [], isLocked: false, named: {},
	});
}

describe('decisions about access, on the one record (clauses 1 and 6)', () => {
	it('are all of them: restricting, a reason given, lifting, answering an appeal, bans and mutes of the forum', async () => {
		const ground = accessGround();
		ground.administrators.add(2);
		const { id } = await restricted(ground, { scope: 'chat' });
		await ground.restrictions.lift(id, 1, 'A mistake.', false);
		for (const isGranted of [true, false]) {
			const appealed = await restricted(ground, { scope: 'uploads' });
			await ground.appeals.appeal({ code: String(appealed.id), uid: 7 }, 'I did not do it.');
			await ground.appeals.answer(appealed.id, 2, isGranted, 'Looked at again.');
		}
		await ground.forum.access.ban(7, 5, { until: 0, reason: 'spam' });
		await ground.hostBans.began('ban', { uid: 7, by: 5, until: 0, reason: 'spam' });
		await ground.restrictions.setCause(4, 1, { clause: '4.1', withoutCause: false, reason: 'spam', evidence: [] });
		await ground.forum.access.unban(7, 5, '');
		await ground.hostBans.over('ban', { uid: 7, by: 5, reason: 'fine' });
		assert.deepEqual(await acts(ground),
			['restrict', 'lift', 'restrict', 'grant', 'restrict', 'decline', 'restrict', 'change', 'lift']);
		const all = await decided(ground);
		assert.deepEqual(all.map(({ by }) => by), [1, 1, 1, 2, 1, 2, 5, 1, 5]);
		assert.deepEqual(all.map(({ about }) => about), [0, 1, 0, 3, 0, 5, 0, 7, 7]);
		const own = 'own-look ';
		assert.deepEqual(all.map(({ source: { kind, id: from } }) => `${kind} ${from}`), [own, own, own, 'appeal 3', own, 'appeal 5', own, own, own]);
	});

	it('name clause, version and sentence of their day, for whoever is told and for staff', async () => {
		const ground = accessGround();
		const { id } = await restricted(ground, { scope: 'chat', clause: '4.1' });
		ground.terms.version = 'forum-2';
		const [one = assert.fail()] = await ground.store.read([id]);
		assert.equal(one.termsVersion, 'forum-1');
		assert.equal((await ground.statements.of(one, 'de')).sentence?.text, '4.1 of forum-1');
		const later = await restricted(ground, { scope: 'uploads', clause: '4.1' });
		assert.equal(later.termsVersion, 'forum-2');
	});

	it('of a ban without a reason get the version in which the reason is given', async () => {
		const ground = accessGround();
		await ground.forum.access.ban(7, 5, { until: 0, reason: 'spam' });
		await ground.hostBans.began('ban', { uid: 7, by: 5, until: 0, reason: 'spam' });
		ground.terms.version = 'forum-2';
		await ground.restrictions.setCause(1, 1, { clause: '1', withoutCause: false, target: 'team', reason: '', evidence: [] });
		const [one = assert.fail()] = await ground.store.read([1]);
		assert.deepEqual([one.termsVersion, one.target], ['forum-2', 'team']);
		assert.deepEqual((await decided(ground)).map(({ ground: why, against }) => [why, against]),
			[['owed', null], ['cause', 'team']]);
	});

	it('without cause say so in a code, and which version allowed it', async () => {
		const ground = accessGround();
		await restricted(ground, { clause: undefined, withoutCause: true });
		const [one] = await decided(ground);
		assert.deepEqual([one?.ground, one?.clause, one?.termsVersion], ['no-cause-given', null, 'forum-1']);
	});

	it('with neither clause nor “without cause” are refused, and leave no record', async () => {
		const ground = accessGround();
		for (const wrong of [{ clause: undefined }, { clause: '4.1', withoutCause: true }, { clause: '4.1', target: 'team' }]) {
			assert.notEqual(codeOf(await ground.restrictions.restrict(decision(wrong), 1)), 'done');
		}
		assert.deepEqual([await decided(ground), await ground.book.store.open()], [[], []]);
	});

	it('keep the texts in question as they stood, whatever becomes of the posts', async () => {
		const ground = accessGround();
		written(ground);
		const one = await restricted(ground, { scope: 'chat', evidence: ['9'] });
		ground.kept.delete('9');
		const { texts } = await ground.statements.of(one, 'en-GB');
		assert.deepEqual(texts, [{
			pid: '9', title: 'Prices', content: 'Buy at Acme. /assets/uploads/files/1-price.pdf', writtenAt: 1000, isPurged: false,
		}]);
	});

	it('say why nobody is told, and when they are told all the same', async () => {
		const ground = accessGround();
		const day = 86_400_000;
		const later = ground.time.at + (30 * day);
		const cases: [more: object, notice: object][] = [
			[{ notice: 'sent' }, { kind: 'sent' }],
			[{ notice: 'later', noticeAt: ground.time.at + day }, { kind: 'later', at: ground.time.at + day }],
			[{ notice: 'none' }, { kind: 'later', at: later }],
			[{ notice: 'none', noticeReason: 'safety' }, { kind: 'none', why: 'safety', at: later }],
			[{ notice: 'none', noticeReason: 'duplicate', noticeAt: ground.time.at + day },
				{ kind: 'none', why: 'duplicate', at: ground.time.at + day }],
			[{ notice: 'none', noticeReason: 'legal-hold' }, { kind: 'none', why: 'legal-hold', at: 0 }],
			[{ notice: 'none', noticeReason: 'spam-account' }, { kind: 'none', why: 'spam-account', at: 0 }],
		];
		for (const [more, notice] of cases) {
			const { id } = await restricted(ground, { scope: 'chat', ...more });
			assert.deepEqual((await decided(ground)).at(-1)?.notice, notice);
			await ground.restrictions.lift(id, 1, 'next', false);
		}
		assert.equal(codeOf(await ground.restrictions.restrict(decision({ noticeReason: 'safety' }), 1)), 'restriction-notice-reason');
	});

	it('are for whoever may see the restriction: those who ban, mute, or moderate all that the member moderated', async () => {
		const ground = accessGround();
		ground.moderators.set(7, [5]);
		const sight = async (more: object) => {
			await restricted(ground, more);
			return (await decided(ground)).at(-1)?.sight;
		};
		assert.deepEqual(await sight({ scope: { categories: [6] } }), { right: 'moderate', cids: [5, 6] });
		assert.deepEqual(await sight({ scope: 'chat' }), { right: 'staff', cids: [] });
		assert.deepEqual(await sight({ scope: 'forum' }), { right: 'ban', cids: [] });
		ground.globalStaff.add(8);
		ground.moderators.set(8, [5]);
		assert.deepEqual(await sight({ uid: 8, scope: { categories: [6] } }), { right: 'moderate', cids: 'all' });
	});

	it('name who decided to those affected if the setting says so, otherwise nobody', async () => {
		const ground = accessGround();
		const one = await restricted(ground, { scope: 'chat' });
		assert.equal((await ground.statements.brief(one, 'en-GB')).decidedBy, '');
		ground.settings.showDecider = true;
		assert.equal((await ground.statements.brief(one, 'en-GB')).decidedBy, 'member 1');
		assert.equal((await ground.statements.brief({ ...one, by: 0, decisions: [] }, 'en-GB')).decidedBy, '');
	});

	it('are not made when a restriction ends by itself', async () => {
		const ground = accessGround();
		await restricted(ground, { scope: 'chat', until: ground.time.at + 1000 });
		ground.time.at += 2000;
		await ground.lifecycle.work();
		assert.deepEqual(await acts(ground), ['restrict']);
	});
});
