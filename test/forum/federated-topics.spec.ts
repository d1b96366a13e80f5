import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { lift, plan, restrict } from '../driver/access-ground';
import type { Forum } from '../driver/forum';
import { newText, onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, eventually, listed, makeCompanies, rows, type Company } from '../driver/partner-ground';

describe('what our members write in topics from other forums', function federated() {
	this.timeout(60_000);
	let forum: Forum;
	let ground: Ground;
	let company: Company;
	onGround(async (opened, places) => {
		[forum, ground] = [opened, places];
		company = (await makeCompanies(forum))[0] ?? assert.fail();
	});

	/** A reply in a category of ours, in a topic as federation stores it: its id is a UUID, its author a URI. */
	async function replyOf(who: Member): Promise<string> {
		const made = await who.reply(ground.tid, { content: newText() });
		assert.equal(made.status, 200, made.text);
		const [pid, tid] = [String(made.response.pid), randomUUID()];
		const { cid, title } = await forum.host.hash(`topic:${ground.tid}`);
		await forum.host.hash(`topic:${tid}`, {
			tid, cid: String(cid), title: String(title), uid: 'https://elsewhere.example/uid/1', slug: `${tid}/topic`,
			mainPid: 'https://elsewhere.example/post/1', postcount: '2', timestamp: String(Date.now()),
		});
		await forum.host.hash(`post:${pid}`, { tid });
		return pid;
	}
	const isHidden = async (pid: string) => Number((await forum.host.hash(`post:${pid}`)).deleted ?? 0) === 1;

	it('is hidden with the rest when that is decided, is told in the plan, and comes back with an undo', async () => {
		const member = await forum.member();
		const pid = await replyOf(member);
		for (const content of [{ posts: 'all' }, { posts: 'evidence' }]) {
			const body = { uid: member.uid, scope: 'posting', content, evidence: [pid] };
			const told = rows(await plan(forum.admin, body), 'effects').find(({ kind }) => kind === 'posts');
			assert.equal(Number(told?.count ?? 0), 1);
			const made = await restrict(forum.admin, body);
			assert.deepEqual([made.status, await isHidden(pid)], [200, true], made.text);
			await lift(forum.admin, made.response.id);
			assert.equal(await isHidden(pid), false);
		}
	});

	it('stays in the list of a company\'s posts, and its owner is told when staff delete it', async () => {
		const pid = await replyOf(company.staff);
		const isListed = async () => (await listed(company)).includes(Number(pid));
		assert.ok(await isListed() && await isListed());
		await forum.admin.send('DELETE', `/api/v3/posts/${pid}/state`, {});
		assert.ok(await eventually(async () =>
			rows(await ask(company.owner, 'GET', `/partners/${company.id}/reports`), 'acts').some(act => act.pid === pid)));
	});
});
