import assert from 'node:assert/strict';
import { restrict } from '../driver/access-ground';
import { openForum, unique, type Forum } from '../driver/forum';
import { ask, makeCompanies, rows } from '../driver/partner-ground';
import type { Member } from '../driver/member';
import type { Visitor } from '../driver/visitor';

describe('the text of a member that was decided about (clause 4.11)', () => {
	let forum: Forum;
	let cid: number;

	before(async () => {
		forum = await openForum();
		cid = await forum.admin.category({ postQueue: 0 });
	});
	after(() => forum.close());

	const page = async (who: Visitor, { username }: Member) => who.get(`/user/${username}/forum-terms`);
	const exported = async (who: Member) => rows((await who.terms.call('GET', '/me/export')), 'texts')
		.map(({ act, pid, content }) => [act, Number(pid), content]);
	/** What was decided about them, with the reason. */
	const decisionsOf = async (who: Member) => rows((await who.terms.call('GET', '/me/export')), 'decisions')
		.map(({ act, reason }) => `${String(act)}: ${String(reason)}`);
	async function posted(who: Member, content: string): Promise<number> {
		const made = await who.topic({ cid, content });
		assert.equal(made.status, 200, made.text);
		return Number(made.response.mainPid);
	}
	/** Somebody of a company with a strike, an owner's withdrawal and a restriction for posts of theirs. */
	async function judged() {
		const [one] = await makeCompanies(forum);
		const { id, owner, staff } = one ?? assert.fail();
		const texts = ['struck', 'hidden', 'restricted'].map(name => `${name} <b>${unique()}</b> [[global:home]] with more words`);
		const pids: number[] = [];
		for (const text of texts) {
			pids.push(await posted(staff, text));
		}
		const [struck = 0, hidden = 0, restricted = 0] = pids;
		const answers = [
			await ask(forum.admin, 'POST', `/partners/${id}/strikes`, { pid: struck, clause: '4.1', points: 1, reason: 'An advertisement.' }),
			await ask(owner, 'POST', `/partners/${id}/posts/${hidden}/withdrawal`, { reason: 'Not for customers.' }),
			await restrict(forum.admin, { uid: staff.uid, scope: 'chat', evidence: [restricted] }),
		];
		answers.forEach(({ status, text }) => assert.equal(status, 200, text));
		return { id, owner, staff, pids, texts };
	}

	it('is theirs to read on their page and in their file, as plain text, also when the posts are purged', async () => {
		const { staff, pids, texts } = await judged();
		for (const pid of pids) {
			const purged = await forum.admin.send('DELETE', `/api/v3/posts/${pid}`);
			assert.equal(purged.status, 200, purged.text);
		}
		const { text: html } = await page(staff, staff);
		for (const text of texts) {
			const name = text.split(' ')[0] ?? '';
			assert.ok(html.includes(text.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('/', '&#x2F;')) ||
				html.includes(text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')), `${name} stands there as it was written`);
			assert.ok(!html.includes(text), `${name} is text, not HTML`);
		}
		assert.deepEqual(await exported(staff), [
			['restrict', pids[2], texts[2]], ['hide', pids[1], texts[1]], ['strike', pids[0], texts[0]],
		]);
	});

	it('is in their file with the reason, beside what was decided without a text of theirs', async () => {
		const { id, owner, staff } = await judged();
		const paused = await ask(owner, 'PUT', `/partners/${id}/staff/${staff.uid}/halt`, { reason: 'On leave.' });
		assert.equal(paused.status, 200, paused.text);
		const [last, restricted, ...more] = await decisionsOf(staff);
		assert.deepEqual([last, ...more], ['pause: On leave.', 'hide: Not for customers.', 'strike: An advertisement.']);
		assert.match(restricted ?? '', /^restrict: ./);
		assert.deepEqual(await decisionsOf(owner), ['strike: An advertisement.'], 'what others are told is no matter of theirs');
	});

	it('is shown there to nobody else: not to the owner, another member, or an administrator', async () => {
		const { owner, staff, texts } = await judged();
		const words = texts.map(text => /<b>(.*)<\/b>/.exec(text)?.[1] ?? assert.fail(text));
		for (const who of [owner, await forum.member(), forum.admin, forum.guest()]) {
			for (const of of [staff, ...who === owner ? [owner] : []]) {
				const { text: html } = await page(who, of);
				assert.deepEqual(words.filter(word => html.includes(word)), []);
			}
		}
		assert.deepEqual(await exported(owner), [], 'the owner is affected by the strike, and wrote nothing');
	});

	it('is not that of another member, whose account is deleted', async () => {
		const [member, gone] = [await forum.member(), await forum.member()];
		const [own, foreign] = [await posted(member, `Own ${unique()} words.`), await posted(gone, `Foreign ${unique()} words.`)];
		for (const [uid, pid] of [[member.uid, own], [gone.uid, foreign]] as const) {
			const made = await restrict(forum.admin, { uid, scope: 'chat', evidence: [pid] });
			assert.equal(made.status, 200, made.text);
		}
		const deleted = await forum.admin.send('DELETE', `/api/v3/users/${gone.uid}/account`);
		assert.equal(deleted.status, 200, deleted.text);
		assert.deepEqual((await exported(member)).map(([, pid]) => pid), [own]);
	});

	it('is not there before the notice of the decision went out', async () => {
		const member = await forum.member();
		const pid = await posted(member, `Quiet ${unique()} words.`);
		const made = await restrict(forum.admin, {
			uid: member.uid, scope: 'chat', evidence: [pid], notice: 'none', noticeReason: 'legal-hold',
		});
		assert.equal(made.status, 200, made.text);
		assert.deepEqual([await exported(member), await decisionsOf(member)], [[], []]);
		assert.doesNotMatch((await page(member, member)).text, /own-texts/);
	});
});
