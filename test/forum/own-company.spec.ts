import assert from 'node:assert/strict';
import { restrict } from '../driver/access-ground';
import { openForum, type Forum } from '../driver/forum';
import { newText } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, makeCompanies, type Company } from '../driver/partner-ground';
import type { Answer } from '../driver/visitor';

const said = ({ status, response }: Answer) => [status, response.code];
const done = (answer: Answer) => {
	assert.equal(answer.status, 200, answer.text);
	return answer.response;
};
const ownAccount = [403, 'partner-strike-own'];
const ownCompany = [403, 'own-company'];

/** Clause 4.12: who speaks for a company does not decide about it, whatever their rights in the forum. */
describe('staff in matters of their own company', function ownMatters() {
	this.timeout(120_000);
	let forum: Forum;
	let cid: number;
	let ours: Company;
	let other: Company;
	/** The company's person in support, with the rights of an administrator. */
	let insider: Member;
	let outsider: Member;
	let colleague: Member;

	const suspension = { clause: '4.1', reason: 'Invented praise.' };
	const strike = { clause: '4.1', points: 1, reason: 'An advertisement.' };

	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category({ postQueue: 0 });
		const [first, second] = await makeCompanies(forum);
		[ours, other] = [first ?? assert.fail(), second ?? assert.fail()];
		[insider, outsider, colleague] = [ours.staff, await forum.member(), ours.owner];
		for (const who of [insider, outsider]) {
			assert.equal((await forum.administer(who, true)).status, 200);
		}
	});
	after(async () => {
		for (const who of [insider, outsider]) {
			await forum.administer(who, false);
		}
		await forum.close();
	});

	it('neither suspend it nor lift its suspension nor judge its answer; of other companies they do', async () => {
		const path = `/admin/partners/${ours.id}/suspension`;
		const lift = (who: Member, of = path) => ask(who, 'DELETE', of, { reason: 'All is well again.' });
		assert.deepEqual(said(await ask(insider, 'PUT', path, suspension)), ownAccount);
		assert.deepEqual(said(await ask(insider, 'POST', `${path}/plan`, suspension)), ownAccount);
		done(await ask(outsider, 'PUT', path, suspension));
		const refused = await lift(insider);
		assert.deepEqual(said(refused), ownAccount, refused.text);
		assert.match(refused.message, /somebody else has to decide/);
		done(await ask(colleague, 'PUT', `/partners/${ours.id}/suspension/answer`, { text: 'It was true.' }));
		assert.deepEqual(said(await ask(insider, 'PUT', `${path}/decision`, { reason: 'It was not.' })), ownAccount);
		done(await lift(outsider));
		const theirs = `/admin/partners/${other.id}/suspension`;
		done(await ask(insider, 'PUT', theirs, suspension));
		done(await lift(insider, theirs));
	});

	it('read how somebody can decide when nobody else is there: who is off the account may', async () => {
		const path = `/admin/partners/${ours.id}`;
		const people = { company: 'Own matters', level: 'Gold', owners: [colleague.uid] };
		const whole = { ...people, staff: [{ uid: insider.uid, role: 'support' }] };
		done(await ask(outsider, 'PUT', `${path}/suspension`, suspension));
		const lift = () => ask(insider, 'DELETE', `${path}/suspension`, { reason: 'All is well again.' });
		const answers = [await lift(), await restrict(insider, { uid: colleague.uid, scope: 'chat' })];
		for (const { message } of answers) {
			assert.match(message, /needs another administrator, or an administrator takes/);
		}
		done(await ask(insider, 'PUT', path, { ...people, staff: [] }));
		done(await lift());
		done(await ask(insider, 'PUT', path, whole));
	});

	it('neither give its strikes nor decide about them, nor refer it', async () => {
		const pid = Number(done(await colleague.topic({ cid, content: newText() })).mainPid);
		const path = `/partners/${ours.id}/strikes`;
		assert.deepEqual(said(await ask(insider, 'POST', path, { ...strike, pid })), ownAccount);
		assert.deepEqual(said(await ask(insider, 'POST', `${path}/plan`, { ...strike, pid })), ownAccount);
		const given = done(await ask(outsider, 'POST', path, { ...strike, pid })).strike as { id: number };
		for (const counts of [true, false]) {
			assert.deepEqual(said(await ask(insider, 'POST', `${path}/${given.id}/decision`, { counts, reason: 'Looked at it.' })), ownAccount);
		}
		assert.deepEqual(said(await ask(insider, 'POST', `/partners/${ours.id}/referrals`, { reason: 'Have a look.', posts: [pid] })), ownAccount);
		done(await ask(outsider, 'POST', `${path}/${given.id}/decision`, { counts: false, reason: 'Looked at it.' }));
	});

	it('nor restore what the forum removed of its posts, one by one or with their topic', async () => {
		const { tid, mainPid } = done(await colleague.topic({ cid, content: newText() }));
		const pid = Number(done(await colleague.reply(Number(tid), { content: newText() })).pid);
		for (const path of [`/api/v3/posts/${pid}/state`, `/api/v3/topics/${Number(tid)}/state`]) {
			done(await outsider.send('DELETE', path, {}));
			assert.deepEqual(said(await insider.send('PUT', path, {})), ownAccount, path);
			done(await outsider.send('PUT', path, {}));
			done(await insider.send('DELETE', path, {}));
			done(await insider.send('PUT', path, {}));
		}
		assert.ok(Number(mainPid) > 0);
	});

	it('neither restrict its people, nor change or lift their restrictions, nor answer their appeals', async () => {
		const wanted = { uid: colleague.uid, scope: 'chat' };
		assert.deepEqual(said(await restrict(insider, wanted)), ownCompany);
		assert.deepEqual(said(await ask(insider, 'POST', '/admin/restrictions/plan', {
			...wanted, clause: '4.1', notice: 'sent',
		})), ownCompany);
		const id = Number(done(await restrict(outsider, wanted)).id);
		const path = `/admin/restrictions/${id}`;
		done(await ask(colleague, 'POST', `/access/${id}/appeal`, { text: 'It was a quotation, not mine.' }));
		const page = (await insider.get(`/api/forum-terms/restrictions?id=${id}`)).json;
		assert.deepEqual([page.mayDecide, page.mayLift, page.mayAnswer, page.mayNameCause], Array(4).fill(false));
		const acts: [string, string, object][] = [
			['PUT', `${path}/appeal`, { decision: 'granted', answer: 'It was one.' }],
			['PUT', `${path}/appeal`, { decision: 'declined', answer: 'It was none.' }],
			['PUT', `${path}/end`, { until: Date.now() + 86_400_000, reason: 'Sooner.' }],
			['PUT', `${path}/cause`, { clause: '4.2', reason: 'Another one.', withoutCause: false, evidence: [] }],
			['DELETE', path, { reason: 'All is well again.' }],
		];
		for (const [method, at, body] of acts) {
			const answer = await ask(insider, method, at, body);
			assert.deepEqual(said(answer), ownCompany, `${method} ${at}: ${answer.text}`);
		}
		const waiting = async (who: Member) => (await who.get('/api/forum-terms/waiting')).text.includes(`restrictions?id=${id}`);
		assert.deepEqual([await waiting(insider), await waiting(outsider)], [false, true]);
		done(await ask(forum.admin, 'PUT', `${path}/appeal`, { decision: 'granted', answer: 'It was one.' }));
	});

	it('nor verify a licence that they or its people claim', async () => {
		for (const [who, code] of [[insider, 'licence-own'], [colleague, 'own-company']] as const) {
			const key = ['AAAA', 'BBBB', String(who.uid).padStart(4, '0'), 'DDDD'].join('-');
			const { id } = done(await ask(who, 'POST', '/me/licences', { key })) as { id: number };
			const decide = (by: Member) => ask(by, 'POST', `/admin/licences/${id}/decision`, { verified: true, reason: 'Seen the invoice.' });
			assert.deepEqual(said(await decide(insider)), [403, code]);
			done(await decide(outsider));
		}
	});
});
