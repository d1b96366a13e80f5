import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { openForum, unique, type Forum } from '../driver/forum';
import type { Member } from '../driver/member';
import { namedAs } from '../driver/terms-client';

describe('terms over time (part of the lifecycle)', () => {
	let forum: Forum;
	let cid: number;
	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category();
	});
	after(() => forum.close());

	const admin = (method: string, path: string, body?: object) => forum.admin.terms.call(method, path, body);
	async function document(settings: object): Promise<{ id: string; version: string }> {
		const id = `doc-${unique()}`;
		const made = await admin('POST', '/admin/terms', { document: id, title: `Agreement ${id}`, ...settings });
		assert.equal(made.status, 200, made.text);
		await admin('PUT', `/admin/terms/${id}/draft`, {
			text: { 'en-GB': `## 1. Only here\n\nEdition ${unique()}.` }, change: 'significant', notice: 're-accept', changelog: 'First.',
		});
		const published = await admin('POST', `/admin/terms/${id}/publish`, {});
		assert.equal(published.status, 200, published.text);
		return { id, version: String(published.response.version) };
	}
	const archive = (id: string) => admin('PUT', `/admin/terms/${id}`, { archived: true });
	const posts = async (member: Member, place = cid) => (await member.topic({ cid: place })).status < 300;

	it('refuses an editorial change that would ask everybody again', async () => {
		const { id } = await document({});
		const refused = await admin('PUT', `/admin/terms/${id}/draft`, {
			text: { 'en-GB': '## 1. Only here\n\nClearer words.' }, change: 'editorial', notice: 're-accept', changelog: 'Words.',
		});
		assert.deepEqual([refused.status, refused.response.code, refused.response.field], [400, 'draft-asks', 'notice']);
		await archive(id);
	});

	it('asks for a second document before one category only', async () => {
		const place = await forum.admin.category();
		const { id, version } = await document({ cids: [place] });
		const member = await forum.member();
		assert.equal(await posts(member), true);
		const refused = await member.topic({ cid: place });
		assert.match(refused.message, namedAs(version));
		const { terms } = (await member.terms.posting(`?cid=${place}`)).response as { terms: { owed: { version: string }[] } };
		assert.deepEqual(terms.owed.map(owed => owed.version), [version]);
		assert.equal((await member.get('/categories')).status, 200);
		await member.terms.accept(version);
		assert.equal(await posts(member, place), true);
		const { tid, mainPid } = (await member.topic({ cid: place })).response;
		assert.equal((await member.post(Number(mainPid))).forumTermsVersion, `${await forum.admin.inForce()}, ${version}`);
		const other = await forum.member();
		assert.match((await other.reply(Number(tid))).message, namedAs(version));
		await archive(id);
		assert.equal((await other.reply(Number(tid))).status, 200);
	});

	it('asks only the members of a group', async () => {
		const name = `Group ${unique()}`;
		const group = await forum.admin.send('POST', '/api/v3/groups', { name });
		const [inside, outside] = [await forum.member(), await forum.member()];
		await forum.admin.send('PUT', `/api/v3/groups/${String(group.response.slug)}/membership/${inside.uid}`, {});
		const { id, version } = await document({ groups: [name] });
		assert.equal(await posts(outside), true);
		assert.match((await inside.topic({ cid })).message, namedAs(version));
		assert.equal((await admin('PUT', `/admin/terms/${id}`, { groups: [`Nobody ${unique()}`] })).response.code, 'document-invalid');
		await archive(id);
		assert.equal(await posts(inside), true);
	});

	it('asks whoever joins the group from then on, and whoever leaves it no longer', async () => {
		const [name, member] = [await forum.admin.group(), await forum.member()];
		const { id, version } = await document({ groups: [name] });
		const membership = `/api/v3/groups/${name}/membership/${member.uid}`;
		for (const method of ['PUT', 'DELETE', 'PUT']) {
			await forum.admin.send(method, membership, {});
			const isIn = method === 'PUT';
			assert.equal(await posts(member), !isIn);
			const { xRedirect } = await member.get('/api/categories');
			assert.equal(xRedirect, isIn ? '/forum-terms/accept?next=%2Fcategories' : '');
		}
		await member.terms.accept(version);
		assert.equal(await posts(member), true);
		await archive(id);
	});

	it('gives days of grace in which nobody is stopped', async () => {
		const member = await forum.member();
		const version = await forum.admin.publish({ graceDays: 5 });
		assert.equal(await posts(member), true);
		assert.equal((await member.get('/categories')).status, 200);
		const [owed] = await member.terms.owed() as unknown as { version: string; due: boolean; dueAt: number }[];
		assert.deepEqual([owed?.version, owed?.due], [version, false]);
		const { forumTerms } = (await member.get('/api/config')).json as { forumTerms: { pending: { version: string }[] } };
		assert.deepEqual(forumTerms.pending.map(pending => pending.version), [version]);
		await member.terms.accept(version);
		assert.deepEqual(await member.terms.owed(), []);
	});

	it('forecasts whom a publication asks, and that is what happens', async () => {
		await Promise.all([forum.member(), forum.member()]);
		await forum.admin.terms.saveDraft({
			text: { 'en-GB': `## 2. Forecast\n\n${unique()}` }, change: 'significant', notice: 're-accept', changelog: 'x',
		});
		const { asked, exempt } = (await admin('GET', '/admin/terms/forum/forecast')).response as { asked: number; exempt: number };
		await forum.admin.terms.publish();
		let owed = 0;
		for (let cursor: number | null = 1; cursor !== null;) {
			const page = (await forum.admin.terms.members(`?state=owed&cursor=${cursor}`)).response as
				{ members: unknown[]; cursor: number | null };
			owed += page.members.length;
			({ cursor } = page);
		}
		assert.equal(owed, asked + exempt);
	});

	it('records an acceptance on behalf, and asks again after a breach', async () => {
		const member = await forum.member({ accepted: false });
		const version = await forum.admin.inForce();
		const nameless = await admin('POST', `/admin/members/${member.uid}/acceptance`, { version, language: 'en-GB', reason: ' ' });
		assert.deepEqual([nameless.status, nameless.response.field], [400, 'reason']);
		const done = await admin('POST', `/admin/members/${member.uid}/acceptance`, {
			version, language: 'en-GB', reason: 'Signed on paper',
		});
		assert.equal(done.status, 200, done.text);
		assert.equal(await posts(member), true);
		assert.deepEqual((await member.terms.records()).map(({ event, method }) => [event, method]), [['accepted', 'behalf']]);

		await admin('POST', `/admin/members/${member.uid}/recall`, { document: 'forum', reason: 'Clause 4.1' });
		assert.equal(await posts(member), false);
		await member.terms.accept(version);
		assert.equal(await posts(member), true);
		assert.equal((await admin('POST', '/admin/members/99999999/recall', { document: 'forum', reason: 'none' })).response.code,
			'member-unknown');
	});

	it('lets a text be accepted only after the time that reading takes', async () => {
		const place = await forum.admin.category();
		const { id, version } = await document({ cids: [place], readingSeconds: 3600 });
		const member = await forum.member();
		await member.terms.posting(`?cid=${place}`);
		const early = await member.terms.accept(version);
		assert.deepEqual([early.status, early.response.code], [409, 'reading-unfinished']);
		await admin('PUT', `/admin/terms/${id}`, { readingSeconds: 0 });
		assert.equal((await member.terms.accept(version)).status, 200);
		await archive(id);
	});

	it('shows the text in another language and says so', async () => {
		const version = await forum.admin.publish({ text: { 'en-GB': `## 2. One\n\n${unique()}` } });
		assert.match((await forum.guest().get(`/forum-terms/${version}?lang=de`)).text, /nicht in deiner Sprache, sondern in dieser: .*Englisch/);
		assert.doesNotMatch((await forum.guest().get(`/forum-terms/${version}?lang=en-US`)).text, /not available in your language/);
	});

	it('is taken away as CSV and JSON by administrators, however long', async () => {
		const member = await forum.member();
		const csv = await forum.admin.get('/api/v3/plugins/forum-terms/admin/terms/forum/members.csv');
		assert.match(csv.text, /^\uFEFFuid,username,state,version,decidedAt\r\n/);
		assert.match(csv.text, new RegExp(`\\r\\n${member.uid},${member.username},accepted,forum-\\d+,2`));
		const json = await forum.admin.get('/api/v3/plugins/forum-terms/admin/terms/forum/members.json');
		const rows = JSON.parse(json.text) as { uid: number; state: string }[];
		assert.equal(rows.find(({ uid }) => uid === member.uid)?.state, 'accepted');
		assert.equal((await forum.admin.get('/api/v3/plugins/forum-terms/admin/terms/none/members.csv')).status, 404);
	});

	it('is told by notification to those who are asked, once', async () => {
		const [asked, settled] = [await forum.member(), await forum.member()];
		await forum.admin.publish({ notify: true, changelog: 'Clause 4 is shorter.', title: 'Forum terms' });
		await settled.terms.accept(await forum.admin.inForce());
		const heard = async (member: Member) => {
			const { notifications = [] } = (await member.get('/api/notifications')).json as { notifications?: { nid: string }[] };
			return notifications.filter(({ nid }) => nid.startsWith('forum-terms:forum-')).length;
		};
		assert.ok(Number((await admin('POST', '/admin/announcements', {})).response.told) > 0);
		// Who owes is led away from every page but those they need; NodeBB pushes half a second later.
		await asked.terms.accept(await forum.admin.inForce());
		for (let i = 0; i < 20 && await heard(asked) === 0; i += 1) {
			await sleep(250);
		}
		assert.deepEqual([await heard(asked), await heard(settled)], [1, 0]);
		assert.equal((await admin('POST', '/admin/announcements', {})).response.told, 0);
	});

	it('is agreed to by use where nobody is asked, once and as a method of its own', async () => {
		const member = await forum.member();
		const version = await forum.admin.publish({ change: 'editorial', notice: 'silent' });
		assert.equal(await posts(member), true);
		assert.equal(await posts(member), true);
		const implied = (await member.terms.records()).filter(({ method }) => method === 'implied');
		assert.deepEqual(implied.map(record => [record.event, record.version]), [['accepted', version]]);
	});

	it('goes out to a group first, then to everybody; the others stay on the version before', async () => {
		const name = `Pilot ${unique()}`;
		const group = await forum.admin.send('POST', '/api/v3/groups', { name });
		const [pilot, other] = [await forum.member(), await forum.member()];
		await forum.admin.send('PUT', `/api/v3/groups/${String(group.response.slug)}/membership/${pilot.uid}`, {});
		await forum.admin.terms.saveDraft({
			text: { 'en-GB': `## 2. Rollout\n\n${unique()}` }, change: 'significant', notice: 're-accept', changelog: 'x',
		});
		await forum.admin.terms.publish({ rollout: { percent: 0, groups: [name] } });
		assert.equal(await posts(other), true);
		assert.equal(await posts(pilot), false);
		const owedBy = async (member: Member) => {
			const { documents: listed } = (await member.terms.documents()).response;
			const { inForce } = (await member.terms.me()).response;
			return ([listed, inForce] as { version: string; owed: boolean }[][]).map(documents =>
				documents.filter(({ owed }) => owed).map(({ version }) => version));
		};
		assert.deepEqual(await owedBy(other), [[], []]);
		const [[version = '']] = await owedBy(pilot) as [string[]];
		assert.deepEqual(await owedBy(pilot), [[version], [version]]);
		assert.equal((await other.terms.accept(version)).response.code, 'version-on-its-way');
		assert.equal((await pilot.terms.accept(version)).status, 200);
		await admin('PUT', '/admin/terms/forum/rollout', { percent: 100 });
		assert.equal(await posts(other), false);
		assert.equal((await admin('PUT', '/admin/terms/forum/rollout', { percent: 101 })).response.field, 'percent');
	});

	it('shows a draft to administrators as members and guests will see it, in each language', async () => {
		await forum.admin.terms.saveDraft({
			text: { 'en-GB': '## 2. English words', de: '## 2. Deutsche Worte' }, change: 'significant', notice: 're-accept',
			changelog: 'x',
		});
		const path = '/forum-terms/preview/forum';
		assert.match((await forum.admin.get(`${path}?language=de`)).text, /Deutsche Worte/);
		assert.match((await forum.admin.get(`${path}?as=guest&language=en-GB`)).text, /English words/);
		assert.equal((await (await forum.member()).get(path)).status, 403);
		await forum.admin.terms.discardDraft();
		assert.equal((await forum.admin.get(path)).status, 404);
	});

	it('refuses documents that cannot be', async () => {
		for (const [body, field] of [
			[{ document: 'X', title: 'T' }, 'document'], [{ document: 'ok-id' }, 'title'],
			[{ document: 'ok-id', title: 'T', renewal: 'weekly' }, 'renewal'],
			[{ document: 'ok-id', title: 'T', cids: ['a'] }, 'cids.0'], [{ document: 'ok-id', title: 'T', reminderDays: -1 }, 'reminderDays'],
		] as const) {
			const answer = await admin('POST', '/admin/terms', body);
			assert.deepEqual([answer.status, answer.response.field], [400, field], answer.text);
		}
		assert.equal((await admin('POST', '/admin/terms', { document: 'forum', title: 'Again' })).response.code, 'document-exists');
	});
});
