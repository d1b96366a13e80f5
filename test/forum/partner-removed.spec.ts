import assert from 'node:assert/strict';
import { openForum, type Forum } from '../driver/forum';
import { newText } from '../driver/ground';
import { ask, eventually, listed, makeCompanies, rows, type Company } from '../driver/partner-ground';

describe('staff posts in topics that are gone (clause 4.12)', () => {
	let forum: Forum;
	let cid: number;
	let companies: Company[] = [];
	const company = () => companies[0] ?? assert.fail();
	const stateOf = async (pid: number) => rows(
		await ask(company().owner, 'GET', `/partners/${company().id}/posts`), 'posts').find(row => row.pid === String(pid))?.state;
	/** Lists in which a post is found. */
	const filters = async (pid: number) => {
		const found: string[] = [];
		for (const state of ['visible', 'withdrawn', 'removed']) {
			found.push(...(await listed(company(), `?state=${state}`)).includes(pid) ? [state] : []);
		}
		return found;
	};
	const isOnCompanyPage = async (text: string) =>
		(await forum.guest().get(`/api/forum-terms/partners/${company().id}`)).text.includes(text);

	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category();
		companies = await makeCompanies(forum);
	});
	after(() => forum.close());

	it('reads "removed" of every post of a topic that the forum took away whole, "visible" once it is back', async () => {
		const { staff } = company();
		const moderator = await forum.member();
		await forum.admin.appoint(moderator, cid);
		const [opening, answer] = [newText(), newText()];
		const made = await staff.topic({ cid, content: opening });
		const tid = Number(made.response.tid);
		const first = Number(made.response.mainPid ?? (made.response.mainPost as { pid: number }).pid);
		const second = Number((await staff.reply(tid, { content: answer })).response.pid);
		assert.ok(await eventually(async () => await stateOf(second) === 'visible'), 'listed');
		assert.deepEqual(await filters(first), ['visible']);
		assert.ok(await isOnCompanyPage(answer));

		assert.equal((await moderator.send('DELETE', `/api/v3/topics/${tid}/state`, {})).status, 200);
		for (const pid of [first, second]) {
			assert.equal(await stateOf(pid), 'removed');
			assert.deepEqual(await filters(pid), ['removed']);
		}
		assert.ok(!await isOnCompanyPage(answer) && !await isOnCompanyPage(opening), 'readers do not see them');
		const owned = await ask(company().owner, 'DELETE', `/partners/${company().id}/posts/${second}/withdrawal`, {});
		assert.equal(owned.status, 409, 'the owner cannot bring it back');

		assert.equal((await moderator.send('PUT', `/api/v3/topics/${tid}/state`, {})).status, 200);
		for (const pid of [first, second]) {
			assert.deepEqual(await filters(pid), ['visible']);
		}
	});

	it('reads "withdrawn" of a topic that its author took away themself', async () => {
		const made = await company().staff.topic({ cid, content: newText() });
		const [tid, pid] = [Number(made.response.tid), Number(made.response.mainPid ?? 0)];
		assert.ok(await eventually(async () => await stateOf(pid) === 'visible'));
		assert.equal((await company().staff.send('DELETE', `/api/v3/topics/${tid}/state`, {})).status, 200);
		assert.deepEqual(await filters(pid), ['withdrawn']);
	});

	it('reads "removed" of a post that its author withdrew before the forum took the topic away', async () => {
		const { staff } = company();
		const moderator = await forum.member();
		await forum.admin.appoint(moderator, cid);
		const topic = await forum.admin.topic({ cid });
		const tid = Number(topic.response.tid);
		const pid = Number((await staff.reply(tid, { content: newText() })).response.pid);
		assert.ok(await eventually(async () => await stateOf(pid) === 'visible'));
		await staff.send('DELETE', `/api/v3/posts/${pid}/state`, {});
		assert.deepEqual(await filters(pid), ['withdrawn']);
		await moderator.send('DELETE', `/api/v3/topics/${tid}/state`, {});
		assert.deepEqual(await filters(pid), ['removed'], 'whoever restores it does not bring it back to readers');
	});
});
