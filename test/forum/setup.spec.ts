import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import type { Visitor } from '../driver/visitor';

interface Setup {
	isShown: boolean; done: number; total: number; steps: { name: string; isDone: boolean; isAside: boolean }[];
}

describe('the setup list in the ACP', function setup() {
	this.timeout(60_000);
	let forum: Forum;
	before(async () => {
		forum = await openForum();
	});
	after(() => forum.close());

	const api = '/api/v3/plugins/forum-terms';
	const shown = async () => (await forum.admin.get('/api/admin/plugins/forum-terms')).json.setup as Setup;
	const isDone = async (name: string) => (await shown()).steps.find(step => step.name === name)?.isDone;
	const navigation = async () =>
		((await forum.admin.get('/api/admin/settings/navigation')).json.enabled as { route: string; enabled: boolean }[]);
	const ours = ['/forum-terms', '/forum-terms/checklists', '/forum-terms/restrictions'];

	it('stands in the order in which things are done, and counts what is done', async () => {
		const { steps, done, total } = await shown();
		assert.deepEqual(steps.map(({ name }) => name),
			['terms', 'categories', 'checklists', 'exempt', 'partners', 'tried', 'navigation']);
		assert.deepEqual([done, total], [steps.filter(step => step.isDone).length, steps.length]);
	});

	it('reads each step from what is there: a saved choice, a partner, a version that somebody accepted', async () => {
		await forum.socket(forum.admin, 'admin.settings.set', { hash: 'forum-terms', values: { exemptGroups: '' } });
		assert.equal(await isDone('exempt'), true);
		const id = `setup-${unique()}`;
		const { uid } = await forum.member();
		const made = await forum.admin.send('PUT', `${api}/admin/partners/${id}`, { company: id, level: 'Gold', owners: [uid] });
		assert.equal(made.status, 200, made.text);
		assert.equal(await isDone('partners'), true);
		await forum.admin.publish();
		await forum.member();
		assert.deepEqual([await isDone('terms'), await isDone('tried')], [true, true]);
	});

	it('offers our pages for the navigation switched off, and adds each of them once, however often it is pressed', async () => {
		const before = await navigation();
		const add = () => forum.admin.send('POST', `${api}/admin/setup/navigation`, {});
		const [one, other] = await Promise.all([add(), add()]);
		assert.deepEqual([one.status, other.status], [200, 200]);
		assert.deepEqual((await add()).response.added, []);
		const routes = (await navigation()).map(({ route }) => route);
		assert.deepEqual(routes.filter(route => ours.includes(route)).sort(), ours);
		assert.deepEqual(routes.slice(0, before.length), before.map(({ route }) => route), 'what was there stays where it was');
		assert.equal(await isDone('navigation'), true);
	});

	it('names to every member the pages that are theirs, in their language, and to a guest none', async () => {
		const [plain, moderator, owner] = [await forum.member(), await forum.member(), await forum.member()];
		await forum.admin.appoint(moderator, await forum.admin.category());
		const id = `pages-${unique()}`;
		await forum.admin.send('PUT', `${api}/admin/partners/${id}`, { company: id, level: 'Gold', owners: [owner.uid] });
		const pagesOf = async (who: Visitor, query = '') =>
			((await who.get(`${api}/me/pages${query}`)).response as { pages: { route: string; title: string }[] }).pages;
		const routesOf = async (who: Visitor) => (await pagesOf(who)).map(({ route }) => route).sort();
		const own = '/me/forum-terms';
		assert.deepEqual(await routesOf(plain), [own]);
		assert.deepEqual(await routesOf(moderator), [
			'/forum-terms/checklists', '/forum-terms/restrictions', '/forum-terms/waiting', own,
		]);
		assert.deepEqual(await routesOf(owner), ['/forum-terms/partner', own]);
		for (const route of await routesOf(moderator)) {
			const answer = await moderator.get(route);
			assert.ok([200, 302, 307].includes(answer.status), `${route}: ${answer.status}`);
		}
		assert.deepEqual((await pagesOf(plain, '?lang=de')).map(({ title }) => title), ['Meine Zustimmungen']);
		assert.equal((await forum.guest().get(`${api}/me/pages`)).status, 401);
	});

	it('lets a publication only record at first; one that is refused changes nothing', async () => {
		const publish = () => forum.admin.send('POST', `${api}/admin/terms/forum/publish`, { recordOnly: true });
		const enforcement = async () => {
			const { documents } = (await forum.admin.get('/api/admin/plugins/forum-terms')).json;
			return (documents as { enforcement: string }[])[0]?.enforcement;
		};
		assert.equal((await publish()).status, 404);
		assert.equal(await enforcement(), 'block');
		await forum.admin.send('PUT', `${api}/admin/terms/forum/draft`, {
			text: { 'en-GB': `## 2. Acceptance\n\n${unique()}` }, change: 'significant', notice: 're-accept', changelog: 'A trial.',
		});
		const done = await publish();
		assert.equal(done.status, 200, done.text);
		assert.equal(await enforcement(), 'record');
		const member = await forum.member({ accepted: false });
		const cid = await forum.admin.category({ name: `Trial ${unique()}` });
		assert.equal((await member.topic({ cid, title: `Not stopped ${unique()}` })).status, 200);
		await forum.socket(forum.admin, 'admin.settings.set', { hash: 'forum-terms', values: { enforcement: 'block' } });
		assert.equal((await member.topic({ cid, title: `Stopped ${unique()}` })).status, 400);
	});

	it('takes a step that this forum does not need for settled, until somebody takes that back', async () => {
		const aside = (step: string, isAside: unknown) => forum.admin.send('PUT', `${api}/admin/setup/aside`, { step, isAside });
		const of = async (name: string) => (await shown()).steps.find(step => step.name === name);
		const [open] = (await shown()).steps.filter(({ isDone: done, name }) => !done && name !== 'terms');
		assert.ok(open, 'something is left to do');
		const { done } = await shown();
		assert.deepEqual([(await aside(open.name, true)).status, (await aside(open.name, true)).status], [200, 200]);
		assert.deepEqual([(await of(open.name))?.isAside, (await shown()).done], [true, done + 1]);
		assert.equal((await of(open.name))?.isDone, false);
		await aside(open.name, false);
		assert.deepEqual([(await of(open.name))?.isAside, (await shown()).done], [false, done]);
		assert.deepEqual([(await aside('terms', true)).status, (await aside('nothing', true)).status, (await aside(open.name, 'yes')).status],
			[400, 400, 400]);
		const member = await forum.member();
		assert.equal((await member.send('PUT', `${api}/admin/setup/aside`, { step: open.name, isAside: true })).status, 403);
	});

	it('is hidden and comes back as an administrator likes', async () => {
		const show = (isShown: unknown) => forum.admin.send('PUT', `${api}/admin/setup`, { isShown });
		assert.equal((await show(false)).status, 200);
		assert.equal((await shown()).isShown, false);
		assert.equal((await show('yes')).status, 400);
		await show(true);
		assert.equal((await shown()).isShown, true);
	});
});
