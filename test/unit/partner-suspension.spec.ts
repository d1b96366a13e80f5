import assert from 'node:assert/strict';
import { company } from '../builders/company';

const because = { clause: '4.12', reason: 'Invented endorsements.', by: 1 };

describe('word of a suspension (clause 4.12)', () => {
	it('reaches owners by e-mail too and staff in the forum, with clause and reason, and again at its end', async () => {
		const { put, suspensions, sent, notified } = company();
		await put('acme');
		await suspensions.suspend('acme', { ...because, notice: 'sent' });
		await suspensions.lift('acme', 'They mended them.', 1);
		const heard = (all: typeof sent) => all.map(({ uid, kind, facts }) => [uid, kind, ...facts]);
		const words = (uid: number) => [
			[uid, 'partner-suspended', 'Company acme', '4.12', 'Invented endorsements.'],
			[uid, 'partner-lifted', 'Company acme', '4.12', 'They mended them.'],
		];
		assert.deepEqual([heard(sent), heard(notified)], [words(7), words(8)]);
		assert.equal(new Set([...sent, ...notified].map(({ id }) => id)).size, 4);
		assert.ok([...sent, ...notified].every(({ isWhole }) => isWhole));
	});

	it('reaches nobody when the administrator says so, not at its end either', async () => {
		const { put, suspensions, sent, notified } = company();
		await put('acme');
		assert.ok((await suspensions.suspend('acme', { ...because, notice: 'none' })).ok);
		assert.ok((await suspensions.lift('acme', 'They mended them.', 1)).ok);
		assert.deepEqual([sent, notified], [[], []]);
	});

	it('is not given for what was not done, and the suspension stands when it cannot be given', async () => {
		const { put, suspensions, sent, host, errors, store } = company();
		await put('acme');
		await suspensions.lift('acme', 'Nothing to lift.', 1);
		host.messenger.send = async () => Promise.reject(new Error('no mail server'));
		assert.ok((await suspensions.suspend('acme', { ...because, notice: 'sent' })).ok);
		assert.equal((await store.account('acme'))?.suspension?.clause, '4.12');
		assert.deepEqual([sent, errors.map(({ event }) => event)], [[], ['partner-suspended']]);
	});
});
