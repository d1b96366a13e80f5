import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import { newText } from '../driver/ground';
import type { Member } from '../driver/member';
import type { Answer, Visitor } from '../driver/visitor';

const base = '/api/v3/plugins/forum-terms';
type Row = Record<string, unknown>;
interface Company { id: string; owner: Member; staff: Member }

/** Asks again until it is so: hooks that NodeBB does not wait for may be late. */
async function eventually(isSo: () => Promise<boolean>): Promise<boolean> {
	for (let i = 0; i < 40; i += 1) {
		if (await isSo()) {
			return true;
		}
		await new Promise(resolve => setTimeout(resolve, 50));
	}
	return false;
}

describe('console of a partner\'s owner (clause 4.12)', () => {
	let forum: Forum;
	let cid: number;
	let queueCid: number;
	let closedCid: number;
	/** Three companies, each with an owner and somebody in support. */
	const companies: Company[] = [];
	const first = () => companies[0] ?? assert.fail();
	const second = () => companies[1] ?? assert.fail();

	const ask = (who: Visitor, method: string, path: string, body?: object) => who.send(method, base + path, body);
	const rows = (answer: Answer, name: string) => (answer.response[name] ?? []) as Row[];
	const post = async (who: Member, where = cid): Promise<{ pid: number; tid: number; text: string }> => {
		const topic = await forum.admin.topic({ cid: where });
		const [tid, text] = [Number(topic.response.tid), newText()];
		const reply = await who.reply(tid, { content: text });
		assert.equal(reply.status, 200, reply.text);
		return { pid: Number(reply.response.pid), tid, text };
	};
	const acts = async ({ id, owner }: Company) => rows(await ask(owner, 'GET', `/partners/${id}/reports`), 'acts');
	const actsOn = async (company: Company, pid: number) =>
		(await acts(company)).filter(act => act.pid === String(pid)).map(({ kind, act }) => `${String(kind)} ${String(act)}`.trim());
	const listed = async ({ id, owner }: Company, query = '') =>
		rows(await ask(owner, 'GET', `/partners/${id}/posts${query}`), 'posts').map(({ pid }) => Number(pid));
	const isListed = (company: Company, pid: number) => eventually(async () => (await listed(company)).includes(pid));

	before(async () => {
		forum = await openForum();
		[cid, queueCid, closedCid] = [
			await forum.admin.category(), await forum.admin.category({ postQueue: 1 }), await forum.admin.category(),
		];
		await forum.admin.setConfig('postQueue', 1);
		for (const open of [cid, closedCid]) {
			await forum.admin.send('PUT', `/api/v3/categories/${open}`, { postQueue: 0 });
		}
		for (let i = 0; i < 3; i += 1) {
			const made = { id: `con-${unique()}`, owner: await forum.member(), staff: await forum.member() };
			companies.push(made);
			const saved = await forum.admin.send('PUT', `${base}/admin/partners/${made.id}`, {
				company: `Company of ${made.owner.username}`, level: 'Gold', owners: [made.owner.uid],
				staff: [{ uid: made.staff.uid, role: 'support' }],
			});
			assert.equal(saved.status, 200, saved.text);
		}
	});
	after(async () => {
		await forum.admin.setConfig('postQueue', 0);
		await forum.close();
	});

	it('lets nobody but owners and the forum look, and nobody but owners act: role by route, by company', async () => {
		const { id, owner, staff } = first();
		const { pid } = await post(staff);
		await isListed(first(), pid);
		const who: Record<string, Visitor> = {
			guest: forum.guest(), stranger: await forum.member(), foreign: second().owner, foreignStaff: second().staff,
			staff, owner, admin: forum.admin,
		};
		const looking = { guest: 401, stranger: 403, foreign: 403, foreignStaff: 403, staff: 403, owner: 200, admin: 200 };
		const acting = { ...looking, admin: 403 };
		const routes: [string, string, object | undefined, Record<string, number>][] = [
			...['posts', 'waiting', 'reports'].map((path): [string, string, undefined, Record<string, number>] =>
				['GET', `/partners/${id}/${path}`, undefined, looking]),
			['POST', `/partners/${id}/posts/${pid}/question`, { words: `Is this so? ${unique()}` }, acting],
			['PUT', `/partners/${id}/posts/${pid}`, { content: newText(), reason: 'A mistake.' }, acting],
			['POST', `/partners/${id}/posts/${pid}/withdrawal`, { reason: 'A mistake.' }, acting],
			['DELETE', `/partners/${id}/posts/${pid}/withdrawal`, {}, acting],
			['PUT', '/me/partner/digest', { rhythm: 'daily' }, {
				guest: 401, stranger: 403, foreign: 200, foreignStaff: 403, staff: 403, owner: 200, admin: 403,
			}],
		];
		for (const [method, path, body, statuses] of routes) {
			for (const [name, visitor] of Object.entries(who)) {
				const answer = await ask(visitor, method, path, body);
				assert.equal(answer.status, statuses[name], `${name} ${method} ${path}: ${answer.text.slice(0, 200)}`);
				if (name !== 'owner' && name !== 'admin') {
					assert.doesNotMatch(answer.text, new RegExp(owner.username), `${name} ${path}`);
				}
			}
		}
		const { events } = (await ask(owner, 'GET', `/partners/${id}/timeline`)).response as { events: Row[] };
		const peeks = events.filter(({ kind }) => kind === 'peeked').map(({ uid, path }) => `${String(uid)} ${String(path)}`);
		assert.ok(peeks.includes(`${second().owner.uid} waiting`) && peeks.includes(`${second().owner.uid} posts/${pid}`), peeks.join());
		assert.ok(!peeks.some(peek => peek.startsWith('1 ')), 'the forum\'s staff does not peek');
	});

	it('keeps an owner away from what is not his staff\'s: 403, on record with whom he looked at', async () => {
		const [{ id, owner }, other] = [first(), second()];
		const theirs = await post(other.staff);
		const nobodys = await post(await forum.member());
		for (const { pid } of [theirs, nobodys]) {
			const tried = await ask(owner, 'POST', `/partners/${id}/posts/${pid}/withdrawal`, { reason: 'Not mine.' });
			assert.equal(tried.status, 403, tried.text);
			assert.equal((await ask(owner, 'PUT', `/partners/${id}/posts/${pid}`, { content: newText(), reason: 'Not mine.' })).status, 403);
			assert.equal((await ask(owner, 'POST', `/partners/${id}/posts/${pid}/question`, { words: 'Not mine.' })).status, 403);
		}
		assert.equal((await ask(owner, 'POST', `/partners/${id}/posts/999999/withdrawal`, { reason: 'Nothing.' })).status, 404);
		const { events } = (await ask(other.owner, 'GET', `/partners/${other.id}/timeline`)).response as { events: Row[] };
		assert.ok(events.some(({ kind, uid, path }) => kind === 'peeked' && uid === owner.uid && path === `posts/${theirs.pid}`));
		assert.match(JSON.stringify(await forum.admin.posts(theirs.tid)), new RegExp(theirs.text.slice(0, 40)));
	});

	it('lists by person, category, days and state, and leaves none out between two pages', async () => {
		const company = companies[2] ?? assert.fail();
		const { id, owner, staff } = company;
		const otherCid = await forum.admin.category();
		await forum.admin.send('PUT', `/api/v3/categories/${otherCid}`, { postQueue: 0 });
		const topic = await forum.admin.topic({ cid });
		const made: number[] = [];
		for (let i = 0; i < 23; i += 1) {
			const reply = await staff.reply(Number(topic.response.tid), { content: newText() });
			made.push(Number(reply.response.pid));
		}
		const ofOwner = (await post(owner)).pid;
		const elsewhere = (await post(staff, otherCid)).pid;
		assert.ok(await isListed(company, elsewhere));
		const found: number[] = [];
		for (let before = ''; ;) {
			const answer = await ask(owner, 'GET', `/partners/${id}/posts?before=${before}`);
			found.push(...rows(answer, 'posts').map(({ pid }) => Number(pid)));
			if (!answer.response.next) {
				break;
			}
			before = String(Number(answer.response.next));
		}
		assert.deepEqual([...new Set(found)].sort((a, b) => a - b), [...made, ofOwner, elsewhere].sort((a, b) => a - b));
		assert.equal(found.length, 25);
		assert.deepEqual(await listed(company, `?uid=${owner.uid}`), [ofOwner]);
		assert.deepEqual(await listed(company, `?cid=${otherCid}`), [elsewhere]);
		const day = (time: number) => new Date(time).toISOString().slice(0, 10);
		assert.deepEqual(await listed(company, `?to=${day(Date.now() - 86_400_000)}`), []);
		assert.equal((await listed(company, `?from=${day(Date.now() - 86_400_000)}`)).length, 20);
		await ask(owner, 'POST', `/partners/${id}/posts/${elsewhere}/withdrawal`, { reason: 'A mistake.' });
		assert.deepEqual(await listed(company, '?state=withdrawn'), [elsewhere]);
		await forum.admin.send('DELETE', `/api/v3/posts/${ofOwner}/state`, {});
		assert.ok(await eventually(async () => (await listed(company, '?state=removed'))[0] === ofOwner));
		for (const [query, field] of [['?state=gone', 'state'], ['?from=yesterday', 'from'], ['?uid=me', 'uid']] as const) {
			const answer = await ask(owner, 'GET', `/partners/${id}/posts${query}`);
			assert.deepEqual([answer.status, answer.response.field], [400, field]);
		}
	});

	it('shows what waits for the forum\'s staff, of his own people only', async () => {
		const texts = [newText(), newText()];
		const writers = [await forum.member(), await forum.member()];
		for (const [index, writer] of writers.entries()) {
			const { id, owner } = companies[index] ?? assert.fail();
			const { people } = (await ask(owner, 'GET', `/partners/${id}`)).response as { people: { uid: number; role: string }[] };
			await forum.admin.send('PUT', `${base}/admin/partners/${id}`, {
				company: `Company of ${owner.username}`, level: 'Gold', owners: [owner.uid],
				staff: [...people.filter(({ role }) => role !== 'owner').map(({ uid, role }) => ({ uid, role })), { uid: writer.uid, role: 'sales' }],
			});
			await writer.topic({ cid: queueCid, content: texts[index] ?? '' });
		}
		const waiting = rows(await ask(first().owner, 'GET', `/partners/${first().id}/waiting`), 'posts');
		assert.ok(waiting.some(({ content, act, username }) =>
			content === texts[0] && act === 'topic' && username === writers[0]?.username));
		assert.ok(!waiting.some(({ content }) => content === texts[1]));
	});

	it('takes a post out of sight and brings it back, once each however often it is said', async () => {
		const { id, owner, staff } = first();
		const { pid, tid, text } = await post(staff);
		const say = (method: string, body: object = {}) => ask(owner, method, `/partners/${id}/posts/${pid}/withdrawal`, body);
		const isVisible = async () => JSON.stringify((await forum.guest().get(`/api/topic/${tid}`)).json.posts).includes(text);
		assert.equal(await isVisible(), true);
		assert.equal((await say('POST', {})).response.field, 'reason');
		const gone = await say('POST', { reason: 'It names a customer.' });
		assert.equal(gone.status, 200, gone.text);
		assert.equal(await isVisible(), false);
		assert.equal((await say('POST', { reason: 'It names a customer.' })).status, 200);
		assert.equal((await ask(owner, 'PUT', `/partners/${id}/posts/${pid}`, { content: newText(), reason: 'Later.' })).response.code,
			'partner-post-withdrawn');
		assert.equal((await say('DELETE')).status, 200);
		assert.equal(await isVisible(), true);
		assert.equal((await say('DELETE')).status, 200);
		assert.deepEqual(await actsOn(first(), pid), ['post-restored', 'post-withdrawn']);
	});

	it('does not bring back what the forum removed, and changes nothing in locked or unreadable places', async () => {
		const { id, owner, staff } = first();
		const removed = await post(staff);
		await forum.admin.send('DELETE', `/api/v3/posts/${removed.pid}/state`, {});
		const code = async (method: string, pid: number, path = '/withdrawal', body: object = {}) =>
			(await ask(owner, method, `/partners/${id}/posts/${pid}${path}`, body)).response.code;
		assert.equal(await code('DELETE', removed.pid), 'partner-post-removed');
		assert.equal(await code('POST', removed.pid, '/withdrawal', { reason: 'Mine to take.' }), 'partner-post-removed');
		const locked = await post(staff);
		await forum.admin.send('PUT', `/api/v3/topics/${locked.tid}/lock`, {});
		assert.equal(await code('POST', locked.pid, '/withdrawal', { reason: 'A mistake.' }), 'partner-post-locked');
		assert.equal(await code('PUT', locked.pid, '', { content: newText(), reason: 'A mistake.' }), 'partner-post-locked');
		const hidden = await post(staff, closedCid);
		await forum.admin.closeCategory(closedCid);
		assert.equal(await code('POST', hidden.pid, '/withdrawal', { reason: 'A mistake.' }), 'partner-post-unreadable');
		assert.ok(!(await listed(first())).includes(hidden.pid));
	});

	it('corrects in the owner\'s name through the door of every edit; the text before stays in the revisions', async () => {
		const { id, owner, staff } = second();
		const { pid, tid, text } = await post(staff);
		const correct = (content: string, who: Visitor = owner) =>
			ask(who, 'PUT', `/partners/${id}/posts/${pid}`, { content, reason: 'A wrong port number.' });
		const better = newText();
		const done = await correct(better);
		assert.equal(done.status, 200, done.text);
		const shown = (await forum.admin.posts(tid)).find(one => Number(one.pid) === pid);
		assert.match(shown?.content ?? '', new RegExp(better.slice(0, 40)));
		assert.equal(shown?.uid, staff.uid);
		await forum.admin.restore(pid);
		assert.match((await forum.admin.posts(tid)).find(one => Number(one.pid) === pid)?.content ?? '', new RegExp(text.slice(0, 40)));
		assert.equal((await correct('x')).response.code, 'partner-edit-refused');
		assert.ok((await actsOn(second(), pid)).includes('post-corrected'));
		// The right was lent for this one edit.
		assert.notEqual((await owner.edit(pid, { content: newText() })).status, 200);
	});

	it('asks an owner for his own acceptance before his correction counts', async () => {
		const { id, owner, staff } = second();
		const { pid, tid, text } = await post(staff);
		const version = await forum.admin.publish();
		const correction = { content: newText(), reason: 'A wrong port number.' };
		const refused = await ask(owner, 'PUT', `/partners/${id}/posts/${pid}`, correction);
		assert.equal(refused.response.code, 'terms-unaccepted', refused.text);
		assert.match(JSON.stringify(await forum.admin.posts(tid)), new RegExp(text.slice(0, 40)));
		const sent = await ask(owner, 'PUT', `/partners/${id}/posts/${pid}`, { ...correction, forumTerms: { accept: [version] } });
		assert.equal(sent.status, 200, sent.text);
		for (const { owner: one, staff: other } of companies) {
			await Promise.all([one.terms.accept(version), other.terms.accept(version)]);
		}
	});

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

	it('tells the owner at once of a report, and the author when he is asked', async () => {
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

	it('names in /me for whom one speaks, and in the export since when', async () => {
		const { id, owner, staff } = first();
		const me = async (who: Member) => (await who.terms.me()).response.partner;
		assert.deepEqual(await me(staff), { id, company: `Company of ${owner.username}`, role: 'support', level: 'Gold' });
		assert.equal(await me(await forum.member()), null);
		const exported = (await staff.terms.call('GET', '/me/export')).json as { partner?: { changes: Row[] }; response?: Row };
		const { changes } = (exported.partner ?? exported.response?.partner) as { changes: Row[] };
		assert.deepEqual(changes.map(({ partner, change, role }) => [partner, change, role])[0], [id, 'joined', 'support']);
	});
});
