import assert from 'node:assert/strict';
import { lift, restrict } from '../driver/access-ground';
import type { Forum } from '../driver/forum';
import { unique } from '../driver/forum';
import { itOn } from '../driver/gap';
import { onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, rows } from '../driver/partner-ground';

describe('decisions on record', function decisions() {
	this.timeout(60_000);
	let forum: Forum;
	let ground: Ground;
	onGround((opened, places) => {
		[forum, ground] = [opened, places];
	});

	/** Publishes a text whose clause 4.1 says this. */
	const published = (sentence: string) => forum.admin.publish({
		text: { 'en-GB': `## 2. Acceptance\n\nUse means agreement.\n\n## 4. Posting\n\n1. ${sentence}` }, notice: 'silent',
	});
	async function posted(member: Member, content: string): Promise<string> {
		const made = await member.topic({ cid: ground.cid, content });
		assert.equal(made.status, 200, made.text);
		return String(made.response.mainPid ?? made.response.pid);
	}
	/** A member restricted for a post of theirs, under a sentence that has changed since. */
	async function restrictedBefore() {
		const [sentence, content] = [`No advertisements, ${unique()}.`, `Buy at Acme, ${unique()} today.`];
		const member = await forum.member();
		const pid = await posted(member, content);
		const version = await published(sentence);
		const made = await restrict(forum.admin, { uid: member.uid, scope: 'chat', clause: '4.1', evidence: [pid] });
		assert.equal(made.status, 200, made.text);
		await published(`Advertise as you like, ${unique()}.`);
		return { member, pid, sentence, content, version, id: String(made.response.id), made };
	}

	it('keep version and sentence after the next publication: for staff, in the statement, in /me and in the export', async () => {
		const { member, sentence, content, version, id, made } = await restrictedBefore();
		assert.equal(made.response.termsVersion, version);
		const seen = (await ask(forum.admin, 'GET', `/admin/restrictions/${id}`)).response;
		const statement = (await ask(member, 'GET', `/access/${id}`)).response;
		const [mine] = rows(await ask(member, 'GET', '/me'), 'restrictions');
		const [exported] = rows(await ask(member, 'GET', '/me/export'), 'restrictions');
		for (const [where, one] of Object.entries({ seen, statement, mine, exported })) {
			assert.equal(one?.termsVersion, version, where);
			assert.equal((one?.sentence as { text?: string } | null)?.text, sentence, where);
		}
		for (const one of [statement, exported]) {
			assert.deepEqual((one?.texts as { content: string }[] | undefined)?.map(text => text.content), [content]);
		}
		const page = await member.get(`/forum-terms/access/${id}`);
		assert.ok(page.text.includes(sentence) && page.text.includes(content), 'the page of the statement shows both');
	});

	it('are verified with the acceptances, and one that was altered is named', async () => {
		const { member } = await restrictedBefore();
		const before = (await ask(forum.admin, 'POST', '/admin/audit/verify', {})).response;
		assert.equal(before.intact, true, JSON.stringify(before));
		const { last } = await forum.host.hash('forum-terms:decisions');
		const key = `forum-terms:decision:${String(last)}`;
		const { facts, subjectUid } = await forum.host.hash(key);
		assert.equal(Number(subjectUid), member.uid);
		for (const lie of [{ facts: 'Something else.' }, { subjectUid: String(forum.admin.uid) }]) {
			await forum.host.hash(key, lie);
			const { intact, firstBroken } = (await ask(forum.admin, 'POST', '/admin/audit/verify', {})).response;
			const { book, record } = firstBroken as { book?: string; record?: number };
			assert.deepEqual([intact, book, record], [false, 'decisions', Number(last)]);
			await forum.host.hash(key, { facts: String(facts), subjectUid: String(subjectUid) });
		}
		assert.equal((await ask(forum.admin, 'POST', '/admin/audit/verify', {})).response.intact, true);
	});

	it('say why nobody is told; “without cause” alone is enough, neither clause nor that is not', async () => {
		const member = await forum.member();
		const neither = await restrict(forum.admin, { uid: member.uid, scope: 'chat', clause: undefined });
		assert.deepEqual([neither.status, neither.response.field], [400, 'clause']);
		const silent = await restrict(forum.admin, {
			uid: member.uid, scope: 'chat', clause: undefined, withoutCause: true, notice: 'none',
			noticeReason: 'spam-account',
		});
		assert.deepEqual([silent.status, silent.response.noticeReason, silent.response.noticeAt], [200, 'spam-account', 0]);
		await lift(forum.admin, silent.response.id);
		const odd = await restrict(forum.admin, { uid: member.uid, scope: 'chat', noticeReason: 'safety' });
		assert.deepEqual([odd.status, odd.response.field], [400, 'noticeReason']);
		const target = await restrict(forum.admin, { uid: member.uid, scope: 'chat', clause: '4.1', target: 'team' });
		assert.deepEqual([target.status, target.response.field], [400, 'target']);
	});

	itOn('nodebb', 'the sandbox does not purge', 'keep the text when the post is purged afterwards', async () => {
		const { member, pid, content, id } = await restrictedBefore();
		const purged = await forum.admin.send('DELETE', `/api/v3/posts/${pid}`, {});
		assert.equal(purged.status, 200, purged.text);
		const { texts } = (await ask(member, 'GET', `/access/${id}`)).response;
		assert.deepEqual((texts as { content: string }[]).map(text => text.content), [content]);
	});
});
