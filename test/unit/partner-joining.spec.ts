import assert from 'node:assert/strict';
import { companyDomain } from '../../lib/partners/company/mail-owner';
import { codeOf, company, owner } from '../builders/company';

const day = 86_400_000;

describe('joining a company by invitation (clause 4.12)', () => {
	it('by name: the member is told, accepts, and has the role of the invitation', async () => {
		const { put, invitations, told, roles, store } = company();
		await put('acme');
		const invited = await invitations.invite('acme', { username: 'member 20' }, 'sales', 7);
		assert.ok(invited.ok);
		assert.deepEqual(told(20), ['partner-invited']);
		assert.equal(codeOf(await invitations.accept(`m${invited.value.id}`, 21)), 'partner-invitation-unknown');
		assert.equal(codeOf(await invitations.accept(`m${invited.value.id}`, 20)), 'ok');
		assert.deepEqual([await roles(), told(7)], [{ 7: 'owner', 8: 'support', 20: 'sales' }, ['partner-joined']]);
		const kinds = (await store.lastEvents('acme', 1000)).map(({ kind }) => kind);
		assert.deepEqual(kinds.slice(-2), ['invited', 'joined']);
	});

	it('by address: whoever has the link first, once; the code itself is kept nowhere', async () => {
		const { put, invitations, mailed, roles, database, letters } = company();
		await put('acme');
		const stored: unknown[] = [];
		const { setObject } = database;
		database.setObject = async (key, data) => {
			stored.push(key, data);
			return setObject(key, data);
		};
		await invitations.invite('acme', { email: 'New@acme.example' }, 'support', 7);
		assert.equal(letters[0]?.address, 'new@acme.example');
		const code = mailed();
		assert.ok(code.length > 10);
		assert.doesNotMatch(JSON.stringify(stored), new RegExp(code));
		assert.equal(codeOf(await invitations.accept('guessed', 30)), 'partner-invitation-unknown');
		const both = await Promise.all([30, 31].map(uid => invitations.accept(code, uid)));
		assert.deepEqual(both.map(codeOf).sort(), ['ok', 'partner-invitation-unknown']);
		const [winner = 0] = [30, 31].filter((_uid, index) => both[index]?.ok);
		assert.equal(codeOf(await invitations.accept(code, winner)), 'ok');
		assert.equal(Object.keys(await roles()).length, 3);
	});

	it('says so when the mail server did not take its letter, stands, and goes out once it is made anew', async () => {
		const { put, invitations, letters, host } = company();
		await put('acme');
		const { write } = host.messenger;
		host.messenger.write = async () => false;
		const first = await invitations.invite('acme', { email: 'new@acme.example' }, 'sales', 7);
		assert.deepEqual([first.ok && first.value.isSent, letters.length], [false, 0]);
		host.messenger.write = write;
		await invitations.withdraw('acme', first.ok ? first.value.id : 0, 7);
		const again = await invitations.invite('acme', { email: 'new@acme.example' }, 'sales', 7);
		assert.deepEqual([again.ok && again.value.isSent, letters.length], [true, 1]);
	});

	it('ends when it expires or is withdrawn, and the same one is not sent twice', async () => {
		const { put, invitations, mailed, time, letters, pending } = company();
		await put('acme');
		const first = await invitations.invite('acme', { email: 'a@acme.example' }, 'sales', 7);
		await invitations.invite('acme', { email: 'A@acme.example' }, 'sales', 7);
		assert.equal(letters.length, 1);
		const code = mailed();
		assert.ok(first.ok);
		assert.equal(codeOf(await invitations.withdraw('other', first.value.id, 7)), 'partner-unknown');
		assert.equal(codeOf(await invitations.withdraw('acme', first.value.id, 7)), 'ok');
		assert.equal(codeOf(await invitations.accept(code, 30)), 'partner-invitation-unknown');
		await invitations.invite('acme', { email: 'b@acme.example' }, 'sales', 7);
		time.at += 14 * day;
		assert.equal(codeOf(await invitations.accept(mailed(), 30)), 'partner-invitation-unknown');
		assert.equal(await pending.sweep('acme', time.at), 1);
		assert.equal(await pending.behindCode(mailed()), null);
	});

	it('is refused for somebody of another company without saying which', async () => {
		const { put, invitations } = company();
		await put('acme');
		await put('other', { owners: [50], staff: [] });
		const said = await invitations.invite('acme', { username: 'member 50' }, 'sales', 7);
		assert.ok(!said.ok);
		assert.deepEqual([said.refusal.code, said.refusal.facts], ['partner-member-elsewhere', ['member 50']]);
	});

	it('is accepted once more by whoever died on the way, and by nobody else', async () => {
		const { put, invitations, mailed, database, roles } = company();
		await put('acme');
		await invitations.invite('acme', { email: 'a@acme.example' }, 'sales', 7);
		const code = mailed();
		database.killBefore = 'forum-terms:partner-people:acme';
		await assert.rejects(invitations.accept(code, 30), /killed/);
		database.killBefore = '';
		assert.equal(codeOf(await invitations.accept(code, 31)), 'partner-invitation-unknown');
		assert.equal(codeOf(await invitations.accept(code, 30)), 'ok');
		assert.equal((await roles())[30], 'sales');
	});
});

