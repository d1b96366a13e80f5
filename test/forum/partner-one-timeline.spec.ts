import assert from 'node:assert/strict';
import { openForum, type Forum } from '../driver/forum';
import { newText } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, makeCompanies, rows, type Row } from '../driver/partner-ground';
import type { Visitor } from '../driver/visitor';

describe('everything that was decided about a partner account stands in one place (clause 4.12)', () => {
	let forum: Forum;
	let cid: number;

	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category({ postQueue: 0 });
	});
	after(() => forum.close());

	async function done(who: Visitor, method: string, path: string, body: object): Promise<Row> {
		const answer = await ask(who, method, path, body);
		assert.equal(answer.status, 200, `${method} ${path}: ${answer.text}`);
		return answer.response;
	}
	const posted = async (who: Member) => Number((await who.topic({ cid, content: newText() })).response.mainPid);

	/** Every act about an account, each with what the timeline calls it. */
	async function livelyAccount() {
		const [[one], second, joiner] = [await makeCompanies(forum), await forum.member(), await forum.member()];
		const { id, owner, staff } = one ?? assert.fail();
		assert.equal((await forum.administer(second, true)).status, 200);
		const path = `/partners/${id}`;
		const struck = async () => {
			const pid = await posted(staff);
			const { strike } = await done(forum.admin, 'POST', `${path}/strikes`, { pid, clause: '4.1', points: 1, reason: 'An advertisement.' });
			const number = (strike as { id: number }).id;
			await done(owner, 'POST', `${path}/strikes/${number}/answer`, { text: `A customer asked for ${pid}.` });
			return `${path}/strikes/${number}/decision`;
		};
		await done(second, 'POST', await struck(), { counts: true, reason: 'It stays.' });
		await done(forum.admin, 'POST', await struck(), { counts: false, reason: 'It was asked for.' });
		await done(forum.admin, 'POST', `${path}/referrals`, { reason: 'Look at them.' });
		const pid = await posted(staff);
		await done(owner, 'PUT', `${path}/posts/${pid}`, { content: newText(), reason: 'The price was wrong.' });
		await done(owner, 'POST', `${path}/posts/${pid}/withdrawal`, { reason: 'Not for customers.' });
		await done(owner, 'DELETE', `${path}/posts/${pid}/withdrawal`, {});
		await done(owner, 'PUT', `${path}/staff/${staff.uid}/halt`, { reason: 'On leave.' });
		await done(owner, 'DELETE', `${path}/staff/${staff.uid}/halt`, { reason: 'Back again.' });
		await done(owner, 'POST', `${path}/invitations`, { username: joiner.username, role: 'sales' });
		await done(owner, 'DELETE', `${path}/staff/${staff.uid}`, { reason: 'Left the company.' });
		await done(forum.admin, 'PUT', `/admin/partners/${id}/suspension`, { clause: '4.1', reason: 'Everywhere.', notice: 'sent' });
		await done(owner, 'PUT', `${path}/suspension/answer`, { text: 'It was one person.' });
		await done(second, 'PUT', `/admin/partners/${id}/suspension/decision`, { reason: 'It was three.' });
		await done(forum.admin, 'DELETE', `/admin/partners/${id}/suspension`, { reason: 'They mended it.' });
		return { id, owner, staff, joiner, pid };
	}

	it('decisions about it, its people and their posts, and what its owners answered and did', async () => {
		const { id, owner, staff, joiner, pid } = await livelyAccount();
		const found = rows(await ask(owner, 'GET', `/partners/${id}/timeline`), 'decisions');
		const said = found.map(({ act, subject }) => `${String(act)} ${(subject as { kind: string }).kind}`);
		assert.deepEqual([...said].sort(), [
			'answer member', 'answer member', 'answer partner', 'correct post', 'hide post', 'invite member', 'pause member',
			'refer partner', 'reinstate partner', 'release member', 'remove member', 'restore post', 'strike partner',
			'strike partner', 'suspend partner', 'uphold partner', 'uphold partner', 'withdraw partner',
		]);
		const one = (act: string) => found.find(row => row.act === act) ?? assert.fail(act);
		assert.deepEqual(one('hide').subject, { kind: 'post', id: String(pid) });
		assert.deepEqual(one('invite').subject, { kind: 'member', id: String(joiner.uid) });
		assert.deepEqual([one('remove').subject, one('remove').facts], [{ kind: 'member', id: String(staff.uid) }, 'Left the company.']);
		const [byWhom, about] = [one('suspend'), found.find(({ act, facts }) => act === 'answer' && facts === 'It was one person.')];
		assert.equal(about?.about, byWhom.id, 'an answer names what it answers');
		const times = found.map(({ at }) => Number(at));
		assert.deepEqual(times, [...times].sort((a, b) => b - a), 'newest first');
	});

	it('and the record of decisions, asked for the account, names the same ones', async () => {
		const { id, owner } = await livelyAccount();
		const inTimeline = rows(await ask(owner, 'GET', `/partners/${id}/timeline`), 'decisions').map(row => Number(row.id));
		const onRecord = rows(await ask(forum.admin, 'GET', `/admin/decisions?subject=partner:${id}`), 'decisions');
		assert.deepEqual(onRecord.map(row => Number(row.id)), inTimeline.filter(number => number > 0));
		const subject = onRecord.map(row => row.subject as { kind: string; name: string }).find(({ kind }) => kind === 'partner');
		assert.equal(subject?.name, `Company of ${owner.username}`);
		const page = await forum.admin.get(`/forum-terms/decisions?id=${String(onRecord.find(({ act }) => act === 'suspend')?.id)}`);
		assert.ok(page.text.includes(`Company of ${owner.username}`), 'readers know an account by its company');
	});

	it('strikes are files as well, for those who see them, and as far as they do', async () => {
		const { id, owner } = await livelyAccount();
		const file = (who: Visitor, ending: string) => who.get(`/api/v3/plugins/forum-terms/partners/${id}/strikes.${ending}`);
		const [csv, json] = [await file(owner, 'csv'), await file(forum.admin, 'json')];
		const lines = csv.text.replace('\uFEFF', '').trim().split('\r\n');
		assert.deepEqual([lines.length, lines[0]?.split(',').slice(0, 3)], [3, ['id', 'record', 'at']]);
		assert.ok(lines.slice(1).every(line => line.includes('An advertisement.') && line.includes('A customer asked for')));
		const strikes = JSON.parse(json.text) as { state: string; byName: string; decision: { counts: boolean } }[];
		assert.deepEqual(strikes.map(({ state }) => state).sort(), ['counts', 'withdrawn']);
		const { username } = (await forum.admin.get('/api/self')).json as { username: string };
		assert.ok(strikes.every(({ byName }) => byName === username) && !csv.text.includes(username), 'owners read the forum’s staff');
		const elsewhere = await forum.member();
		await forum.admin.appoint(elsewhere, await forum.admin.category());
		for (const who of [await forum.member(), elsewhere]) {
			assert.equal((await file(who, 'csv')).status, 403);
		}
		assert.equal((await file(forum.guest(), 'json')).status, 401);
	});
});
