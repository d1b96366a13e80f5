import assert from 'node:assert/strict';
import { openForum, type Forum } from '../driver/forum';

describe('page gate (clause 2)', () => {
	let forum: Forum;
	before(async () => {
		forum = await openForum();
	});
	after(() => forum.close());

	it('leads to the terms and back to where the member was going', async () => {
		const member = await forum.member({ accepted: false });
		const gate = await member.get('/categories?lang=en-GB');
		assert.ok([302, 303, 307].includes(gate.status), String(gate.status));
		assert.equal(gate.location, `/forum-terms/accept?next=${encodeURIComponent('/categories?lang=en-GB')}`);
		const version = await forum.admin.inForce();
		const accepted = await member.form('/forum-terms/accept', {
			next: '/categories?lang=en-GB', version, language: 'en-GB', agree: '1', decision: 'accept',
		});
		assert.equal(accepted.status, 303);
		const message = encodeURIComponent('[[forum-terms:accept.done-accept]]');
		assert.equal(accepted.location, `/categories?lang=en-GB&noScriptMessage=${message}`);
		assert.equal((await member.get('/categories')).status, 200);
	});

	it('says once that it worked, before the part of a page, and not twice', async () => {
		const message = 'noScriptMessage=%5B%5Bforum-terms%3Aaccept.done-accept%5D%5D';
		const version = await forum.admin.inForce();
		for (const [next, after] of [
			['/topic/1#7', `/topic/1?${message}#7`], ['/recent?noScriptMessage=a', '/recent?noScriptMessage=a'],
		] as const) {
			const member = await forum.member({ accepted: false });
			const answer = await member.form('/forum-terms/accept', {
				next, version, language: 'en-GB', agree: '1', decision: 'accept',
			});
			assert.equal(answer.location, after);
		}
	});

	it('tells NodeBB\'s ajaxify where to go', async () => {
		const member = await forum.member({ accepted: false });
		const gate = await member.get('/api/categories');
		assert.equal(gate.xRedirect, '/forum-terms/accept?next=%2Fcategories');
	});

	it('never loops: what it leads to, and what one needs to get out, stays reachable', async () => {
		const member = await forum.member({ accepted: false });
		const version = await forum.admin.inForce();
		for (const path of [
			'/forum-terms', '/forum-terms/accept', `/forum-terms/${version}`, `/user/${member.username}/forum-terms`,
			`/user/${member.username}/consent`, `/user/${member.username}/edit`, '/api/config', '/api/self',
		]) {
			const page = await member.get(path);
			assert.doesNotMatch(page.location + page.xRedirect, /forum-terms\/accept/, path);
		}
	});

	it('lets whoever declined read, and remembers it', async () => {
		const member = await forum.member({ accepted: false });
		const version = await forum.admin.inForce();
		const declined = await member.form('/forum-terms/accept', {
			next: '/', version, language: 'en-GB', decision: 'decline',
		});
		assert.equal(declined.status, 303);
		assert.match(declined.location, /accept\.done-decline/);
		assert.equal((await member.get('/categories')).status, 200);
		assert.equal((await member.terms.records())[0]?.event, 'declined');
	});

	it('takes no silence for consent: without the tick the page comes again with a sentence', async () => {
		const member = await forum.member({ accepted: false });
		const version = await forum.admin.inForce();
		const answer = await member.form('/forum-terms/accept', { next: '/', version, language: 'en-GB', decision: 'accept' });
		assert.equal(answer.status, 400);
		assert.match(answer.text, /tick the box/i);
		assert.equal((await member.terms.owed()).length, 1);
	});

	it('sends nobody out of the forum afterwards', async () => {
		const version = await forum.admin.inForce();
		for (const next of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
			const member = await forum.member({ accepted: false });
			const answer = await member.form('/forum-terms/accept', {
				next, version, language: 'en-GB', agree: '1', decision: 'accept',
			});
			assert.match(answer.location, /^\/\?noScriptMessage=/, next);
		}
	});

	it('wants a CSRF token for an acceptance', async () => {
		const member = await forum.member({ accepted: false });
		const version = await forum.admin.inForce();
		const body = new URLSearchParams({ version, language: 'en-GB', agree: '1', decision: 'accept' }).toString();
		const answer = await member.request('POST', '/forum-terms/accept', body, {
			'content-type': 'application/x-www-form-urlencoded',
		});
		assert.equal(answer.status, 403);
		assert.equal((await member.terms.owed()).length, 1);
	});

	it('leaves a bearer token\'s reading alone', async () => {
		const member = await forum.member({ accepted: false });
		const token = await forum.withToken(member);
		const answer = await token.get('/api/categories');
		assert.equal(answer.status, 200);
		assert.equal(answer.xRedirect, '');
	});

	it('leaves an administrator alone until they are none', async () => {
		const member = await forum.member({ accepted: false });
		const isStopped = async () => (await member.get('/api/categories')).xRedirect !== '';
		assert.equal(await isStopped(), true);
		await forum.administer(member, true);
		assert.equal(await isStopped(), false);
		await forum.administer(member, false);
		assert.equal(await isStopped(), true);
	});

	it('leaves guests and administrators alone', async () => {
		await forum.admin.publish();
		assert.equal((await forum.guest().get('/categories')).status, 200);
		assert.equal((await forum.admin.get('/categories')).status, 200);
		assert.equal((await forum.admin.get('/admin/plugins/forum-terms')).status, 200);
	});

	it('sends a guest who asks for the accept page to the log-in', async () => {
		const answer = await forum.guest().get('/forum-terms/accept');
		assert.match(answer.location, /\/login/);
	});
});
