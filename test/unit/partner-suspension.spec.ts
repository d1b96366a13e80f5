import assert from 'node:assert/strict';
import { rowOf } from '../../lib/kernel/refusals/message-kind';
import { range } from 'lodash';
import { company } from '../builders/company';

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
		assert.ok((await accounts.suspend('acme', { ...because, notice: 'sent' })).ok);
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
		await accounts.suspend('acme', { ...because, notice: 'sent' });
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

	it('is no news any more after a week', async () => {
		const { put, accounts, announcements, sent, time } = company();
		await put('acme');
		await accounts.suspend('acme', { ...because, notice: 'sent' });
		time.at += 7 * 86_400_000;
		await announcements.resume();
		time.at -= 86_400_000;
		await announcements.resume();
		assert.deepEqual(sent, []);
	});
});
