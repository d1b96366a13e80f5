import assert from 'node:assert/strict';
import { openForum, type Forum } from '../driver/forum';
import { restrict } from '../driver/access-ground';
import { newText } from '../driver/ground';
import { ask, makeCompanies, rows, type Row } from '../driver/partner-ground';
import type { Visitor } from '../driver/visitor';

describe('a referral to the partner team (clauses 1 and 6)', () => {
	let forum: Forum;
	let cid: number;

	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category({ postQueue: 0 });
	});
	after(() => forum.close());

	it('a referral is about posts of the account and people who lost their access, not about others', async () => {
		const [one, other] = await makeCompanies(forum);
		const { id, staff } = { ...one ?? assert.fail(), staff: other?.staff ?? assert.fail() };
		const foreign = Number((await staff.topic({ cid, content: newText() })).response.mainPid);
		for (const [more, field] of [
			[{ posts: [foreign] }, 'posts.0'], [{ posts: [999_999_999] }, 'posts.0'], [{ restriction: 999_999 }, 'restriction'],
			[{ posts: 'all' }, 'posts'], [{ restriction: -1 }, 'restriction'],
		] as const) {
			const { status, response, text } = await ask(forum.admin, 'POST', `/partners/${id}/referrals`, { reason: 'Look at it.', ...more });
			assert.ok(status >= 400 && status < 500 && response.field === field, text);
		}
	});

	it('an owner whose access ends is offered to be referred, once', async () => {
		const [one] = await makeCompanies(forum);
		const { id, owner } = one ?? assert.fail();
		const made = await restrict(forum.admin, { uid: owner.uid, scope: 'forum' });
		assert.equal(made.status, 200, made.text);
		const endings = async () =>
			(await ask(forum.admin, 'GET', `/partners/${id}/strikes`)).response.endings as { restriction: number; uid: number }[];
		const [ending] = await endings();
		assert.equal(ending?.uid, owner.uid);
		const referred = await ask(forum.admin, 'POST', `/partners/${id}/referrals`, {
			reason: 'Their owner is banned.', restriction: ending?.restriction,
		});
		assert.equal(referred.response.restriction, ending?.restriction, referred.text);
		assert.deepEqual(await endings(), []);
	});

	describe('is offered when the access of one of their people ends', () => {
		const ofRestriction = async (reader: Visitor, id: unknown) =>
			(await ask(reader, 'GET', `/admin/restrictions/${String(id)}`)).response.referral as Row | null;

		it('in the answer and with the restriction, for staff too, until it is made', async () => {
			const [one] = await makeCompanies(forum);
			const { id, staff } = one ?? assert.fail();
			const made = await restrict(forum.admin, { uid: staff.uid, scope: 'forum' });
			const [offer, restriction] = [made.response.referral as Row | null, Number(made.response.id)];
			assert.deepEqual([offer?.partner, offer?.path],
				[id, `/forum-terms/partner?id=${id}&tab=strikes&restriction=${restriction}`], made.text);
			assert.deepEqual(await ofRestriction(forum.admin, restriction), offer);
			const page = await forum.admin.get(`/forum-terms/restrictions?id=${restriction}`);
			assert.ok(page.text.includes(`restriction=${restriction}"`), 'the button opens the form with the restriction');
			const referrals = async () => rows(await ask(forum.admin, 'GET', `/partners/${id}/strikes`), 'referrals');
			assert.deepEqual(await referrals(), [], 'nobody refers by themselves');
			const referred = await ask(forum.admin, 'POST', `/partners/${id}/referrals`, { reason: 'Banned for good.', restriction });
			assert.equal(referred.status, 200, referred.text);
			assert.equal(await ofRestriction(forum.admin, restriction), null);
		});

		it('not for a time away, not for a part of the forum, and not for people without a company', async () => {
			const [[one], stranger] = [await makeCompanies(forum), await forum.member()];
			const { staff } = one ?? assert.fail();
			const until = Date.now() + 86_400_000;
			for (const decision of [
				{ uid: staff.uid, scope: 'chat' }, { uid: staff.uid, scope: 'forum', until }, { uid: stranger.uid, scope: 'forum' },
			]) {
				const made = await restrict(forum.admin, decision);
				assert.deepEqual([made.status, made.response.referral], [200, null], made.text);
			}
		});

		it('neither to staff who may not refer, nor to an administrator of that company, nor after it was lifted', async () => {
			const [moderator, colleague] = [await forum.member(), await forum.member()];
			const { id, owner, staff } = (await makeCompanies(forum))[0] ?? assert.fail();
			await forum.admin.appoint(moderator, 'all');
			assert.equal((await forum.administer(colleague, true)).status, 200);
			await ask(forum.admin, 'PUT', `/admin/partners/${id}`, {
				company: 'Ours', level: 'Gold', owners: [owner.uid],
				staff: [staff, colleague].map(({ uid }) => ({ uid, role: 'support' })),
			});
			const { response: { id: restriction } } = await restrict(forum.admin, { uid: owner.uid, scope: 'forum' });
			assert.equal(await ofRestriction(moderator, restriction) ?? null, null);
			assert.equal(await ofRestriction(colleague, restriction), null);
			assert.ok(await ofRestriction(forum.admin, restriction));
			const endings = async () => rows(await ask(forum.admin, 'GET', `/partners/${id}/strikes`), 'endings').length;
			assert.equal(await endings(), 1);
			await ask(forum.admin, 'DELETE', `/admin/restrictions/${String(restriction)}`, { reason: 'A mistake.' });
			assert.equal(await ofRestriction(forum.admin, restriction), null);
			assert.equal(await endings(), 0, 'nor with the strikes of the account');
			const { text } = await ask(forum.admin, 'GET', `/partners/${id}/timeline`);
			assert.match(text, /"kind":"access-restored"/);
		});
	});
});
