import assert from 'node:assert/strict';
import { termsClient } from '../driver/terms-client';
import { Visitor } from '../driver/visitor';
import { startSandbox, type Sandbox } from '../sandbox/server/sandbox';

describe('e-mail of a change', () => {
	let sandbox: Sandbox;
	before(async () => {
		sandbox = await startSandbox();
	});
	after(() => sandbox.stop());

	it('goes to members with an address, in their language, once; a mailbox that refuses keeps nobody else waiting', async () => {
		const { accounts, outbox, log } = sandbox.host.context;
		const made: Record<string, number> = {};
		for (const [name, language] of [['anna', 'de'], ['ben', 'en-GB'], ['carl', 'en-GB']] as const) {
			made[name] = await accounts.create({ username: name, password: 'long-enough' });
			await accounts.setSetting(made[name], 'userLang', language);
		}
		await accounts.setUserFields(made.anna ?? 0, { email: 'anna@example.org', 'email:confirmed': 1 });
		await accounts.setUserField(made.ben ?? 0, 'email', 'ben@example.org');
		const emailer = sandbox.host.require('./src/emailer') as { send(...args: unknown[]): Promise<void> };
		const { send } = emailer;
		emailer.send = async (...args) => (args[1] === made.ben ? Promise.reject(new Error('mailbox full')) : send(...args));

		const admin = new Visitor(sandbox.url);
		await admin.login('admin', sandbox.adminPassword);
		const terms = termsClient(admin);
		const draft = (await terms.draft()).response as { texts: object };
		await terms.saveDraft({
			text: draft.texts, change: 'significant', notice: 're-accept', changelog: 'First.', notify: true,
		});
		assert.equal((await terms.publish()).status, 200);
		assert.equal((await terms.call('POST', '/admin/announcements', {})).response.told, 4);
		await terms.call('POST', '/admin/announcements', {});

		assert.deepEqual(outbox.map(({ to, subject }) => [to, subject]), [
			['anna <anna@example.org>', 'Neue Fassung von Forum terms'],
		]);
		assert.ok(log.some(line => line.includes('forum-terms/terms') && line.includes('mailbox full')));
	});
});