describe('joining a company by request or by e-mail (clause 4.12)', () => {
	it('asks its owners once, however often it is sent, and takes their word with a reason', async () => {
		const { put, requests, told, roles, pending, views } = company();
		await put('acme');
		await requests.ask('acme', 20, 'sales', 'I am new');
		await requests.ask('acme', 20, 'support', 'Again');
		assert.deepEqual((await views.ofMember(20, 'en-GB')).requests.map(({ partner, company: name }) => [partner, name]), [['acme', 'Company acme']]);
		assert.deepEqual([told(7), (await pending.requestsOf('acme')).length], [['partner-requested'], 1]);
		assert.equal(codeOf(await requests.decide('acme', 20, { accept: false, reason: 'Unknown here' }, 7)), 'ok');
		assert.deepEqual([told(20), (await roles())[20]], [['partner-turned-down'], undefined]);
		await requests.ask('acme', 20, 'sales', '');
		assert.equal(codeOf(await requests.decide('acme', 20, { accept: true, reason: '' }, 7)), 'ok');
		assert.equal(codeOf(await requests.decide('acme', 20, { accept: true, reason: '' }, 7)), 'ok');
		assert.equal((await roles())[20], 'sales');
		await put('other', { owners: [50], staff: [] });
		assert.deepEqual([codeOf(await requests.ask('acme', 20, 'sales', '')), codeOf(await requests.ask('other', 20, 'sales', ''))],
			['partner-member-already', 'partner-member-elsewhere']);
		assert.equal(codeOf(await requests.decide('acme', 99, { accept: true, reason: '' }, 7)), 'partner-request-unknown');
	});

	it('knows a company only by its very domain: look-alikes, subdomains and free mail are others', () => {
		assert.deepEqual(['a@Acme.Example', 'a@acme.example.', 'a@аcme.example', 'a@mail.acme.example', 'a@gmail.com', 'acme.example']
			.map(companyDomain), ['acme.example', 'acme.example', 'xn--cme-5cd.example', 'mail.acme.example', '', '']);
	});

	it('makes a request of a confirmed address by default, or joins where the forum wants it', async () => {
		const { put, hooks, fields, chosen, roles, told, pending } = company();
		await put('acme', { domains: ['acme.example'] });
		fields.set('20 email', 'new@acme.example').set('21 email', 'x@аcme.example').set('22 email', 'two@acme.example');
		await hooks.emailConfirmed({ uid: 20 });
		await hooks.emailConfirmed({ uid: 21 });
		assert.deepEqual((await pending.requestsOf('acme')).map(({ uid, isByDomain }) => [uid, isByDomain]), [[20, true]]);
		chosen.partnerDomainJoin = 'off';
		await hooks.emailConfirmed({ uid: 22 });
		assert.equal((await pending.requestsOf('acme')).length, 1);
		chosen.partnerDomainJoin = 'join';
		await hooks.emailConfirmed({ uid: 22 });
		assert.deepEqual([(await roles())[22], told(7)], ['support', ['partner-requested', 'partner-joined']]);
	});

	it('brings nobody in by a domain that two name, nor back whom an owner removed', async () => {
		const { put, requests, ownership, fields, chosen, roles } = company();
		chosen.partnerDomainJoin = 'join';
		await put('acme', { domains: ['acme.example'] });
		fields.set('20 email', 'new@acme.example');
		await requests.recognise(20);
		assert.equal((await roles())[20], 'support');
		await ownership.remove('acme', 20, 'not ours', owner);
		await requests.recognise(20);
		assert.equal((await roles())[20], undefined);
		await put('other', { owners: [50], staff: [], domains: ['acme.example'] });
		fields.set('23 email', 'third@acme.example');
		await requests.recognise(23);
		assert.deepEqual([(await roles())[23], (await roles('other'))[23], await requests.companyOf(23)], [undefined, undefined, null]);
	});
});
