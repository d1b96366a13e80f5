import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mailboxOf } from '../../lib/access/termination/mail-address';
import { accessGround, restricted } from '../builders/access';

describe('coming back under another name (clause 6)', () => {
	it('is blocked by the mailbox however it is written, until the restriction ends, and nothing readable is kept', async () => {
		const ground = accessGround();
		ground.forum.emails.set(7, ['J.Doe+forum@GMail.com']);
		const { id } = await restricted(ground);
		const isOut = (email: string) => ground.returns.isBlocked({ email, ip: '' });
		const writings = ['jdoe@googlemail.com', 'jdoe+2@gmail.com', 'other@gmail.com'];
		assert.deepEqual(await Promise.all(writings.map(isOut)), [true, true, false]);
		await ground.restrictions.lift(id, 1, 'why', false);
		assert.equal(await isOut('jdoe@gmail.com'), false);
	});

	it('is open to whoever lost only a part', async () => {
		const ground = accessGround();
		ground.forum.emails.set(7, ['a@example.org']);
		await restricted(ground, { scope: 'posting' });
		assert.equal(await ground.returns.isBlocked({ email: 'a@example.org', ip: '' }), false);
	});

	it('counts IP addresses only where the settings say so', async () => {
		for (const isOn of [false, true]) {
			const ground = accessGround();
			ground.settings.blockReturnByIp = isOn ? 'on' : 'off';
			ground.forum.addresses.set(7, ['192.0.2.7']);
			await restricted(ground);
			assert.equal(await ground.returns.isBlocked({ email: '', ip: '192.0.2.7' }), isOn);
		}
	});

	it('is blocked for the domain of a company whose account is suspended', async () => {
		const ground = accessGround();
		ground.endedDomains.add('acme.example');
		assert.equal(await ground.returns.isBlocked({ email: 'new@ACME.example', ip: '' }), true);
	});

	it('knows a mailbox again after any rewriting (law)', () => {
		fc.assert(fc.property(fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/), fc.stringMatching(/^[a-z0-9]{1,5}$/), (name, tag) => {
			const plain = mailboxOf(`${name}@example.org`);
			assert.equal(mailboxOf(` ${name.toUpperCase()}+${tag}@EXAMPLE.org `), plain);
			assert.equal(mailboxOf(plain), plain);
		}));
	});
});
