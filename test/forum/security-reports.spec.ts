import assert from 'node:assert/strict';
import { restrict } from '../driver/access-ground';
import { unique, type Forum } from '../driver/forum';
import { isQueued, newText, onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, eventually, makeCompanies, type Company } from '../driver/partner-ground';

const item = { key: 'seen', kind: 'text', prompt: { 'en-GB': 'What have you seen?' } };
const release = { key: 'release', kind: 'version', prompt: { 'en-GB': 'Which version do you use?' } };

describe('a security report (clauses 1, 3, 4.12 and 6)', function reports() {
	this.timeout(120_000);
	let forum: Forum;
	let ground: Ground;
	let alarm: number;
	let placed: { topics: Record<string, string>; replies: Record<string, string> };
	const profile = `report-${unique()}`;
	const strict = `strict-${unique()}`;
	const save = (id: string, content: object) => ask(forum.admin, 'PUT', `/admin/checklists/${id}`, content);
	async function place(more: { topics?: object; replies?: object }) {
		const answer = await ask(forum.admin, 'PUT', '/admin/checklist-places', {
			topics: { ...placed.topics, ...more.topics }, replies: { ...placed.replies, ...more.replies },
		});
		assert.equal(answer.status, 200, answer.text);
	}
	onGround(async (opened, made) => {
		[forum, ground] = [opened, made];
		placed = (await ask(forum.admin, 'GET', '/admin/checklists')).response.places as typeof placed;
		assert.equal((await save(profile, { kind: 'security', items: [item] })).status, 200);
		assert.equal((await save(strict, { items: [release] })).status, 200);
		alarm = await forum.admin.category({ parentCid: ground.otherCid, postQueue: 0 });
		await place({ topics: { [alarm]: profile } });
	});
	// Before the forum closes.
	describe('', () => {
		after(async () => {
			await place({});
			await ask(forum.admin, 'DELETE', `/admin/checklists/${profile}`);
			await ask(forum.admin, 'DELETE', `/admin/checklists/${strict}`);
		});
		const report = async (member: Member) => {
			const made = await member.topic({ cid: alarm, title: `Virus found ${unique()}`, content: newText() });
			assert.equal(made.status, 200, made.text);
			const { tid, mainPid, title } = made.response;
			return { tid: Number(tid), pid: Number(mainPid), title: String(title) };
		};
		const isTold = (title: string) => eventually(
			async () => (await forum.admin.get('/api/notifications')).text.includes(title));

		it('is answered without a checklist that its category inherits for replies', async () => {
			await place({ topics: { [alarm]: profile }, replies: { [ground.otherCid]: strict } });
			const [author, other] = [await forum.member(), await forum.member()];
			const { tid } = await report(author);
			const replied = await other.reply(tid, { content: newText() });
			assert.equal(replied.status, 200, replied.text);
			const usual = Number((await author.topic({ cid: ground.otherCid, content: newText() })).response.tid);
			assert.equal((await other.reply(usual, { content: newText() })).status, 400);
		});

		it('is mended by its author with answers that cannot be read', async () => {
			const author = await forum.member();
			const { pid } = await report(author);
			const edited = await author.edit(pid, { content: newText(), forumTerms: { checklist: { answers: 'none' } } });
			assert.equal(edited.status, 200, edited.text);
		});

		it('is mended by its author although it was written under another checklist', async () => {
			const cid = await forum.admin.category({ postQueue: 0 });
			const tagged = { ...item, key: 'more', shownWhen: { tags: ['virus'] } };
			await save(strict, { items: [release, tagged] });
			await place({ topics: { [alarm]: profile, [cid]: strict } });
			const author = await forum.member();
			const made = await author.topic({
				cid, content: newText(), forumTerms: { checklist: { answers: { release: 'V20 Update 9' } } },
			});
			assert.equal(made.status, 200, made.text);
			await place({ topics: { [alarm]: profile, [cid]: profile } });
			const tags = await author.tags(Number(made.response.tid), ['virus']);
			assert.equal(tags.status, 200, tags.text);
			const edited = await author.edit(Number(made.response.mainPid), { title: 'A virus', tags: ['virus'] });
			assert.equal(edited.status, 200, edited.text);
		});

		describe('of people of a partner account', () => {
			let companies: Company[];
			before(async () => {
				companies = await makeCompanies(forum);
			});

			async function isOpenToReportsAlone(member: Member, { tid, pid }: { tid: number; pid: number }) {
				for (const answer of [
					await member.topic({ cid: alarm, content: newText() }),
					await member.reply(tid, { content: newText() }),
					await member.edit(pid, { content: newText() }),
				]) {
					assert.equal(answer.status, 200, answer.text);
				}
				for (const answer of [
					await member.topic({ cid: ground.cid, content: newText() }),
					await member.reply(ground.tid, { content: newText() }),
					await member.crosspost(tid, ground.cid),
				]) {
					assert.ok(answer.status >= 400, answer.text);
				}
			}

			it('is taken while the account is suspended', async () => {
				const [{ id, staff } = assert.fail()] = companies;
				const earlier = await report(staff);
				const suspended = await ask(forum.admin, 'PUT', `/admin/partners/${id}/suspension`, {
					clause: '4.12', reason: 'Unanswered strikes.', notice: 'sent',
				});
				assert.equal(suspended.status, 200, suspended.text);
				await isOpenToReportsAlone(staff, earlier);
			});

			it('is neither hidden nor rewritten by their owner', async () => {
				const [, , { id, owner, staff } = assert.fail()] = companies;
				const { pid } = await report(staff);
				const usual = (await staff.topic({ cid: ground.cid, content: newText() })).response.mainPid;
				const act = (method: string, path: string, body: object) => ask(owner, method, `/partners/${id}/posts/${path}`, body);
				for (const [one, status] of [[pid, 409], [usual, 200]] as const) {
					const text = { content: 'Nothing has happened here at all.', reason: 'It was nothing.' };
					assert.equal((await act('PUT', String(one), text)).status, status);
					assert.equal((await act('POST', `${String(one)}/withdrawal`, { reason: 'It was nothing.' })).status, status);
				}
			});

			it('is taken from somebody whom their owner paused', async () => {
				const [, { id, owner, staff } = assert.fail()] = companies;
				const earlier = await report(staff);
				const paused = await ask(owner, 'PUT', `/partners/${id}/staff/${staff.uid}/halt`, { reason: 'On leave.' });
				assert.equal(paused.status, 200, paused.text);
				await isOpenToReportsAlone(staff, earlier);
			});
		});

		it('that waits in the queue keeps waiting when its author loses the right to post elsewhere', async () => {
			const queue = (postQueue: 0 | 1) => forum.admin.send('PUT', `/api/v3/categories/${alarm}`, { postQueue });
			await queue(1);
			const member = await forum.member();
			const [kept, ended] = [newText(), newText()];
			for (const [cid, content] of [[alarm, kept], [ground.queueCid, ended]] as const) {
				assert.equal((await member.topic({ cid, content })).response.queued, true);
			}
			const made = await restrict(forum.admin, {
				uid: member.uid, scope: 'posting', content: { posts: 'keep', queued: 'end', scheduled: 'end' },
			});
			assert.equal(made.status, 200, made.text);
			assert.deepEqual([await isQueued(forum, kept), await isQueued(forum, ended)], [true, false]);
			await queue(0);
		});

		it('rings the staff when a topic is moved to where reports are taken, too', async () => {
			const author = await forum.member();
			const title = `Trojan in the installer ${unique()}`;
			const { response } = await author.topic({ cid: ground.cid, title, content: newText() });
			const moved = await forum.admin.send('PUT', `/api/v3/topics/${String(response.tid)}/move`, { cid: alarm });
			assert.equal(moved.status, 200, moved.text);
			assert.ok(await isTold(title));
		});

		it('is one, and rings the staff, where the checklist for reports has no question', async () => {
			assert.equal((await save(profile, { kind: 'security', items: [] })).status, 200);
			const member = await forum.member();
			await restrict(forum.admin, { uid: member.uid, scope: 'posting' });
			assert.ok(await isTold((await report(member)).title));
		});
	});
});
