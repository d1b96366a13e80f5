import assert from 'node:assert/strict';
import fc from 'fast-check';
import { everybody, isReached, placeOf } from '../../lib/terms/documents/rollout';
import { plainSettings } from '../../lib/terms/documents/version';
import { termsInMemory, version } from '../builders/terms';

const dayMs = 86_400_000;
type Terms = Awaited<ReturnType<typeof termsInMemory>>;
const change = (terms: Terms, parts: object) => terms.store.saveDocument('forum', {
	...plainSettings, title: 'Forum terms', ...parts,
}).then(() => terms.catalogue.forget());
const owes = async (terms: Terms, uid: number) => (await terms.acceptance.debts(uid)).map(debt => debt.version.id);
const code = (answer: { ok: true } | { ok: false; refusal: { code: string } }) => (answer.ok ? 'ok' : answer.refusal.code);

describe('staged rollout', () => {
	it('asks a share of members, and a larger share only adds to it', () => {
		const { rollout, id } = version(2);
		const member = fc.integer({ min: 1, max: 1e6 });
		fc.assert(fc.property(member, fc.nat(100), fc.nat(100), (uid, one, more) => {
			const at = (percent: number) => isReached({ id, rollout: { ...rollout, percent } }, uid, false);
			assert.ok(!at(one) || at(Math.min(100, one + more)));
		}));
		const reached = Array.from({ length: 2000 }, (_, uid) => placeOf('forum-2', uid) < 25).filter(Boolean).length;
		assert.ok(reached > 400 && reached < 600, String(reached));
	});

	it('leaves the others on the version before: they owe nothing and can still accept it', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.accept(7, 'forum-1');
		await terms.publish();
		await terms.publication.rollOut('forum', { ...everybody, percent: 0, groups: ['group-of-8'] });
		assert.deepEqual(await owes(terms, 7), []);
		assert.deepEqual(await owes(terms, 8), ['forum-2']);
		assert.deepEqual(await owes(terms, 9), ['forum-1']);
		assert.equal(code(await terms.accept(9, 'forum-1')), 'ok');
		assert.equal(code(await terms.accept(7, 'forum-2')), 'version-on-its-way');
	});

	it('pauses by itself when too many decline, and nobody new is asked', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.publish();
		await terms.publication.rollOut('forum', { ...everybody, percent: 99, declineLimit: 50, groups: ['everyone'] });
		terms.inGroup.set('everyone', Array.from({ length: 300 }, (_, uid) => uid + 1));
		for (let uid = 10; uid < 14; uid += 1) {
			await terms.accept(uid, 'forum-2');
		}
		for (let uid = 20; uid < 26; uid += 1) {
			assert.deepEqual(await owes(terms, 99), ['forum-2']);
			await terms.decline(uid, 'forum-2');
		}
		const [document] = await terms.catalogue.documents();
		assert.ok((document?.versions[1]?.rollout.pausedAt ?? 0) > 0);
		assert.deepEqual(await owes(terms, 99), ['forum-1']);
		assert.deepEqual(await owes(terms, 10), []);
	});
});

describe('staged rollout when accepting fails', () => {
	it('pauses by itself as well: nobody is kept from posting by our error', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await terms.publish();
		await terms.publication.rollOut('forum', { ...everybody, declineLimit: 30 });
		const { setObject } = terms.database;
		terms.database.setObject = async (key, data) => {
			if (key.startsWith('forum-terms:record:')) {
				throw new Error('disk full');
			}
			return setObject(key, data);
		};
		for (let uid = 10; uid < 20; uid += 1) {
			assert.deepEqual(await owes(terms, uid), ['forum-2']);
			await assert.rejects(terms.accept(uid, 'forum-2'), /disk full/);
		}
		const [document] = await terms.catalogue.documents();
		assert.ok((document?.versions[1]?.rollout.pausedAt ?? 0) > 0);
	});
});

describe('telling members', () => {
	it('happens once per version, to those who are asked', async () => {
		const terms = await termsInMemory({ });
		await terms.publish({ notify: true });
		await terms.accept(7, 'forum-1');
		assert.equal(await terms.announcements.announce(), 299);
		assert.equal(await terms.announcements.announce(), 0);
		assert.equal(terms.sent.some(({ uid }) => uid === 7), false);
		assert.equal(new Set(terms.sent.map(({ uid }) => uid)).size, 299);
	});

	it('goes on where a killed run stopped, and tells nobody twice but the batch that was cut', async () => {
		const terms = await termsInMemory();
		await terms.publish({ notify: true });
		const { send } = terms.host.messenger;
		let calls = 0;
		terms.host.messenger.send = async (uids, message) => {
			calls += 1;
			if (calls === 2) {
				throw new Error('killed');
			}
			return send(uids, message);
		};
		await assert.rejects(terms.announcements.announce());
		assert.equal(await terms.announcements.announce(), 100);
		assert.equal(terms.sent.length, 300);
		assert.equal(new Set(terms.sent.map(({ uid }) => uid)).size, 300);
	});

	it('reminds in the document\'s rhythm, and stops after so many', async () => {
		const terms = await termsInMemory();
		await terms.publish();
		await change(terms, { reminderDays: 7, mostReminders: 2 });
		assert.equal(await terms.announcements.remind(), 0);
		terms.time.at += 7 * dayMs;
		await terms.accept(9, 'forum-1');
		assert.equal(await terms.announcements.remind(), 299);
		assert.equal(await terms.announcements.remind(), 0);
		terms.time.at += 7 * dayMs;
		assert.equal(await terms.announcements.remind(), 299);
		terms.time.at += 70 * dayMs;
		assert.equal(await terms.announcements.remind(), 0);
	});
});
