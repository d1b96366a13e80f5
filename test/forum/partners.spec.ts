import assert from 'node:assert/strict';
import type { Member } from '../driver/member';
import { openForum, unique, type Forum } from '../driver/forum';
import { newText } from '../driver/ground';
import type { Answer, Visitor } from '../driver/visitor';

const base = '/api/v3/plugins/forum-terms';

describe('partners answer for their staff (clause 4.12)', () => {
	let forum: Forum;
	let cid: number;
	/** Three companies, each with an owner and somebody in support. */
	const companies: { id: string; owner: Member; staff: Member }[] = [];

	const admin = (method: string, path: string, body?: object) => forum.admin.terms.call(method, path, body);
	const ask = (who: Visitor, method: string, path: string, body?: object) => who.send(method, base + path, body);
	const put = (id: string, body: object, headers = {}) =>
		forum.admin.send('PUT', `${base}/admin/partners/${id}`, body, headers);
	const company = ({ owner, staff }: (typeof companies)[number], more: object = {}) => ({
		company: `Company of ${owner.username}`, level: 'Gold', owners: [owner.uid],
		staff: [{ uid: staff.uid, role: 'support' }], ...more,
	});

	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category({ postQueue: 0 });
		for (let i = 0; i < 3; i += 1) {
			const made = { id: `co-${unique()}`, owner: await forum.member(), staff: await forum.member() };
			companies.push(made);
			const saved = await put(made.id, company(made));
			assert.equal(saved.status, 200, saved.text);
		}
	});
	after(() => forum.close());

	const [first, second] = [() => companies[0] ?? assert.fail(), () => companies[1] ?? assert.fail()];

	it('stamps what staff write, shows for whom, and lists it for the owner; the past stays when they leave', async () => {
		const { id, owner, staff } = first();
		const topic = await staff.topic({ cid });
		const tid = Number(topic.response.tid);
		const badge = async () => {
			const [post] = (await forum.guest().get(`/api/topic/${tid}`)).json.posts as Record<string, unknown>[];
			return post?.forumTermsPartnerBadge;
		};
		assert.deepEqual(await badge(), { id, company: `Company of ${owner.username}`, role: 'support', level: 'Gold' });
		const listed = async () => {
			const { posts } = (await ask(owner, 'GET', `/partners/${id}/posts`)).response as { posts: { pid: string }[] };
			return posts.map(({ pid }) => Number(pid));
		};
		const pid = Number(topic.response.mainPid);
		for (let i = 0; i < 20 && !(await listed()).includes(pid); i += 1) {
			await new Promise(resolve => setTimeout(resolve, 50));
		}
		assert.ok((await listed()).includes(pid));
		const before = Date.now();
		// Moments are milliseconds: the change belongs to a later one.
		await new Promise(resolve => setTimeout(resolve, 2));
		await put(id, company(first(), { staff: [] }));
		assert.equal((await badge() as { id: string }).id, id);
		const timeline = (await ask(owner, 'GET', `/partners/${id}/timeline?at=${before}`)).response as
			{ owners: { uid: number; accepted: { version: string }[] }[]; people: { uid: number }[] };
		assert.deepEqual(timeline.people.map(person => person.uid).sort(), [owner.uid, staff.uid].sort());
		assert.equal(timeline.owners[0]?.accepted[0]?.version, await forum.admin.inForce());
		await put(id, company(first()));
	});

	it('sends an owner their summary as often as they chose', async () => {
		const { owner } = first();
		for (const rhythm of ['weekly', 'daily', 'off']) {
			await ask(owner, 'PUT', '/me/partner/digest', { rhythm });
			const { rhythms } = (await owner.get('/api/forum-terms/partner')).json as
				{ rhythms: { name: string; isChosen: boolean }[] };
			assert.deepEqual(rhythms.filter(({ isChosen }) => isChosen).map(({ name }) => name), [rhythm]);
		}
	});

	it('is not what the browser says it is', async () => {
		const member = await forum.member();
		const { response } = await member.topic({ cid, forumTermsPartner: first().id, forumTermsPartnerBadge: { id: 'x' } });
		assert.doesNotMatch((await forum.admin.get(`/api/topic/${Number(response.tid)}`)).text, /forumTermsPartner/);
	});

	it('shows a company to nobody but its owners and the forum: role by route', async () => {
		const { id, owner, staff } = first();
		const [stranger, foreign] = [await forum.member(), second().owner];
		const who = { guest: forum.guest(), stranger, foreign, staff, owner, admin: forum.admin };
		const expected: Record<string, Record<keyof typeof who, number>> = {
			posts: { guest: 401, stranger: 403, foreign: 403, staff: 403, owner: 200, admin: 200 },
			timeline: { guest: 401, stranger: 403, foreign: 403, staff: 403, owner: 200, admin: 200 },
		};
		for (const [route, statuses] of Object.entries(expected)) {
			for (const [name, visitor] of Object.entries(who)) {
				const answer = await ask(visitor, 'GET', `/partners/${id}/${route}`);
				assert.equal(answer.status, statuses[name as keyof typeof who], `${name} ${route}`);
			}
		}
		const fields = async (visitor: Visitor) =>
			Object.keys((await ask(visitor, 'GET', `/partners/${id}`)).response).sort();
		const open = ['company', 'id', 'isPartner', 'level'];
		assert.deepEqual([await fields(who.guest), await fields(stranger), await fields(foreign)], [open, open, open]);
		assert.ok((await fields(owner)).includes('people'));
		for (const [method, path] of [
			['GET', '/admin/partners'], ['PUT', `/admin/partners/${id}`], ['PUT', `/admin/partners/${id}/suspension`],
			['DELETE', `/admin/partners/${id}/suspension`],
		] as const) {
			assert.equal((await ask(owner, method, path, method === 'GET' ? undefined : {})).status, 403, path);
		}
	});

	it('records an owner who asks for what is not theirs', async () => {
		const { id, owner } = first();
		await ask(second().owner, 'GET', `/partners/${id}/posts`);
		const { events } = (await ask(owner, 'GET', `/partners/${id}/timeline`)).response as
			{ events: { kind: string; uid: number }[] };
		assert.ok(events.some(({ kind, uid }) => kind === 'peeked' && uid === second().owner.uid));
	});

	it('is stopped as a whole by one act of an administrator, at the next request, and let go as it was', async () => {
		const { id, owner, staff } = second();
		const replies = async (): Promise<Answer[]> => {
			const topic = await forum.admin.topic({ cid });
			return Promise.all([owner, staff].map(who =>
				who.reply(Number(topic.response.tid), { content: newText() })));
		};
		const stopped = await admin('PUT', `/admin/partners/${id}/suspension`,
			{ clause: '1', reason: 'Repeatedly off the purpose.' });
		assert.equal(stopped.status, 200, stopped.text);
		for (const answer of await replies()) {
			assert.equal(answer.status, 400);
			assert.match(answer.message, /is suspended.*\(clause 1\)/);
		}
		assert.equal((await admin('PUT', `/admin/partners/${id}/suspension`, { clause: '1', reason: 'Again.' })).status, 409);
		await admin('DELETE', `/admin/partners/${id}/suspension`, { reason: 'Talked it over.' });
		assert.deepEqual((await replies()).map(({ status }) => status), [200, 200]);
	});

	it('lets an owner stop their own people only', async () => {
		const { id, owner, staff } = second();
		const halt = (who: Visitor, uid: number, method = 'PUT') =>
			ask(who, method, `/partners/${id}/staff/${uid}/halt`, { reason: 'Left the team.' });
		assert.equal((await halt(staff, owner.uid)).status, 403);
		assert.equal((await halt(first().owner, staff.uid)).status, 403);
		assert.equal((await halt(owner, first().staff.uid)).status, 404);
		assert.equal((await halt(owner, owner.uid)).response.code, 'partner-owner-protected');
		assert.equal((await halt(owner, staff.uid)).status, 200);
		assert.match((await staff.topic({ cid })).message, /has paused your posting/);
		assert.equal((await halt(owner, staff.uid, 'DELETE')).status, 200);
		assert.equal((await staff.topic({ cid })).status, 200);
	});

	it('calls people by name where it refuses something about them, and by number who has none', async () => {
		const { id } = first();
		const { staff } = second();
		const said = async (uid: number) => (await put(id, company(first(), { staff: [{ uid, role: 'sales' }] }))).message;
		assert.ok((await said(staff.uid)).startsWith(`${staff.username} already speaks for another`), await said(staff.uid));
		assert.match(await said(999_999), /“999999”/);
		const removed = await ask(first().owner, 'DELETE', `/partners/${id}/staff/${staff.uid}`, { reason: 'Not one of ours.' });
		assert.ok(removed.message.startsWith(`${staff.username} does not speak for this`), removed.message);
	});

	it('refuses what cannot be, by field: levels, free mail, people of others, stale states', async () => {
		const { id, owner } = first();
		const said = async (more: object, headers = {}) => {
			const { status, response } = await put(id, company(first(), more), headers);
			return [status, response.code, response.field];
		};
		assert.deepEqual(await said({ level: 'Diamond' }), [400, 'partner-level-unknown', 'level']);
		assert.deepEqual(await said({ domains: ['gmail.com'] }), [400, 'body-invalid', 'domains.0']);
		assert.deepEqual(await said({ owners: [] }), [400, 'body-invalid', 'owners']);
		assert.deepEqual(await said({ staff: [{ uid: second().staff.uid, role: 'sales' }] }),
			[409, 'partner-member-elsewhere', 'staff.0.uid']);
		assert.deepEqual(await said({ staff: [{ uid: 999_999, role: 'sales' }] }), [404, 'member-unknown', 'staff.0.uid']);
		const { revision } = (await ask(owner, 'GET', `/partners/${id}`)).response as { revision: number };
		assert.deepEqual((await said({ contact: 'Eve' }, { 'if-match': `"${revision - 1}"` })).slice(0, 2), [409, 'partner-stale']);
		assert.equal((await said({ contact: 'Ada' }, { 'if-match': `"${revision}"` }))[0], 200);
	});

	it('are found by administrators, and people by owners, however the names were typed', async () => {
		const [{ id, owner }, guest] = [first(), await forum.member({ username: `Ju A ${unique()}` })];
		const mark = unique();
		assert.equal((await put(id, company(first(), { company: ` Mu\u0308ller\u00A0 ${mark}\u2028AG` }))).status, 200);
		assert.equal((await admin('GET', `/admin/partners/${id}`)).response.company, `M\u00FCller ${mark} AG`);
		const found = async (q: string) => ((await admin('GET', `/admin/partners?q=${encodeURIComponent(q)}`))
			.response.partners as { id: string }[]).map(one => one.id);
		for (const q of [`M\u00DCLLER  ${mark}`, `u\u0308ller\u202F${mark}`, `m\u00FCl\u00ADler ${mark} ag\u200B`, owner.username.toUpperCase()]) {
			assert.deepEqual(await found(q), [id], q);
		}
		const invited = await ask(owner, 'POST', `/partners/${id}/invitations`, {
			username: guest.username.toUpperCase().replace(' ', '\u00A0'), role: 'sales',
		});
		assert.equal(invited.status, 200, invited.text);
	});
});
