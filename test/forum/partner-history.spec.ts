import assert from 'node:assert/strict';
import { openForum, unique, type Forum } from '../driver/forum';
import { newText } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, makeCompanies, rows, type Company } from '../driver/partner-ground';

describe('history of a partner account in the ACP (clause 4.12)', () => {
	let forum: Forum;
	let cid: number;
	let giver: Member;
	let judge: Member;
	let company: Company;
	const post = async () => Number((await company.staff.topic({ cid, content: newText() })).response.mainPid);

	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category({ postQueue: 0 });
		[giver, judge] = [await forum.member(), await forum.member()];
		await forum.admin.appoint(giver, cid);
		await forum.admin.appoint(judge, cid);
		[company = assert.fail()] = await makeCompanies(forum);
	});
	after(() => forum.close());

	it('names who gave, answered, counted and took back a strike, with words and points, newest first', async () => {
		const { id, owner, staff } = company;
		const words = ['Praise that nobody gave', 'A colleague wrote that', 'Still his post', 'Looked at it again']
			.map(text => `${text}, ${unique()}.`);
		const [given = '', answered = '', counted = '', withdrawn = ''] = words;
		const pid = await post();
		const strike = await ask(giver, 'POST', `/partners/${id}/strikes`, { pid, clause: '4.1', points: 3, reason: given });
		assert.equal(strike.status, 200, strike.text);
		const path = `/partners/${id}/strikes/${(strike.response.strike as { id: number }).id}`;
		assert.equal((await ask(owner, 'POST', `${path}/answer`, { text: answered })).status, 200);
		assert.equal((await ask(judge, 'POST', `${path}/decision`, { counts: true, reason: counted })).status, 200);
		assert.equal((await ask(judge, 'POST', `${path}/decision`, { counts: false, reason: withdrawn })).status, 200);

		const shown = await ask(forum.admin, 'GET', `/admin/partners/${id}`);
		assert.equal(shown.status, 200, shown.text);
		const lines = rows(shown, 'history').filter(({ facts }) => words.some(text => JSON.stringify(facts).includes(text)));
		assert.deepEqual(lines.map(({ kind, byName }) => [kind, byName]), [
			['strike-withdrawn', judge.username], ['strike-counted', judge.username],
			['strike-answered', owner.username], ['strike-given', giver.username],
		]);
		assert.deepEqual(lines.at(-1)?.facts, [staff.username, String(pid), '4.1', '3', given]);
		assert.ok(rows(shown, 'history').some(({ kind }) => kind === 'joined'), 'beside what happened to the account');
	});

	it('is for administrators only', async () => {
		for (const who of [giver, company.owner, company.staff]) {
			assert.equal((await ask(who, 'GET', `/admin/partners/${company.id}`)).status, 403);
		}
	});
});
