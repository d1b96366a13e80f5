import assert from 'node:assert/strict';
import { Visitor } from '../driver/visitor';
import { startSandbox, type Sandbox } from '../sandbox/server/sandbox';

describe('a forum without published terms', () => {
	let sandbox: Sandbox;
	before(async () => {
		sandbox = await startSandbox();
	});
	after(() => sandbox.stop());

	it('says so on the page of the terms and among a member\'s agreements, under no empty heading', async () => {
		const member = new Visitor(sandbox.url);
		await member.login('admin', sandbox.adminPassword);
		for (const path of ['/forum-terms', '/user/admin/forum-terms']) {
			const { status, text } = await member.get(path);
			assert.equal(status, 200, path);
			assert.match(text, /No terms have been published yet/, path);
			assert.doesNotMatch(text, /<ul[^>]*>\s*<\/ul>\s*<h/, path);
		}
	});
});
