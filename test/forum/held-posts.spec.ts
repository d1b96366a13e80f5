import assert from 'node:assert/strict';
import { pick } from 'lodash';
import type { Answer, Visitor } from '../driver/visitor';
import { openForum, unique, type Forum } from '../driver/forum';
import { makeGround, newText } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, rows } from '../driver/partner-ground';

type Row = Record<string, unknown>;

describe('posts of a held account, on record (clause 4.12)', function heldPosts() {
	this.timeout(60_000);
	let forum: Forum;
	let cid: number;
	let queueCid: number;
	let staff: Member;
	let moderator: Member;
	before(async () => {
		forum = await openForum();
		queueCid = (await makeGround(forum)).queueCid;
		cid = await forum.admin.category({ postQueue: 0 });
		staff = await forum.member();
		const [owner, giver, second] = [await forum.member(), await forum.member(), await forum.member()];
		moderator = second;
		await forum.admin.appoint(giver, cid);
		await forum.admin.appoint(second, cid);
		const id = `held-${unique()}`;
		await ask(forum.admin, 'PUT', `/admin/partners/${id}`, {
			company: `Company ${id}`, level: 'Gold', owners: [owner.uid], staff: [{ uid: staff.uid, role: 'support' }],
		});
		const pid = Number((await staff.topic({ cid, content: newText() })).response.mainPid);
		const given = await ask(giver, 'POST', `/partners/${id}/strikes`, { pid, clause: '4.4', points: 6, reason: 'An advertisement.' });
		const strike = (given.response.strike as Row).id;
		await ask(owner, 'POST', `/partners/${id}/strikes/${String(strike)}/answer`, { text: 'We are sorry.' });
		await ask(second, 'POST', `/partners/${id}/strikes/${String(strike)}/decision`, { counts: true, reason: 'It is grave.' });
	});
	after(() => forum.close());

	async function queued(more: object = {}): Promise<{ id: string; content: string }> {
		const content = newText();
		const made = await staff.topic({ cid, content, ...more });
		assert.equal(made.response.queued, true, made.text);
		return { id: String(made.response.id), content };
	}
	/** What is on record about a queued post, the oldest first; the last outcome is written after the answer. */
	async function recorded(id: string, count: number): Promise<Row[]> {
		for (let look = 0; ; look += 1) {
			const found = rows(await ask(forum.admin, 'GET', `/admin/decisions?subject=queued:${id}`), 'decisions').reverse();
			if (found.length >= count || look > 100) {
				return found;
			}
			await new Promise(resolve => setTimeout(resolve, 20));
		}
	}
	const release = (who: Visitor, id: string): Promise<Answer> => who.send('POST', `/api/v3/posts/queue/${id}`, {});
	const actsOf = (found: readonly Row[]) => found.map(({ act, by }) => [act, by]);

	it('name the rule that held them, the sentence and the text, which staff of the category read and no other', async () => {
		const { id, content } = await queued();
		const [hold, ...more] = await recorded(id, 1);
		assert.deepEqual(more, []);
		const said = {
			act: 'hold', by: 0, isByProgram: true, clause: '4.12', automatedDetection: true, automatedDecision: true,
			sourceType: 'automatic-rule', sourceId: 'partner-held',
		};
		assert.deepEqual(pick(hold, Object.keys(said)), said);
		assert.deepEqual((hold?.affected as Row[]).map(({ uid }) => uid), [staff.uid]);
		const path = `/admin/decisions/${String(hold?.id)}`;
		for (const who of [forum.admin, moderator]) {
			const { texts, sentence } = (await ask(who, 'GET', path)).response as { texts: Row[]; sentence: unknown };
			assert.deepEqual(texts.map(text => text.content), [content]);
			assert.ok(sentence !== undefined);
		}
		assert.deepEqual([(await ask(staff, 'GET', path)).status, (await ask(await forum.member(), 'GET', path)).status], [403, 403]);
	});

	it('say who released or rejected them, also with a bearer token, and lead back to the hold', async () => {
		const [first, second, third] = [await queued(), await queued(), await queued()];
		const byToken = await forum.withToken(moderator);
		assert.equal((await release(byToken, first.id)).status, 200);
		assert.equal((await forum.admin.reject(second.id)).status, 200);
		assert.equal((await release(moderator, third.id)).status, 200);
		for (const [{ id }, act, by] of [
			[first, 'release', moderator.uid], [second, 'reject', forum.admin.uid], [third, 'release', moderator.uid],
		] as const) {
			const found = await recorded(id, 2);
			assert.deepEqual(actsOf(found), [['hold', 0], [act, by]]);
			assert.equal(found[1]?.about, found[0]?.id);
		}
	});

	it('are rejected on record with what the author is told, whatever it is made of', async () => {
		for (const [message, facts] of [
			[' Praise for money. ', 'Praise for money.'], [['One', 'two'], 'One,two'], ['', ''], [undefined, ''],
		] as const) {
			const { id } = await queued();
			assert.equal((await forum.admin.reject(id, message)).status, 200);
			const [, rejected] = await recorded(id, 2);
			assert.deepEqual([rejected?.act, rejected?.decisionFacts], ['reject', facts]);
		}
	});

	it('are released by nobody without the right, and nothing of the attempt is on record', async () => {
		const { id } = await queued();
		assert.ok((await release(staff, id)).status >= 400);
		assert.ok((await release(await forum.member(), id)).status >= 400);
		assert.equal((await release(moderator, id)).status, 200);
		assert.deepEqual(actsOf(await recorded(id, 2)), [['hold', 0], ['release', moderator.uid]]);
	});

	it('end without an act of staff where the author takes one back', async () => {
		const { id } = await queued();
		assert.equal((await staff.send('DELETE', `/api/v3/posts/queue/${id}`, {})).status, 200);
		assert.deepEqual(actsOf(await recorded(id, 1)), [['hold', 0]]);
	});

	it('believe no number that a client sends: neither in a held post nor in one that NodeBB queues by itself', async () => {
		const own = await queued();
		const [hold] = await recorded(own.id, 1);
		const lie = { forumTermsHold: hold?.id };
		const other = await queued(lie);
		assert.notEqual((await recorded(other.id, 1))[0]?.id, hold?.id);
		const newcomer = await forum.member();
		const waits = await newcomer.topic({ cid: queueCid, content: newText(), ...lie });
		assert.equal(waits.response.queued, true, waits.text);
		assert.equal((await forum.admin.approve(String(waits.response.id))).status, 200);
		assert.deepEqual(await recorded(String(waits.response.id), 0), []);
		assert.deepEqual(actsOf(await recorded(own.id, 1)), [['hold', 0]]);
	});

	it('are on record for guests too, under clause 2', async () => {
		const open = await forum.admin.category({ postQueue: 0 });
		for (const right of ['topics:create', 'topics:reply']) {
			await forum.admin.send('PUT', `/api/v3/categories/${open}/privileges/groups:${right}`, { member: 'guests' });
		}
		const set = (guestPosts: string) => forum.socket(forum.admin, 'admin.settings.set', {
			hash: 'forum-terms', values: { guestPosts },
		});
		await set('hold');
		try {
			const made = await forum.guest().send('POST', '/api/v3/topics', { cid: open, title: `Guest ${unique()}`, content: newText() });
			assert.equal(made.response.queued, true, made.text);
			const [hold] = await recorded(String(made.response.id), 1);
			assert.deepEqual([hold?.act, hold?.clause, hold?.affected], ['hold', '2', []]);
		} finally {
			await set('refuse');
		}
	});
});
