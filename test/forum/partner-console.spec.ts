import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import { newText } from '../driver/ground';
import type { Member } from '../driver/member';
import {
	actsOn, ask, eventually, listed, makeCompanies, postIn, rows, type Company, type Row,
} from '../driver/partner-ground';
import type { Visitor } from '../driver/visitor';

const base = '/api/v3/plugins/forum-terms';

describe('console of a partner\'s owner (clause 4.12)', () => {
	let forum: Forum;
	let cid: number;
	let queueCid: number;
	let closedCid: number;
	let companies: Company[] = [];
	const [first, second] = [0, 1].map(at => () => companies[at] ?? assert.fail()) as [() => Company, () => Company];
	const post = (who: Member, where = cid) => postIn(forum, who, where);
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
		companies = await makeCompanies(forum);
	});
	after(async () => {
		await forum.admin.setConfig('postQueue', 0);
		await forum.close();
	});

	it('offers owners to ask the authors of their people’s posts, and not themselves', async () => {
		const { owner, staff } = first();
		const [own, other] = [await post(owner), await post(staff)];
		assert.ok(await isListed(first(), own.pid) && await isListed(first(), other.pid));
		const { posts } = (await owner.get('/api/forum-terms/partner?tab=posts')).json as { posts: Row[] };
		const mayAsk = (pid: number) => posts.find(one => one.pid === String(pid))?.mayAsk;
		assert.deepEqual([mayAsk(own.pid), mayAsk(other.pid)], [false, true]);
	});

	it('lets nobody but owners and the forum look, and nobody but owners act: role by route, by company', async () => {
		const { id, owner, staff } = first();
		const { pid } = await post(staff);
		await isListed(first(), pid);
		const who: Record<string, Visitor> = {
			guest: forum.guest(), stranger: await forum.member(), foreign: second().owner, foreignStaff: second().staff,
			staff, owner, admin: forum.admin,
		};
		const looking = {
			guest: 401, stranger: 403, foreign: 403, foreignStaff: 403, staff: 403, owner: 200, admin: 200,
		};
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
		const peeks = events.filter(({ kind }) => kind === 'peeked')
			.map(({ uid, path }) => `${String(uid)} ${String(path)}`);
		assert.ok(peeks.includes(`${second().owner.uid} waiting`) && peeks.includes(`${second().owner.uid} posts/${pid}`), peeks.join());
		assert.ok(!peeks.some(peek => peek.startsWith('1 ')), 'the forum\'s staff does not peek');
	});

	it('keeps an owner away from what is not their staff\'s: 403, on record with whom they looked at', async () => {
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
		assert.ok(events.some(({ kind, uid, path }) =>
			kind === 'peeked' && uid === owner.uid && path === `posts/${theirs.pid}`));
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
		assert.deepEqual(new Set(found), new Set([...made, ofOwner, elsewhere]));
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

	it('shows what waits for the forum\'s staff, of their own people only', async () => {
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
		const item = waiting.find(({ content }) => content === texts[0]);
		const approved = await forum.admin.send('POST', `/api/v3/posts/queue/${String(item?.id)}`, {});
		assert.equal(approved.status, 200, approved.text);
		const left = rows(await ask(first().owner, 'GET', `/partners/${first().id}/waiting`), 'posts');
		assert.ok(!left.some(({ content }) => content === texts[0]), 'waits no more');
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

	it('lends the right to edit to the correction alone, not to the owner\'s other requests of that moment', async () => {
		const { id, owner, staff } = second();
		const { pid, tid } = await post(staff);
		const [better, other] = [newText(), newText()];
		const correction = await forum.host.amidEdit(pid,
			() => ask(owner, 'PUT', `/partners/${id}/posts/${pid}`, { content: better, reason: 'A wrong number.' }),
			async () => {
				assert.equal((await owner.edit(pid, { content: other })).status, 403);
			});
		assert.equal(correction.status, 200, correction.text);
		const shown = (await forum.admin.posts(tid)).find(one => Number(one.pid) === pid);
		assert.match(shown?.content ?? '', new RegExp(better.slice(0, 40)));
	});

	it('asks an owner for their own acceptance before their correction counts', async () => {
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
});
