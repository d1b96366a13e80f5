import assert from 'node:assert/strict';
import type { Member } from '../driver/member';
import { openForum, unique, type Forum } from '../driver/forum';

interface Stamped { forumTermsPartner?: string; forumTermsPartnerRole?: string }
interface Company { id: string; owner: Member; staff: Member }

/** Every door through which a partner's post comes, and everything that happens to it later. */
describe('for whom a post was written (clause 4.12)', () => {
	let forum: Forum;
	let cid: number;
	let acme: Company;
	let other: Company;

	const put = async ({ id, owner, staff }: Company, more: object = {}) => {
		const saved = await forum.admin.terms.call('PUT', `/admin/partners/${id}`, {
			company: `Company ${id}`, level: 'Gold', owners: [owner.uid], staff: [{ uid: staff.uid, role: 'support' }], ...more,
		});
		assert.equal(saved.status, 200, saved.text);
	};
	async function company(): Promise<Company> {
		const made = { id: `co-${unique()}`, owner: await forum.member(), staff: await forum.member() };
		await put(made);
		return made;
	}
	const stampOf = async (pid: number) => {
		const { forumTermsPartner, forumTermsPartnerRole, ...post } = await forum.admin.post(pid) as unknown as Stamped;
		assert.ok(!Object.keys(post).some(name => name.startsWith('forumTermsPartner')), 'nothing that no page shows');
		return [forumTermsPartner || '', forumTermsPartnerRole || ''];
	};
	const of = ({ id }: Company, role = 'support') => [id, role];
	const timeline = async ({ id, owner }: Company, at: number) =>
		(await owner.terms.call('GET', `/partners/${id}/timeline?at=${at}`)).response as {
			owners: { uid: number; accepted: { version: string }[] }[]; level: string;
			people: { uid: number; role: string }[];
		};

	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category({ postQueue: 0 });
		[acme, other] = [await company(), await company()];
	});
	after(() => forum.close());

	it('is the author\'s partner when a moderator lets it out of the queue, also where they speak for another', async () => {
		await forum.admin.setConfig('postQueue', 1);
		try {
			const queueCid = await forum.admin.category({ postQueue: 1 });
			await forum.admin.appoint(other.owner, queueCid);
			const queued = await acme.staff.topic({ cid: queueCid });
			const released = await other.owner.send('POST', `/api/v3/posts/queue/${String(queued.response.id)}`, {});
			assert.equal(released.status, 200, released.text);
			const { topics } = (await forum.admin.get(`/api/category/${queueCid}`)).json as { topics: { mainPid: number }[] };
			assert.deepEqual(await stampOf(topics[0]?.mainPid ?? 0), of(acme));
		} finally {
			await forum.admin.setConfig('postQueue', 0);
		}
	});

	describe('while it waits for staff', () => {
		let queueCid: number;
		before(async () => {
			await forum.admin.setConfig('postQueue', 1);
			queueCid = await forum.admin.category({ postQueue: 1 });
			await forum.admin.send('PUT', `/api/v3/categories/${cid}`, { postQueue: 0 });
		});
		after(() => forum.admin.setConfig('postQueue', 0));

		const wait = async (who: Member, more: object = {}): Promise<string> => {
			const queued = await who.topic({ cid: queueCid, title: `Waits ${unique()}`, ...more });
			assert.equal(queued.response.queued, true, queued.text);
			return String(queued.response.id);
		};
		const released = async (id: string) => {
			const answer = await forum.admin.approve(id);
			assert.equal(answer.status, 200, answer.text);
			return stampOf(Number((answer.response.post as { pid: number }).pid));
		};

		it('stays theirs who spoke when it was written: they leave, change to another company, or are stopped for a while', async () => {
			const [left, changed, halted] = [await company(), await company(), await company()];
			const ids = [await wait(left.staff), await wait(changed.staff), await wait(halted.staff)] as const;
			await put(left, { staff: [] });
			await put(changed, { staff: [] });
			const next = await company();
			await put(next, { staff: [{ uid: changed.staff.uid, role: 'sales' }] });
			const halt = (method: string) => halted.owner.terms.call(method,
				`/partners/${halted.id}/staff/${halted.staff.uid}/halt`, { reason: 'On leave.' });
			assert.equal((await halt('PUT')).status, 200);
			assert.deepEqual(await released(ids[0]), of(left), 'left');
			assert.deepEqual(await released(ids[1]), of(changed), 'changed');
			const stopped = await forum.admin.approve(ids[2]);
			assert.match(stopped.message, /clause 4\.12/);
			assert.equal((await halt('DELETE')).status, 200);
			assert.deepEqual(await released(ids[2]), of(halted), 'halted');
		});

		it('is nobody\'s when its author spoke for nobody yet', async () => {
			const joining = await forum.member();
			const id = await wait(joining);
			await put(await company(), { staff: [{ uid: joining.uid, role: 'support' }] });
			assert.deepEqual(await released(id), ['', '']);
		});

		it('is never the word of its author', async () => {
			const forumTermsSpokeFor = {
				forumTermsPartner: acme.id, forumTermsPartnerRole: 'owner', forumTermsPartnerOwners: String(acme.owner.uid),
			};
			const lie = { forumTermsSpokeFor, ...forumTermsSpokeFor, fromQueue: true };
			const nobody = await forum.member();
			assert.deepEqual(await released(await wait(nobody, lie)), ['', '']);
			const made = await nobody.topic({ cid, ...lie });
			assert.deepEqual(await stampOf(Number(made.response.mainPid)), ['', '']);
			const reply = await nobody.reply(Number(made.response.tid), lie);
			assert.deepEqual(await stampOf(Number(reply.response.pid)), ['', '']);
		});
	});

	it('stays through move, fork and merge, whoever does it, and follows a change of owner', async () => {
		const made = (await acme.staff.topic({ cid })).response;
		const [tid, pid] = [Number(made.tid), Number(made.mainPid)];
		const reply = Number((await acme.owner.reply(tid)).response.pid);
		assert.deepEqual(await stampOf(reply), of(acme, 'owner'));

		await forum.admin.send('PUT', `/api/v3/topics/${tid}/move`, { cid: await forum.admin.category() });
		assert.deepEqual(await stampOf(pid), of(acme), 'move');
		const forked = await forum.socket(forum.admin, 'topics.createTopicFromPosts', {
			title: 'A topic of its own', pids: [reply], fromTid: tid, cid,
		});
		assert.equal(forked.error, '');
		assert.deepEqual(await stampOf(reply), of(acme, 'owner'), 'fork');
		const merged = await forum.socket(forum.admin, 'topics.merge', {
			tids: [tid, Number((await forum.admin.post(reply)).tid)], options: { newTopicTitle: 'Both in one' },
		});
		assert.equal(merged.error, '');
		assert.deepEqual(await stampOf(reply), of(acme, 'owner'), 'merge');

		const given = async (to: Member) => {
			await forum.admin.send('PUT', `/api/v3/posts/${reply}/owner`, { uid: to.uid });
			// The forum tells of it after it answered.
			await new Promise(resolve => setTimeout(resolve, 300));
			return stampOf(reply);
		};
		assert.deepEqual(await given(other.staff), of(other), 'another company');
		assert.deepEqual(await given(await forum.member()), ['', ''], 'nobody\'s');
	});

	it('is stamped on a scheduled topic when it is written', async () => {
		const id = `co-${unique()}`;
		await put({ id, owner: forum.admin, staff: await forum.member() });
		try {
			const { response } = await forum.admin.topic({ cid, timestamp: Date.now() + 86_400_000 });
			assert.deepEqual(await stampOf(Number(response.mainPid)), [id, 'owner']);
		} finally {
			await put({ id, owner: await forum.member(), staff: await forum.member() });
		}
	});

	it('stays when they leave and when the owner changes; what they write afterwards is their own', async () => {
		const leaving = await company();
		const before = Number((await leaving.staff.topic({ cid })).response.mainPid);
		const successor = await forum.member();
		await put(leaving, { owners: [successor.uid], staff: [] });
		assert.deepEqual(await stampOf(before), of(leaving));
		assert.deepEqual(await stampOf(Number((await leaving.staff.topic({ cid })).response.mainPid)), ['', '']);
	});

	it('is answered for any day the same way twice, with the terms each owner had accepted then', async () => {
		const account = await company();
		const accepted = await forum.admin.inForce();
		await new Promise(resolve => setTimeout(resolve, 20));
		const moment = Date.now();
		await new Promise(resolve => setTimeout(resolve, 20));
		const first = await timeline(account, moment);
		const successor = await forum.member();
		await put(account, { owners: [account.owner.uid, successor.uid], staff: [], level: 'Silver' });
		const again = await timeline(account, moment);
		assert.deepEqual(again, first);
		assert.deepEqual(first.owners.map(({ uid, accepted: versions }) => [uid, versions.at(-1)?.version]),
			[[account.owner.uid, accepted]]);
		assert.ok(first.people.some(({ uid, role }) => uid === account.staff.uid && role === 'support'));
		const now = await timeline(account, Date.now() + 1000);
		assert.deepEqual([now.level, now.owners.length, now.people.length], ['Silver', 2, 2]);
	});

	it('is answered for a post too: who was its author then, for whom, with which terms accepted', async () => {
		const [acme, other] = [await company(), await company()];
		const pid = Number((await acme.staff.topic({ cid })).response.mainPid);
		const moment = Date.now();
		await new Promise(resolve => setTimeout(resolve, 20));
		await forum.admin.send('PUT', `/api/v3/posts/${pid}/owner`, { uid: other.staff.uid });
		interface PostThen { author: number; isOurs: boolean; role: string; accepted: { version: string }[] }
		const asked = ({ id, owner }: Company, at: number) =>
			owner.terms.call('GET', `/partners/${id}/timeline?pid=${pid}&at=${at}`);
		const then = async (account: Company, at: number) => (await asked(account, at)).response.post as PostThen;
		for (let i = 0; i < 40 && (await then(acme, Date.now())).isOurs; i += 1) {
			await new Promise(resolve => setTimeout(resolve, 50));
		}
		const [before, after] = [await then(acme, moment), await then(other, Date.now() + 1000)];
		assert.deepEqual([before.author, before.isOurs, before.role], [acme.staff.uid, true, 'support']);
		assert.equal(before.accepted.at(-1)?.version, await forum.admin.inForce());
		assert.deepEqual([after.author, after.isOurs], [other.staff.uid, true]);
		assert.equal((await then(other, moment)).isOurs, false);
		assert.equal((await asked(await company(), moment)).status, 403);
	});
});
