import assert from 'node:assert/strict';
import { keptSecret } from '../../lib/platform/kept-secret';
import { assemble } from '../../lib/kernel/slice/assemble';
import { termsSettings } from '../../lib/terms/documents/settings';
import { hostInMemory } from '../builders/host';

const word = 'a secret that nobody may read again';

describe('a secret that an administrator sets', () => {
	it('is there since it was set, replaced by the next one and gone when it is removed', async () => {
		const { host, time } = hostInMemory();
		const secret = keptSecret(host.database, host.clock, 'spec');
		assert.deepEqual([await secret.value(), await secret.state()], ['', { isSet: false, since: 0 }]);
		assert.deepEqual(await secret.set(word), { isSet: true, since: time.at });
		time.at += 1000;
		assert.deepEqual(await secret.set(`${word}!`), { isSet: true, since: time.at });
		assert.equal(await secret.value(), `${word}!`);
		assert.deepEqual(await secret.remove(), { isSet: false, since: 0 });
		assert.equal(await secret.value(), '');
	});

	it('moves out of the settings, also when the process dies half-way, and never over a newer one', async () => {
		const { host, settings } = hostInMemory();
		const secret = keptSecret(host.database, host.clock, 'spec');
		settings.old = word;
		const dying = { read: host.settings.read, remove: () => Promise.reject(new Error('killed')) };
		await assert.rejects(secret.migrate(dying, 'old'), /killed/);
		await secret.migrate(host.settings, 'old');
		assert.deepEqual([await secret.value(), settings.old], [word, undefined]);
		settings.old = 'older';
		await secret.migrate(host.settings, 'old');
		assert.deepEqual([await secret.value(), settings.old], [word, undefined]);
		await secret.migrate(host.settings, 'old');
	});

	it('does not get among the settings again, nor into the event log, which NodeBB writes from the same object', async () => {
		const { host } = hostInMemory();
		const { handlers } = assemble([{ name: 'spec', clause: '2', settings: termsSettings }], host);
		const save = handlers.plugin?.settingsSave as (payload: object) => Promise<unknown>;
		const settings: Record<string, unknown> = { licenceWebhookSecret: word, enforcement: 'block', other: 'x' };
		await save({ plugin: 'forum-terms', settings });
		assert.deepEqual(settings, { enforcement: 'block' });
		const foreign = { anything: word };
		await save({ plugin: 'another', settings: foreign });
		assert.deepEqual(foreign, { anything: word });
	});
});
