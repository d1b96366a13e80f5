import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import { itOn } from '../driver/gap';
import { newText } from '../driver/ground';
import type { Member } from '../driver/member';
import { actsOn, ask, eventually, makeCompanies, postIn, rows, type Company, type Row } from '../driver/partner-ground';
import type { Visitor } from '../driver/visitor';

describe('what the owner of a partner account hears (clause 4.12)', () => {
	let forum: Forum;
	let cid: number;
	let companies: Company[] = [];
	const first = () => companies[0] ?? assert.fail();
	const second = () => companies[1] ?? assert.fail();
	const post = (who: Member) => postIn(forum, who, cid);

	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category({ postQueue: 0 });
		companies = await makeCompanies(forum);
	});
	after(() => forum.close());

	it('shows reports and what moderators did, never who reported or who of the forum it was', async () => {
		const { id, owner, staff } = first();
		const reporter = await forum.member();
		const { pid } = await post(staff);
		const flag = await reporter.send('POST', '/api/v3/flags', { type: 'post', id: pid, reason: 'Off the purpose of the forum' });
		assert.equal(flag.status, 200, flag.text);
		const reports = async () => rows(await ask(owner, 'GET', `/partners/${id}/reports`), 'reports');
		const mine = async () => (await reports()).find(report => report.pid === String(pid));
		assert.ok(await eventually(async () => (await mine())?.state === 'open'));
		const moderator = await forum.member();
		await forum.admin.appoint(moderator, 'all');
		await moderator.edit(pid, { content: newText() });
		await moderator.send('PUT', `/api/v3/flags/${String((await mine())?.id)}`, { state: 'rejected' });
		await moderator.send('DELETE', `/api/v3/posts/${pid}/state`, {});
		await eventually(async () => (await actsOn(first(), pid)).includes('post-moderated deleted'));
		const kinds = await actsOn(first(), pid);
		for (const wanted of ['post-reported', 'post-decided rejected', 'post-moderated edited', 'post-moderated deleted']) {
			assert.ok(kinds.includes(wanted), `${wanted} in ${kinds.join()}`);
		}
		const { text } = await ask(owner, 'GET', `/partners/${id}/reports`);
		const timeline = (await ask(owner, 'GET', `/partners/${id}/timeline`)).text;
		for (const said of [text, timeline]) {
			assert.doesNotMatch(said, new RegExp(`${reporter.username}|${moderator.username}|Off the purpose|"(by|uid)":(${reporter.uid}|${moderator.uid})[,}]`));
		}
	});

	it('shows a whole topic that the forum took away and gave back, and none that its author did', async () => {
		const { staff } = first();
		const made = await staff.topic({ cid });
		const [tid, pid] = [Number(made.response.tid), Number(made.response.mainPid)];
		const moderator = await forum.member();
		await forum.admin.appoint(moderator, 'all');
		for (const [method, act] of [['DELETE', 'deleted'], ['PUT', 'restored']] as const) {
			const answer = await moderator.send(method, `/api/v3/topics/${tid}/state`, {});
			assert.equal(answer.status, 200, answer.text);
			assert.ok(await eventually(async () => (await actsOn(first(), pid)).includes(`post-moderated ${act}`)), act);
		}
		const own = await staff.topic({ cid });
		await staff.send('DELETE', `/api/v3/topics/${Number(own.response.tid)}/state`, {});
		assert.deepEqual(await actsOn(first(), Number(own.response.mainPid)), []);
	});

	it('tells the owner at once of a report, and the author when they are asked', async () => {
		const { id, owner, staff } = first();
		const { pid } = await post(staff);
		const heard = async (who: Visitor) => (await who.get('/api/notifications')).text;
		await (await forum.member()).send('POST', '/api/v3/flags', { type: 'post', id: pid, reason: 'Off the purpose of the forum' });
		assert.ok(await eventually(async () => (await heard(owner)).includes('/forum-terms/partner?tab=reports')));
		const words = `Please name the version, ${unique()}.`;
		for (let i = 0; i < 2; i += 1) {
			assert.equal((await ask(owner, 'POST', `/partners/${id}/posts/${pid}/question`, { words })).status, 200);
		}
		assert.ok(await eventually(async () => (await heard(staff)).includes(`/post/${pid}`)));
		assert.equal((await actsOn(first(), pid)).filter(kind => kind === 'post-questioned').length, 1);
		assert.doesNotMatch(await heard(second().owner), new RegExp(`/post/${pid}"`));
	});

	it('leaves it to the owner whether they are told of reports, as the forum has it for everything optional', async () => {
		const { owner, staff } = second();
		const setting = 'notificationType_forum-terms';
		const key = `user:${owner.uid}:settings`;
		const bells = async () => {
			const { notifications = [] } = (await owner.get('/api/notifications')).json as { notifications?: { nid: string }[] };
			return notifications.filter(({ nid }) => nid.startsWith('forum-terms:partner-event:')).length;
		};
		const report = async () => {
			const [{ pid }, reporter] = [await post(staff), await forum.member()];
			await reporter.send('POST', '/api/v3/flags', { type: 'post', id: pid, reason: 'Off the purpose of the forum' });
			assert.ok(await eventually(async () => (await actsOn(second(), pid)).includes('post-reported')));
		};
		const before = await bells();
		await report();
		assert.ok(await eventually(async () => await bells() === before + 1));
		// Stored, so that the link to unsubscribe in the e-mail finds a choice to change.
		assert.equal((await forum.host.hash(key))[setting], 'notificationemail');
		await forum.host.hash(key, { [setting]: 'none' });
		await report();
		await forum.host.hash(key, { [setting]: 'notification' });
		await report();
		assert.ok(await eventually(async () => await bells() === before + 2));
		assert.equal((await forum.host.hash(key))[setting], 'notification');
	});

	itOn('nodebb', 'the sandbox has no page of settings', 'has that choice among the settings of members and of the forum, once', async () => {
		const { owner } = second();
		const pages = [[owner, `/api/user/${owner.username}/settings`], [forum.admin, '/api/admin/settings/user']] as const;
		for (const [who, page] of pages) {
			type Choices = { notificationSettings?: { name: string; label: string }[] };
			const { notificationSettings = [] } = (await who.get(page)).json as Choices;
			const found = notificationSettings.filter(({ name }) => name === 'notificationType_forum-terms');
			assert.deepEqual(found.map(({ label }) => label), ['[[notifications:notificationType-forum-terms]]'], page);
		}
	});

	it('names in /me for whom one speaks, and in the export since when', async () => {
		const { id, owner, staff } = first();
		const me = async (who: Member) => (await who.terms.me()).response.partner;
		assert.deepEqual(await me(staff), { id, company: `Company of ${owner.username}`, role: 'support', level: 'Gold' });
		assert.equal(await me(await forum.member()), null);
		const exported = (await staff.terms.call('GET', '/me/export')).json as { partner?: { changes: Row[] }; response?: Row };
		const { changes } = (exported.partner ?? exported.response?.partner) as { changes: Row[] };
		assert.deepEqual(changes.map(({ partner, change, role }) => [partner, change, role])[0], [id, 'joined', 'support']);
	});

	it('shows readers of a company only who wrote and what they may read', async () => {
		const { id, owner, staff } = second();
		const { text, pid } = await post(staff);
		const page = async (who: Visitor) => who.get(`/api/forum-terms/partners/${id}`);
		assert.ok(await eventually(async () => (await page(forum.guest())).text.includes(text)));
		const shown = (await page(forum.guest())).json as { people: { username: string }[]; level: string };
		assert.deepEqual([shown.people.map(({ username }) => username), shown.level], [[staff.username], 'Gold']);
		await ask(owner, 'POST', `/partners/${id}/posts/${pid}/withdrawal`, { reason: 'A mistake.' });
		assert.doesNotMatch((await page(forum.guest())).text, new RegExp(text.slice(0, 40)));
		const hidden = await forum.admin.category({ postQueue: 0 });
		const secret = await postIn(forum, staff, hidden);
		await forum.admin.closeCategory(hidden);
		assert.doesNotMatch((await page(forum.guest())).text, new RegExp(secret.text.slice(0, 40)));
		assert.equal((await forum.guest().get('/api/forum-terms/partners/nobody')).status, 404);
	});

	it('opens the owner\'s page to nobody else, and says to everybody else what is theirs', async () => {
		const { id, owner, staff } = first();
		const page = async (who: Visitor, query = '') => who.get(`/api/forum-terms/partner${query}`);
		for (const tab of ['posts', 'waiting', 'reports', 'strikes', 'people', 'terms']) {
			const own = await page(owner, `?tab=${tab}`);
			assert.deepEqual([own.status, own.json.id, own.json.tab], [200, id, tab]);
			assert.equal((await page(forum.admin, `?tab=${tab}&id=${id}`)).status, 200);
			assert.equal((await page(second().owner, `?tab=${tab}&id=${id}`)).status, 403);
			assert.equal((await page(staff, `?tab=${tab}&id=${id}`)).status, 403);
		}
		const ofStaff = (await page(staff)).json;
		assert.deepEqual([ofStaff.isStaff, ofStaff.role, ofStaff.posts], [true, 'support', undefined]);
		assert.equal((await page(await forum.member())).json.isNone, true);
		assert.notEqual((await page(forum.guest())).status, 200);
	});
});
