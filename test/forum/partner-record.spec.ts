import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import { newText } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, makeCompanies, type Company, type Row } from '../driver/partner-ground';
import type { Visitor } from '../driver/visitor';

describe('what was decided about a partner account stands years later (clause 4.12)', () => {
	let forum: Forum;
	let cid: number;
	let moderator: Member;
	let companies: Company[] = [];
	const company = () => companies[0] ?? assert.fail();
	/** Publishes clause 4.1 with these words; nobody has to accept again. */
	const rule = (words: string) => forum.admin.publish({
		text: { 'en-GB': `## 2. Acceptance\n\nUse means agreement.\n\n## 4. Posting\n\n1. ${words}` },
		change: 'editorial', notice: 'silent',
	});
	/** A topic of the company's staff that the moderator gives a strike for. */
	async function struck() {
		const [{ id, staff }, text] = [company(), newText()];
		const pid = Number((await staff.topic({ cid, content: text })).response.mainPid);
		const given = await ask(moderator, 'POST', `/partners/${id}/strikes`,
			{ pid, clause: '4.1', points: 1, reason: 'An advertisement.' });
		assert.equal(given.status, 200, given.text);
		return { pid, text, strike: (given.response.strike as { id: number }).id };
	}
	const strikeOf = async (who: Visitor, id: number) => {
		const answer = await ask(who, 'GET', `/partners/${company().id}/strikes`);
		const strikes = answer.response.strikes as Row[] | undefined;
		return strikes?.find(strike => strike.id === id) ?? assert.fail(answer.text);
	};

	before(async () => {
		forum = await openForum();
		await rule('No advertising, as it was first.');
		cid = await forum.admin.category({ postQueue: 0 });
		moderator = await forum.member();
		await forum.admin.appoint(moderator, cid);
		companies = await makeCompanies(forum);
	});
	after(() => forum.close());

	it('a strike shows the sentence of its own version, for owner and staff, also after the next publication', async () => {
		const { id, owner, staff } = company();
		const version = await forum.admin.inForce();
		const { strike } = await struck();
		const second = await forum.member();
		await forum.admin.appoint(second, cid);
		await ask(owner, 'POST', `/partners/${id}/strikes/${strike}/answer`, { text: 'A customer asked for it.' });
		const next = await rule('Advertising is welcome now.');
		const decided = await ask(second, 'POST', `/partners/${id}/strikes/${strike}/decision`, { counts: true, reason: 'It stays.' });
		assert.equal(decided.status, 200, decided.text);
		for (const who of [owner, moderator, forum.admin]) {
			const { termsVersion, sentence, versionName, decision } = await strikeOf(who, strike);
			assert.equal(termsVersion, version);
			assert.match(String(sentence), /as it was first/);
			assert.match(String(versionName), /version \d+ of/);
			assert.equal((decision as Row).termsVersion, next);
		}
		const { decisions } = (await ask(owner, 'GET', `/partners/${id}/timeline`)).response as { decisions: Row[] };
		assert.deepEqual(decisions.slice(0, 3).map(one => [one.act, one.termsVersion]),
			[['uphold', next], ['answer', ''], ['strike', version]]);
		const exported = (await staff.terms.call('GET', '/me/export')).json as { partner?: Row; response?: { partner: Row } };
		const own = ((exported.partner ?? exported.response?.partner)?.strikes as Row[]).find(one => one.id === strike);
		assert.deepEqual([own?.termsVersion, own?.reason], [version, 'An advertisement.']);
		assert.match(String(own?.sentence), /as it was first/);
		await rule('No advertising, as it was first.');
	});

	it('the post is kept when it is purged, for staff, the owner and its author, and for nobody else', async () => {
		const { id, owner, staff } = company();
		const { pid, text, strike } = await struck();
		const evidence = (who: Visitor) => ask(who, 'GET', `/partners/${id}/strikes/${strike}/evidence`);
		const before = await evidence(moderator);
		await staff.edit(pid, { content: newText() });
		const purged = await forum.admin.send('DELETE', `/api/v3/posts/${pid}`);
		assert.equal(purged.status, 200, purged.text);
		const elsewhere = await forum.member();
		await forum.admin.appoint(elsewhere, await forum.admin.category());
		for (const who of [forum.admin, moderator, owner, staff]) {
			const { status, response, text: said } = await evidence(who);
			const [post] = response.posts as { content: string; pid: string; isPurged: boolean }[];
			assert.deepEqual([status, post?.content, post?.pid, post?.isPurged], [200, text, String(pid), false], said);
		}
		assert.deepEqual((await evidence(forum.admin)).response, before.response);
		for (const who of [await forum.member(), elsewhere, companies[1]?.owner ?? assert.fail()]) {
			assert.equal((await evidence(who)).status, 403);
		}
		assert.equal((await evidence(forum.guest())).status, 401);
		const unknown = await ask(owner, 'GET', `/partners/${id}/strikes/${strike + 1000}/evidence`);
		assert.equal(unknown.status, 404);
	});

	it('a suspension, its end and a referral show the sentence and the version of their time', async () => {
		const [{ id, owner, staff }, version] = [company(), await forum.admin.inForce()];
		const done = async (method: string, path: string, body: object) => {
			const answer = await ask(forum.admin, method, path, body);
			assert.equal(answer.status, 200, answer.text);
		};
		await done('PUT', `/admin/partners/${id}/suspension`, { clause: '4.1', reason: 'Advertised everywhere.' });
		await rule('Advertising is welcome now.');
		const next = await rule('No advertising, as it was first.');
		await done('DELETE', `/admin/partners/${id}/suspension`, { reason: 'They mended it.' });
		const pid = Number((await staff.topic({ cid, content: newText() })).response.mainPid);
		await done('POST', `/partners/${id}/referrals`, { reason: 'Again and again.', posts: [pid] });
		const { decisions } = (await ask(owner, 'GET', `/partners/${id}/timeline`)).response as { decisions: Row[] };
		const [refer, reinstate, suspend] = decisions;
		assert.deepEqual([suspend, reinstate, refer].map(one => [one?.act, one?.termsVersion, one?.facts]), [
			['suspend', version, 'Advertised everywhere.'], ['reinstate', next, 'They mended it.'],
			['refer', next, 'Again and again.'],
		]);
		assert.equal(reinstate?.about, suspend?.id);
		assert.match(String(suspend?.sentence), /as it was first/);
	});

	describe('and who decided, gave or reported it does not answer', () => {
		const people = ['giver', 'reporter', 'another'] as const;
		const expected: [person: typeof people[number], status: number][] = [['giver', 403], ['reporter', 403], ['another', 200]];

		/** Moderators of a category of their own, where one gives the strike, and one reported the post. */
		async function answered() {
			const [{ id, owner, staff }, place] = [company(), await forum.admin.category({ postQueue: 0 })];
			const made = await Promise.all(people.map(async name => [name, await forum.member()] as const));
			const who = Object.fromEntries(made) as Record<typeof people[number], Member>;
			for (const person of Object.values(who)) {
				await forum.admin.appoint(person, place);
			}
			const pid = Number((await staff.topic({ cid: place, content: newText() })).response.mainPid);
			const flag = await who.reporter.report('post', pid);
			assert.equal(flag.status, 200, flag.text);
			const given = await ask(who.giver, 'POST', `/partners/${id}/strikes`, { pid, clause: '4.1', points: 1, reason: `Seen ${unique()}.` });
			const strike = (given.response.strike as { id: number }).id;
			await ask(owner, 'POST', `/partners/${id}/strikes/${strike}/answer`, { text: 'A customer asked for it.' });
			return { who, pid, strike, decide: (person: Visitor, counts: boolean) =>
				ask(person, 'POST', `/partners/${id}/strikes/${strike}/decision`, { counts, reason: 'Looked at again.' }) };
		}

		for (const [person, status] of expected) {
			it(`a strike: ${person} is answered ${status}`, async () => {
				const { who, decide } = await answered();
				const said = await decide(who[person], true);
				assert.deepEqual([said.status, said.response.code], [status, status === 200 ? undefined : 'decision-own'], said.text);
				assert.ok(status === 200 || !said.message.includes(who.giver.username), said.message);
				assert.ok(status === 200 || !said.message.includes(who.reporter.username), said.message);
			});
		}

		for (const [person, status] of [['who suspended', 403], ['another administrator', 200]] as const) {
			it(`a suspension: ${person} is answered ${status}`, async () => {
				const [other] = await makeCompanies(forum);
				const { id, owner, staff } = other ?? assert.fail();
				const second = await forum.member();
				assert.equal((await forum.administer(second, true)).status, 200);
				try {
					const uphold = (who: Visitor) =>
						ask(who, 'PUT', `/admin/partners/${id}/suspension/decision`, { reason: 'They were not.' });
					const say = (who: Visitor, text = 'They were real.') =>
						ask(who, 'PUT', `/partners/${id}/suspension/answer`, { text });
					assert.equal((await say(owner)).response.code, 'partner-not-suspended');
					await ask(forum.admin, 'PUT', `/admin/partners/${id}/suspension`, { clause: '4.1', reason: 'Invented praise.' });
					assert.equal((await uphold(second)).response.code, 'partner-suspension-unanswered');
					const answers: number[] = [];
					for (const one of [staff, forum.admin, owner, owner]) {
						answers.push((await say(one)).status);
					}
					assert.deepEqual(answers, [403, 403, 200, 200]);
					assert.equal((await say(owner, 'Something else.')).response.code, 'partner-suspension-answered');
					const said = await uphold(status === 200 ? second : forum.admin);
					assert.deepEqual([said.status, said.response.code], [status, status === 200 ? undefined : 'decision-own'], said.text);
					const { suspension } = (await ask(owner, 'GET', `/partners/${id}/strikes`)).response as { suspension: Row };
					assert.deepEqual([(suspension.answer as Row).text, Boolean(suspension.upheld)], ['They were real.', status === 200]);
					assert.match(String(suspension.sentence), /as it was first/);
					const lifted = await ask(forum.admin, 'DELETE', `/admin/partners/${id}/suspension`, { reason: 'After all.' });
					assert.equal(lifted.status, 200, 'whoever suspended may take it back');
				} finally {
					await forum.administer(second, false);
				}
			});
		}

		it('a strike whose post is purged: its reporter is still one', async () => {
			const { who, pid, decide } = await answered();
			await forum.admin.send('DELETE', `/api/v3/posts/${pid}`);
			assert.equal((await decide(who.reporter, true)).response.code, 'decision-own');
			assert.equal((await decide(who.giver, false)).status, 200, 'whoever gave it may take it back');
		});

		it('a strike: nobody of the company reads who reported', async () => {
			const { who } = await answered();
			const { id, owner } = company();
			for (const path of [`/partners/${id}/strikes`, `/partners/${id}/timeline`]) {
				const { text } = await ask(owner, 'GET', path);
				assert.doesNotMatch(text, new RegExp(`${who.reporter.username}|"(by|uid|reporters)":\\[?${who.reporter.uid}[,}\\]]`));
			}
		});
	});
});
