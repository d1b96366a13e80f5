import assert from 'node:assert/strict';
import { lift, restrict } from '../driver/access-ground';
import { openForum, type Forum } from '../driver/forum';
import { newText } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, makeCompanies, type Company } from '../driver/partner-ground';

/** What a member's access ends by between a check and the post; `end` answers how it is undone. */
type Ending = (forum: Forum, company: Company) => Promise<() => Promise<unknown>>;

const endings: Record<string, Ending> = {
	async 'a restriction'(forum, { staff }) {
		const made = await restrict(forum.admin, { uid: staff.uid, scope: 'posting' });
		return () => lift(forum.admin, made.response.id);
	},
	async 'a suspension of the company'(forum, { id }) {
		const path = `/admin/partners/${id}/suspension`;
		await ask(forum.admin, 'PUT', path, { clause: '4.12', reason: 'Praise of their own.', notice: 'none' });
		return () => ask(forum.admin, 'DELETE', path, { reason: 'Mended.' });
	},
	async 'a halt by the owner'(_forum, { id, owner, staff }) {
		const path = `/partners/${id}/staff/${staff.uid}/halt`;
		await ask(owner, 'PUT', path, { reason: 'On leave.' });
		return () => ask(owner, 'DELETE', path, { reason: 'Back.' });
	},
};

describe('what was promised for a text does not outlive its author\'s access (clauses 4.12, 6)', () => {
	let forum: Forum;
	let companies: Company[];
	let cid: number;
	let tid: number;

	before(async () => {
		forum = await openForum();
		companies = await makeCompanies(forum);
		cid = await forum.admin.category({ postQueue: 0 });
		tid = Number((await forum.admin.topic({ cid })).response.tid);
	});
	after(() => forum.close());

	/** A post with the promise for it. */
	async function promised(who: Member, place: object): Promise<{ content: string; forumTerms: { token: string } }> {
		const content = newText();
		const checked = await who.terms.check({ ...place, content });
		assert.equal(checked.response.outcome, 'allow', checked.text);
		return { content, forumTerms: { token: String(checked.response.token) } };
	}

	for (const [index, [name, end]] of Object.entries(endings).entries()) {
		it(`not ${name}, for a topic, a reply or an edit`, async () => {
			const company = companies[index] ?? assert.fail();
			const { staff } = company;
			const title = 'Calls drop after an update';
			const pid = Number((await staff.reply(tid, { content: newText() })).response.pid);
			const posts = {
				topic: { title, ...await promised(staff, { act: 'topic', cid, title }) },
				reply: await promised(staff, { act: 'reply', tid }), edit: await promised(staff, { act: 'edit', pid }),
			};
			const undo = await end(forum, company);
			const send = async () => [
				await staff.topic({ cid, ...posts.topic }), await staff.reply(tid, posts.reply),
				await staff.edit(pid, posts.edit),
			];
			for (const answer of await send()) {
				assert.equal(answer.status, 400, answer.text);
				assert.match(answer.message, /clause [46]/);
			}
			await undo();
			assert.deepEqual((await send()).map(({ status }) => status), [200, 200, 200]);
		});
	}

	it('but a new version of the terms', async () => {
		const { staff } = companies[0] ?? assert.fail();
		const post = await promised(staff, { act: 'reply', tid });
		await forum.admin.publish();
		const answer = await staff.reply(tid, post);
		assert.equal(answer.status, 200, answer.text);
		assert.match((await staff.reply(tid, { content: newText() })).message, /clause 2/);
	});
});
