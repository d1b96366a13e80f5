import assert from 'node:assert/strict';
import { restrict } from '../driver/access-ground';
import { openForum, type Forum } from '../driver/forum';
import { newText } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, makeCompanies, type Company } from '../driver/partner-ground';
import type { Visitor } from '../driver/visitor';

interface Matter { kind: string; about: string; since: number; path: string; otherDeciders: string }

describe('one list of what waits for a decision of the staff (clauses 4.12, 6)', () => {
	let forum: Forum;
	let company: Company;
	let [giver, another, elsewhere, appellant]: Member[] = [];
	const waiting = async (who: Visitor | undefined) => {
		const answer = await ask(who ?? assert.fail(), 'GET', '/admin/waiting');
		return { status: answer.status, matters: (answer.response.waiting ?? []) as Matter[] };
	};
	const ofKind = async (who: Visitor | undefined, kind: string, about: string) =>
		(await waiting(who)).matters.filter(one => one.kind === kind && one.about === about);

	before(async () => {
		forum = await openForum();
		[company = assert.fail()] = await makeCompanies(forum);
		const cid = await forum.admin.category({ postQueue: 0 });
		[giver, another, elsewhere, appellant] = [
			await forum.member(), await forum.member(), await forum.member(), await forum.member(),
		];
		await forum.admin.appoint(giver, cid);
		await forum.admin.appoint(another, cid);
		await forum.admin.appoint(elsewhere, await forum.admin.category());
		const pid = Number((await company.staff.topic({ cid, content: newText() })).response.mainPid);
		const given = await ask(giver, 'POST', `/partners/${company.id}/strikes`, { pid, clause: '4.1', points: 1, reason: 'An advertisement.' });
		const strike = (given.response.strike as { id: number }).id;
		await ask(company.owner, 'POST', `/partners/${company.id}/strikes/${strike}/answer`, { text: 'A customer asked for it.' });
		const made = await restrict(forum.admin, { uid: appellant.uid, scope: 'writing' });
		const appealed = await ask(appellant, 'POST', `/access/${String(made.response.id)}/appeal`, { text: 'This was not me at all.' });
		assert.equal(appealed.status, 200, appealed.text);
	});
	after(() => forum.close());

	it('shows an answer to a strike to who may decide, and tells who gave it that somebody else does', async () => {
		const name = `Company of ${company.owner.username}`;
		const [own] = await ofKind(giver, 'strike-answer', name);
		const [theirs] = await ofKind(another, 'strike-answer', name);
		// Some of all who may; on a forum with many of them not the one made here.
		assert.match(own?.otherDeciders ?? '', /\w/);
		assert.ok(!own?.otherDeciders.split(', ').includes(giver?.username ?? ''), own?.otherDeciders);
		assert.deepEqual([theirs?.otherDeciders, theirs?.path], ['', `/forum-terms/partner?id=${company.id}&tab=strikes`]);
		assert.ok((theirs?.since ?? 0) > 0);
	});

	it('shows nothing of what somebody could not decide', async () => {
		const { status, matters } = await waiting(elsewhere);
		assert.deepEqual([status, matters], [200, []]);
		assert.deepEqual(await ofKind(another, 'appeal', appellant?.username ?? ''), []);
		for (const [who, expected] of [[company.owner, 403], [appellant, 403], [forum.guest(), 401]] as const) {
			assert.equal((await waiting(who)).status, expected);
		}
	});

	it('shows an appeal to who could have decided, and an answer to a suspension to administrators', async () => {
		assert.equal((await ofKind(forum.admin, 'appeal', appellant?.username ?? '')).length, 1);
		const suspended = await ask(forum.admin, 'PUT', `/admin/partners/${company.id}/suspension`,
			{ clause: '4.12', reason: 'Invented praise.', notice: 'none' });
		assert.equal(suspended.status, 200, suspended.text);
		await ask(company.owner, 'PUT', `/partners/${company.id}/suspension/answer`, { text: 'They were real.' });
		const name = `Company of ${company.owner.username}`;
		assert.equal((await ofKind(forum.admin, 'suspension-answer', name)).length, 1);
		assert.equal((await ofKind(another, 'suspension-answer', name)).length, 0);
		await ask(forum.admin, 'DELETE', `/admin/partners/${company.id}/suspension`, { reason: 'After all.' });
		assert.equal((await ofKind(forum.admin, 'suspension-answer', name)).length, 0);
	});

	it('is a page, too, oldest first', async () => {
		const page = await (another ?? assert.fail()).get('/forum-terms/waiting');
		assert.equal(page.status, 200);
		assert.ok(page.text.includes(`Company of ${company.owner.username}`));
		const { matters } = await waiting(forum.admin);
		assert.deepEqual(matters.map(({ since }) => since), matters.map(({ since }) => since).sort((a, b) => a - b));
	});
});
