import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import { itOn } from '../driver/gap';
import { isQueued, newText } from '../driver/ground';
import type { Member } from '../driver/member';
import type { Answer, Visitor } from '../driver/visitor';

const base = '/api/v3/plugins/forum-terms';

describe('strikes against partner accounts (clause 4.12)', () => {
	let forum: Forum;
	let cid: number;
	let moderator: Member;
	/** Moderates the same category. */
	let second: Member;
	/** Moderates another one. */
	let elsewhere: Member;
	/** Four companies, each with an owner and two people. */
	const companies: { id: string; owner: Member; staff: Member; other: Member }[] = [];
	const ask = (who: Visitor, method: string, path: string, body?: object) => who.send(method, base + path, body);

	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category({ postQueue: 0 });
		moderator = await forum.member();
		await forum.admin.appoint(moderator, cid);
		[second, elsewhere] = [await forum.member(), await forum.member()];
		await forum.admin.appoint(second, cid);
		await forum.admin.appoint(elsewhere, await forum.admin.category({ postQueue: 0 }));
		for (let i = 0; i < 4; i += 1) {
			const made = {
				id: `co-${unique()}`, owner: await forum.member(), staff: await forum.member(), other: await forum.member(),
			};
			companies.push(made);
			const saved = await ask(forum.admin, 'PUT', `/admin/partners/${made.id}`, {
				company: `Company ${made.id}`, level: 'Gold', owners: [made.owner.uid],
				staff: [{ uid: made.staff.uid, role: 'support' }, { uid: made.other.uid, role: 'sales' }],
			});
			assert.equal(saved.status, 200, saved.text);
		}
	});
	after(() => forum.close());

	const company = (index: number) => companies[index] ?? assert.fail();
	const postOf = async (who: Member) => Number((await who.topic({ cid, content: newText() })).response.mainPid);
	const give = (who: Visitor, id: string, pid: number, more: object = {}) =>
		ask(who, 'POST', `/partners/${id}/strikes`, { pid, clause: '4.1', points: 3, reason: 'An advertisement.', ...more });
	const strikeIn = (answer: Answer) => answer.response.strike as { id: number; state: string };
	const codeOf = ({ status, response }: Answer) => [status, response.code];

	it('are given by who moderates there, for a post of that partner, once', async () => {
		const { id, staff } = company(0);
		const pid = await postOf(staff);
		const first = await give(moderator, id, pid);
		assert.equal(first.status, 200, first.text);
		assert.equal(strikeIn(first).state, 'open');
		assert.equal(strikeIn(await give(moderator, id, pid)).id, strikeIn(first).id);
		assert.deepEqual(codeOf(await give(forum.admin, id, pid)), [409, 'partner-strike-given']);
		assert.deepEqual(codeOf(await give(moderator, company(1).id, pid)), [409, 'partner-strike-other']);
		assert.deepEqual(codeOf(await give(moderator, id, 999_999_999)), [404, 'post-unknown']);
		const far = await staff.topic({ cid: await forum.admin.category({ postQueue: 0 }) });
		assert.equal((await give(moderator, id, Number(far.response.mainPid))).status, 403);
	});

	it('name the field at fault', async () => {
		const { id, staff } = company(0);
		const pid = await postOf(staff);
		for (const [more, field] of [
			[{ points: 11 }, 'points'], [{ clause: '9' }, 'clause'], [{ reason: ' a ' }, 'reason'], [{ days: 3 }, 'days'],
			[{ pid: 'x' }, 'pid'], [{ uid: 1 }, 'uid'],
		] as const) {
			const answer = await give(moderator, id, pid, more);
			assert.deepEqual([answer.status, answer.response.field], [400, field], JSON.stringify(more));
		}
	});

	it('are nobody else\'s business: role by route', async () => {
		const { id, owner, staff } = company(0);
		const pid = await postOf(staff);
		const made = strikeIn(await give(moderator, id, pid));
		const who = {
			guest: forum.guest(), stranger: await forum.member(), foreign: company(1).owner, staff, owner, moderator,
			elsewhere, admin: forum.admin,
		};
		const reason = { reason: 'A matrix of tests.' };
		const expected: [string, string, object | undefined, number[]][] = [
			['GET', `/partners/${id}/strikes`, undefined, [401, 403, 403, 403, 200, 200, 403, 200]],
			['GET', `/posts/${pid}/strike`, undefined, [401, 403, 403, 403, 403, 200, 403, 200]],
			['POST', `/partners/${id}/strikes`, { pid, clause: '4.9', points: 1, ...reason }, [401, 403, 403, 403, 403, 200, 403, 409]],
			['POST', `/partners/${id}/strikes/${made.id}/answer`, { text: 'It was asked for.' },
				[401, 403, 403, 403, 200, 403, 403, 403]],
			['POST', `/partners/${id}/strikes/${made.id}/decision`, { counts: true, ...reason },
				[401, 403, 403, 403, 403, 403, 403, 200]],
			['POST', `/partners/${id}/strikes/${made.id}/decision`, { counts: false, ...reason },
				[401, 403, 403, 403, 403, 200, 403, 409]],
			['POST', `/partners/${id}/referrals`, reason, [401, 403, 403, 403, 403, 403, 403, 200]],
		];
		for (const [method, path, body, statuses] of expected) {
			const got: number[] = [];
			for (const visitor of Object.values(who)) {
				got.push((await ask(visitor, method, path, body)).status);
			}
			assert.deepEqual(got, statuses, `${method} ${path}`);
		}
		const { events } = (await ask(owner, 'GET', `/partners/${id}/timeline`)).response as
			{ events: { kind: string; uid: number; path: string }[] };
		const tried = events.filter(({ kind, uid }) => kind === 'peeked' && uid === company(1).owner.uid).map(({ path }) => path);
		assert.deepEqual([...new Set(tried)].sort(), ['answer', 'decision', 'strikes']);
	});

	it('show a moderator of single categories those for posts there, and nothing else of the account', async () => {
		const { id, owner, staff } = company(2);
		const far = await forum.admin.category({ postQueue: 0 });
		await ask(forum.admin, 'POST', `/partners/${id}/strikes`, {
			pid: Number((await staff.topic({ cid: far, content: newText() })).response.mainPid), clause: '4.1', points: 1,
			reason: 'Far away.',
		});
		const page = async (who: Visitor, tab: string) =>
			(await who.get(`/api/forum-terms/partner?id=${id}&tab=${tab}`)).status;
		assert.deepEqual([await page(moderator, 'strikes'), (await ask(moderator, 'GET', `/partners/${id}/strikes`)).status],
			[403, 403]);
		const near = strikeIn(await give(moderator, id, await postOf(staff), { points: 1 }));
		const seen = async (who: Visitor) => (await ask(who, 'GET', `/partners/${id}/strikes`)).response as
			{ strikes: { id: number }[]; referrals: object[]; may: object };
		for (const who of [moderator, second]) {
			const { strikes, referrals, may } = await seen(who);
			assert.deepEqual([strikes.map(strike => strike.id), referrals], [[near.id], []]);
			assert.deepEqual(may, { answer: false, decide: true, refer: false });
			assert.deepEqual([await page(who, 'strikes'), await page(who, 'posts')], [200, 403]);
		}
		const { json } = await moderator.get(`/api/forum-terms/partner?id=${id}&tab=strikes`);
		assert.equal(json.isModerator, true);
		assert.deepEqual(['posts', 'facts', 'tabs', 'suspendedFor'].filter(name => json[name]), []);
		assert.deepEqual((await seen(owner)).may, { answer: true, decide: false, refer: false });
		assert.deepEqual((await seen(forum.admin)).may, { answer: false, decide: true, refer: true });
		assert.equal((await seen(forum.admin)).strikes.length, 2);
		assert.deepEqual([await page(elsewhere, 'strikes'), await page(staff, 'strikes')], [403, 403]);
	});

	it('let what is written for a security alert through, and nothing else of a held account', async () => {
		const { id, owner, staff } = company(3);
		const alarm = await forum.admin.category({ postQueue: 0 });
		const usual = await forum.admin.category({ postQueue: 0 });
		const admin = forum.admin.terms;
		const { response: { places } } = await admin.call('GET', '/admin/checklists');
		const before = places as { topics: Record<string, string>; replies: Record<string, string> };
		const profile = `alarm-${alarm}`;
		const item = { key: 'description', kind: 'text', required: false, prompt: { 'en-GB': 'What happened' } };
		const saved = await admin.call('PUT', `/admin/checklists/${profile}`, { kind: 'security', items: [item] });
		assert.equal(saved.status, 200, saved.text);
		const placed = await admin.call('PUT', '/admin/checklist-places', {
			...before, topics: { ...before.topics, [alarm]: profile },
		});
		assert.equal(placed.status, 200, placed.text);
		try {
			const { id: strike } = strikeIn(await give(moderator, id, await postOf(staff), { clause: '4.4', points: 6 }));
			await ask(owner, 'POST', `/partners/${id}/strikes/${strike}/answer`, { text: 'We are sorry.' });
			await ask(second, 'POST', `/partners/${id}/strikes/${strike}/decision`, { counts: true, reason: 'It is grave.' });
			const [loud, quiet] = [newText(), newText()];
			const reported = await staff.topic({ cid: alarm, content: loud });
			const { status, response: { queued, tid } } = reported;
			assert.deepEqual([status, queued, await isQueued(forum, loud)], [200, undefined, false], reported.text);
			const reply = newText();
			const replied = await staff.reply(Number(tid), { content: reply });
			assert.deepEqual([replied.response.queued, await isQueued(forum, reply)], [undefined, false], replied.text);
			assert.equal((await staff.topic({ cid: usual, content: quiet })).response.queued, true);
			assert.ok(await isQueued(forum, quiet));
		} finally {
			await admin.call('PUT', '/admin/checklist-places', before);
			await admin.call('DELETE', `/admin/checklists/${profile}`);
		}
	});

	it('hold the posts of an account once enough of them count, and no longer when one is taken back', async () => {
		const { id, owner, staff, other } = company(1);
		const decide = (strike: number, counts: boolean, reason = 'Looked at again.', by: Visitor = moderator) =>
			ask(by, 'POST', `/partners/${id}/strikes/${strike}/decision`, { counts, reason });
		const posts = [await postOf(staff), await postOf(other)];
		const early = { cid, title: 'A topic that was checked before', content: newText() };
		const promised = await staff.terms.call('POST', '/posting/check', early);
		assert.equal(promised.response.outcome, 'allow', promised.text);
		const given = await Promise.all(posts.map(async pid => strikeIn(await give(moderator, id, pid))));
		for (const { id: strike } of given) {
			assert.deepEqual(codeOf(await decide(strike, true)), [409, 'partner-answer-open']);
			assert.equal((await ask(owner, 'POST', `/partners/${id}/strikes/${strike}/answer`, { text: 'A customer asked.' })).status, 200);
			assert.deepEqual(codeOf(await ask(owner, 'POST', `/partners/${id}/strikes/${strike}/answer`, { text: 'Once more.' })),
				[409, 'partner-strike-answered']);
			assert.deepEqual(codeOf(await decide(strike, true)), [403, 'decision-own']);
			assert.equal(strikeIn(await decide(strike, true, 'Looked at it.', second)).state, 'counts');
			assert.deepEqual(codeOf(await decide(strike, true, 'A second time.')), [409, 'partner-strike-decided']);
		}
		const { standing } = (await ask(owner, 'GET', `/partners/${id}/strikes`)).response as
			{ standing: { stage: string; points: number } };
		assert.deepEqual([standing.stage, standing.points], ['held', 6]);

		const [waits, appears] = [newText(), newText()];
		const held = await staff.topic({ cid, content: waits });
		assert.deepEqual([held.response.queued, await isQueued(forum, waits)], [true, true], held.text);
		await forum.admin.appoint(other, cid);
		const release = (who: Visitor) => who.send('POST', `/api/v3/posts/queue/${String(held.response.id)}`, {});
		assert.deepEqual(codeOf(await release(other)), [403, 'partner-strike-own'], 'their own people do not release it');
		assert.deepEqual([(await release(moderator)).status, await isQueued(forum, waits)], [200, false]);
		const check = await staff.terms.call('POST', '/posting/check', { cid, title: 'A topic of a held account', content: waits });
		assert.equal(check.response.outcome, 'hold');
		const { token } = promised.response;
		assert.equal((await staff.topic({ ...early, forumTerms: { token } })).response.queued, true, 'no promise goes before it');
		assert.equal((await company(2).staff.topic({ cid, content: newText() })).response.queued, undefined);
		const unaccepted = await staff.topic({ cid, content: newText(), forumTerms: { accept: 'no list' } });
		assert.equal(unaccepted.status, 400);

		assert.equal(strikeIn(await decide(given[1]?.id ?? 0, false)).state, 'withdrawn');
		const after = await staff.topic({ cid, content: appears });
		const { status, response: { queued } } = after;
		assert.deepEqual([status, queued, await isQueued(forum, appears)], [200, undefined, false]);
	});

	it('cannot be given by somebody of the same company, even when they moderate there', async () => {
		const { id, staff, other } = company(2);
		await forum.admin.appoint(other, cid);
		assert.deepEqual(codeOf(await give(other, id, await postOf(staff))), [403, 'partner-strike-own']);
	});

	it('offer themselves in the menu of a post to who may give one', async () => {
		const { staff } = company(0);
		const pid = await postOf(staff);
		const offered = async (who: Visitor, of = pid) => {
			const { error, result } = await forum.socket(who, 'posts.loadPostTools', { pid: of });
			assert.equal(error, '');
			const { tools } = (result as { posts: { tools: { action: string }[] } }).posts;
			return tools.some(({ action }) => action === 'forum-terms/strike');
		};
		assert.deepEqual([await offered(moderator), await offered(staff)], [true, false]);
		assert.equal(await offered(moderator, await postOf(await forum.member())), false);
	});

	itOn('sandbox', 'what a real forum mails is in nobody\'s outbox', 'a referral goes to the address of the settings', async () => {
		const { id } = company(2);
		await forum.socket(forum.admin, 'admin.settings.set', {
			hash: 'forum-terms', values: { partnerTeamEmail: 'team@vendor.example' },
		});
		const made = await ask(forum.admin, 'POST', `/partners/${id}/referrals`, { reason: 'Please look at it.' });
		assert.ok(Number(made.response.mailedAt) > 0, made.text);
		assert.match((await forum.admin.get('/admin/sandbox/outbox')).text, /team@vendor\.example/);
	});
});
