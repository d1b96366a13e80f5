import assert from 'node:assert/strict';
import { Member } from '../driver/member';
import { openForum, type Forum } from '../driver/forum';
import type { Registration } from '../driver/registration';

async function exists(forum: Forum, username: string): Promise<boolean> {
	return (await forum.admin.get(`/api/user/${username}`)).status === 200;
}

async function comeBack(forum: Forum, { username, password }: Registration): Promise<Member> {
	const { json } = await forum.admin.get(`/api/user/${username}`);
	const member = new Member(forum.url, Number(json.uid), username);
	const answer = await member.login(username, password);
	assert.equal(answer.status, 200, answer.text);
	return member;
}

describe('registration (R2.2)', () => {
	let forum: Forum;
	before(async () => {
		forum = await openForum();
	});
	after(() => forum.close());

	it('shows the full text in a form, with nothing ticked, before there is an account', async () => {
		const form = forum.registration();
		const begun = await form.begin();
		assert.match(begun.text, /register\/complete/);
		const step = await form.step();
		assert.equal(step.status, 200);
		assert.match(step.text, /id="clause-4-1"|id="clause-2"/);
		const box = /<input[^>]*name="forumTermsAgree"[^>]*>/.exec(step.text)?.[0] ?? '';
		assert.notEqual(box, '');
		assert.doesNotMatch(box, /\bchecked\b/);
		assert.equal(await exists(forum, form.username), false);
	});

	it('does not go on without the tick: a sentence says so and there is no account', async () => {
		const form = forum.registration();
		await form.begin();
		await form.step();
		await form.complete({ agree: false });
		const again = await form.step();
		assert.match(again.text, /tick the box/i);
		assert.equal(await exists(forum, form.username), false);
	});

	it('leaves no account behind when somebody does not agree', async () => {
		const form = forum.registration();
		await form.begin();
		await form.step();
		await form.abort();
		assert.equal(await exists(forum, form.username), false);
	});

	it('makes the account and the record of what was agreed to', async () => {
		const form = forum.registration();
		await form.begin();
		await form.step();
		await form.complete({ agree: true });
		const member = await comeBack(forum, form);
		const records = await member.terms.records();
		const inForce = await forum.admin.inForce();
		assert.deepEqual(records.map(({ event, version, method }) => [event, version, method]), [
			['accepted', inForce, 'registration'],
		]);
		assert.deepEqual(await member.terms.owed(), []);
	});

	it('asks again when a new version was published between reading and sending', async () => {
		const form = forum.registration();
		await form.begin();
		await form.step();
		await forum.admin.publish();
		await form.complete({ agree: true });
		assert.equal(await exists(forum, form.username), false);
		const again = await form.step();
		assert.match(again.text, new RegExp(await forum.admin.inForce()));
		await form.complete({ agree: true });
		assert.equal(await exists(forum, form.username), true);
	});

	it('believes no marker that the browser made up', async () => {
		const form = forum.registration();
		const forged = Buffer.from(JSON.stringify({ versions: [await forum.admin.inForce()], language: 'en-GB', at: 1 }));
		await form.begin({ forumTermsMarker: `${forged.toString('base64url')}.${'00'.repeat(32)}` });
		const step = await form.step();
		assert.match(step.text, /name="forumTermsAgree"/);
	});

	it('keeps the acceptance while the account waits for approval', async () => {
		await forum.admin.setConfig('registrationApprovalType', 'admin-approval');
		try {
			const form = forum.registration();
			await form.begin();
			await form.step();
			await form.complete({ agree: true });
			assert.equal(await exists(forum, form.username), false);
			const approved = await forum.socket(forum.admin, 'user.acceptRegistration', { username: form.username });
			assert.equal(approved.error, '');
			const member = await comeBack(forum, form);
			assert.deepEqual((await member.terms.records()).map(({ event, method }) => [event, method]), [
				['accepted', 'registration'],
			]);
		} finally {
			await forum.admin.setConfig('registrationApprovalType', 'normal');
		}
	});

	it('leaves the terms readable for whoever stands in the middle of the form', async () => {
		const form = forum.registration();
		await form.begin();
		await form.step();
		assert.equal((await form.visitor.get('/forum-terms')).status, 200);
	});

	it('asks people whose account an administrator made at their first page and first post', async () => {
		const member = await forum.member({ accepted: false });
		assert.match((await member.get('/')).location, /\/forum-terms\/accept/);
		assert.equal((await member.terms.owed()).length, 1);
	});
});
