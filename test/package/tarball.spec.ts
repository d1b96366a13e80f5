import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { termsClient } from '../driver/terms-client';
import { Visitor } from '../driver/visitor';
import { installTarball } from '../nodebb/overlay';
import { startSandbox, type Sandbox } from '../sandbox/server/sandbox';

describe('the npm package', function thePackage() {
	this.timeout(60_000);
	let folder: string;
	let installed: string;
	let sandbox: Sandbox | undefined;
	before(() => {
		folder = mkdtempSync(join(tmpdir(), 'forum-terms-package-'));
		installed = installTarball(folder);
	});
	after(async () => {
		await sandbox?.stop();
		rmSync(folder, { recursive: true, force: true });
	});

	it('holds what a forum needs and nothing of the tests or the sandbox', () => {
		assert.deepEqual(readdirSync(installed).sort(), [
			'CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'languages', 'lib', 'node_modules', 'package.json', 'plugin.json',
			'static', 'templates',
		]);
		assert.deepEqual(readdirSync(join(installed, 'dist')).sort(), ['plugin', 'static']);
		assert.deepEqual(readdirSync(join(installed, 'lib')), ['presets']);
		assert.ok(existsSync(join(installed, 'static', 'openapi.json')));
		const scripts = readdirSync(join(installed, 'dist', 'static'), { recursive: true }).map(String);
		assert.ok(scripts.includes(join('access', 'admin', 'decision.js')));
		// HOST: webpack reads every file of a folder that plugin.json names, and writes nothing when one is no script.
		assert.deepEqual(scripts.filter(name => !name.endsWith('.js') && name.includes('.')), []);
	});

	it('works in a forum: terms are published, a post is stopped, accepted, and passes', async () => {
		sandbox = await startSandbox({ pluginDir: installed });
		Object.assign(sandbox.host.context.config, { initialPostDelay: 0, postDelay: 0 });
		const admin = new Visitor(sandbox.url);
		await admin.login('admin', sandbox.adminPassword);
		const published = await termsClient(admin).publish();
		assert.equal(published.response.version, 'forum-1', published.text);
		await admin.send('POST', '/api/v3/categories', { name: 'Anything' });
		await admin.send('POST', '/api/v3/users', { username: 'somebody', password: 'long-enough' });
		const member = new Visitor(sandbox.url);
		await member.login('somebody', 'long-enough');
		const topic = { cid: 1, title: 'A first topic', content: 'With a text that is long enough.' };
		assert.match((await member.send('POST', '/api/v3/topics', topic)).message, /version 1 of .*clause 2/);
		const accepted = await member.send('POST', '/api/v3/topics', { ...topic, forumTerms: { accept: ['forum-1'] } });
		assert.equal(accepted.status, 200, accepted.text);
		const page = await member.get('/forum-terms');
		assert.match(page.text, /id="clause-4-5"/);
	});
});
