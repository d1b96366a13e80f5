import assert from 'node:assert/strict';
import { rowOf } from '../../lib/kernel/refusals/message-kind';
import { range } from 'lodash';
import { company, suspensionOf } from '../builders/company';

const because = { clause: '4.12', reason: 'Invented endorsements.', by: 1 } as const;

/** The answer waits for nobody to be told. */
async function settled(): Promise<void> {
	for (let i = 0; i < 50; i += 1) {
		await new Promise(resolve => setImmediate(resolve));
	}
}

describe('word of a suspension (clause 4.12)', () => {
	it('reaches owners by e-mail too, with the statement of reasons, and staff in the forum, and again at its end', async () => {
		const { put, suspensions, sent, notified } = company();
		await put('acme');
		await suspensions.suspend('acme', { ...because, notice: 'sent' });
		await suspensions.lift('acme', 'They mended them.', 1);
		await settled();
		const heard = (all: typeof sent) => all.map(({ uid, kind, facts }) => [uid, kind, ...facts]);
		const words = (uid: number) => [
			[uid, 'partner-suspended', 'Company acme', '4.12', 'Invented endorsements.'],
			[uid, 'partner-lifted', 'Company acme', '4.12', 'They mended them.'],
		];
		assert.deepEqual([heard(sent), heard(notified)], [words(7), words(8)]);
		assert.match(String(sent[0]?.reasons), /scope-suspension, Company acme.*4\.12 as in forum-2.*Invented endorsements/);
		assert.deepEqual([...sent.slice(1), ...notified].map(({ reasons }) => reasons ?? ''), ['', '', '']);
		assert.equal(new Set([...sent, ...notified].map(({ id }) => id)).size, 4);
		assert.ok([...sent, ...notified].every(({ kind }) => rowOf(kind).isWhole));
	});

	it('reaches nobody when the administrator says so, not at its end either', async () => {
		const { put, suspensions, sent, notified } = company();
		await put('acme');
		assert.ok((await suspensions.suspend('acme', { ...because, notice: 'none' })).ok);
		assert.ok((await suspensions.lift('acme', 'They mended them.', 1)).ok);
		await settled();
		assert.deepEqual([sent, notified], [[], []]);
	});

	it('is not given for what was not done, and the suspension stands when it cannot be given', async () => {
		const { put, suspensions, announcements, sent, host, errors, store } = company();
		await put('acme');
		await suspensions.lift('acme', 'Nothing to lift.', 1);
		const { send } = host.messenger;
		host.messenger.send = async () => Promise.reject(new Error('no mail server'));
		assert.ok((await suspensions.suspend('acme', { ...because, notice: 'sent' })).ok);
		await settled();
		assert.equal((await store.account('acme'))?.suspension?.clause, '4.12');
		assert.deepEqual([sent, errors.map(({ event }) => event)], [[], ['announcement']]);
		host.messenger.send = send;
		await announcements.resume();
		assert.deepEqual(sent.map(({ uid, kind }) => [uid, kind]), [[7, 'partner-suspended']], 'the job tries again');
	});

	it('is given by the job when the process died right after the suspension was stored', async () => {
		const { put, accounts, announcements, sent, notified } = company();
		await put('acme');
		// Nobody sends: only the decision is stored.
		assert.ok((await accounts.suspend('acme', suspensionOf())).ok);
		assert.ok((await accounts.lift('acme', 'They mended them.', 1)).ok);
		assert.deepEqual([sent, notified], [[], []]);
		await announcements.resume();
		await announcements.resume();
		const kinds = ['partner-suspended', 'partner-lifted'];
		assert.deepEqual([sent.map(({ kind }) => kind), notified.map(({ kind }) => kind)], [kinds, kinds], 'once each, in order');
	});

	it('goes on behind the last ones who were told, and is one notification for each, however often it is tried', async () => {
		const { put, accounts, announcements, sent, notified, host } = company();
		await put('acme', { owners: [5, 7], staff: range(1000, 2600).map(uid => ({ uid, role: 'sales' as const })) });
		await accounts.suspend('acme', suspensionOf());
		const { notify } = host.messenger;
		let batches = 0;
		host.messenger.notify = async (uids, message) => {
			batches += 1;
			return batches === 3 ? Promise.reject(new Error('killed')) : notify(uids, message);
		};
		await announcements.resume();
		assert.deepEqual([sent.map(({ uid }) => uid), notified.length], [[5, 7], 1000]);
		await announcements.resume();
		assert.deepEqual(sent.map(({ uid }) => uid), [5, 7], 'no owner gets a second mail');
		assert.deepEqual(notified.map(({ uid }) => uid), range(1000, 2600), 'everybody once');
		assert.equal(new Set(notified.map(({ id }) => id)).size, 1);
	});

	it('goes out on its date, with its end if that came before', async () => {
		const day = 86_400_000;
		for (const isLifted of [false, true]) {
			const { put, suspensions, announcements, sent, notified, time, book } = company();
			await put('acme');
			const noticeAt = time.at + (3 * day);
			assert.ok((await suspensions.suspend('acme', { ...because, notice: 'none', noticeReason: 'safety', noticeAt })).ok);
			assert.deepEqual((await book.get(1))?.notice, { kind: 'none', why: 'safety', at: noticeAt });
			void (isLifted && assert.ok((await suspensions.lift('acme', 'They mended them.', 1)).ok));
			await settled();
			time.at += 3 * day - 1;
			await announcements.resume();
			assert.deepEqual([sent, notified], [[], []]);
			time.at += 1;
			await announcements.resume();
			const kind = isLifted ? 'partner-was-suspended' : 'partner-suspended';
			assert.deepEqual([...sent, ...notified].map(one => [one.uid, one.kind]), [[7, kind], [8, kind]]);
			assert.match(String(sent[0]?.reasons), /Invented endorsements/);
		}
	});

	it('stays away for good for a legal hold or a spam account alone', async () => {
		for (const [noticeReason, at] of [['legal-hold', 0], ['spam-account', 0], ['duplicate', 30], [undefined, 30]] as const) {
			const { put, suspensions, time, book } = company();
			await put('acme');
			assert.ok((await suspensions.suspend('acme', { ...because, notice: 'none', noticeReason })).ok);
			const due = at === 0 ? 0 : time.at + (at * 86_400_000);
			assert.deepEqual((await book.get(1))?.notice, noticeReason ? { kind: 'none', why: noticeReason, at: due } : { kind: 'later', at: due });
		}
	});

	it('is refused with a reason for a notice that is sent, a date in the past, and a target without clause 1', async () => {
		const { put, suspensions, time, book } = company();
		await put('acme');
		for (const [wrong, field] of [
			[{ notice: 'sent', noticeReason: 'safety' }, 'noticeReason'], [{ notice: 'later', noticeAt: time.at - 1 }, 'noticeAt'],
			[{ notice: 'sent', target: 'team' }, 'target'],
		] as const) {
			const outcome = await suspensions.suspend('acme', { ...because, ...wrong });
			assert.deepEqual(outcome.ok ? '' : outcome.refusal.field, field);
		}
		assert.equal(await book.get(1), null);
		assert.ok((await suspensions.suspend('acme', { ...because, clause: '1', target: 'team', notice: 'sent' })).ok);
		assert.equal((await book.get(1))?.against, 'team');
	});

	it('is no news any more after a week, unless the suspension stands', async () => {
		for (const stands of [true, false]) {
			const { put, accounts, announcements, sent, time } = company();
			await put('acme');
			await accounts.suspend('acme', suspensionOf());
			await (stands ? undefined : accounts.lift('acme', 'They mended them.', 1));
			time.at += 7 * 86_400_000;
			await announcements.resume();
			time.at -= 86_400_000;
			await announcements.resume();
			assert.deepEqual(sent.map(({ kind }) => kind), stands ? ['partner-suspended'] : []);
		}
	});
});
