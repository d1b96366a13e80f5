import assert from 'node:assert/strict';
import { restrict } from '../driver/access-ground';
import type { Forum } from '../driver/forum';
import { onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask } from '../driver/partner-ground';
import type { Visitor } from '../driver/visitor';

describe('an appeal is answered by another person than whoever decided (clause 6)', function appeals() {
	this.timeout(120_000);
	let forum: Forum;
	let ground: Ground;
	let people: Record<'moderator' | 'second' | 'elsewhere' | 'globalModerator', Member>;
	onGround(async (opened, places) => {
		[forum, ground] = [opened, places];
		people = {
			moderator: await forum.member(), second: await forum.member(), elsewhere: await forum.member(),
			globalModerator: await forum.member(),
		};
		await forum.admin.appoint(people.moderator, ground.cid);
		await forum.admin.appoint(people.second, ground.cid);
		await forum.admin.appoint(people.elsewhere, ground.otherCid);
		await forum.admin.appoint(people.globalModerator, 'all');
	});

	async function linkOf(member: Member): Promise<string> {
		const { json, text } = (await forum.logIn(member)).answer;
		return /access\/(\S+)/.exec(json.reason as string)?.[1] ?? assert.fail(text);
	}
	async function appealed(by: Visitor, scope: unknown): Promise<string> {
		const member = await forum.member();
		const made = await restrict(by, { uid: member.uid, scope, until: Date.now() + 86_400_000 });
		assert.equal(made.status, 200, made.text);
		const id = String(made.response.id);
		// Whoever cannot log in gets the link with the forum's refusal.
		const [who, code] = scope === 'forum' ? [forum.guest(), await linkOf(member)] : [member, id];
		const said = await ask(who, 'POST', `/access/${code}/appeal`, { text: 'I have not written that.' });
		assert.equal(said.status, 200, said.text);
		return id;
	}
	const answer = (who: Visitor, id: string) =>
		ask(who, 'PUT', `/admin/restrictions/${id}/appeal`, { decision: 'declined', answer: 'You have.' });

	it('whoever decides × scope × whoever answers', async () => {
		const { moderator, second, elsewhere, globalModerator } = people;
		const here = { categories: [ground.cid] };
		const { admin } = forum;
		for (const [first, scope, others] of [
			[moderator, here, [[elsewhere, 404], [second, 200]]],
			[moderator, here, [[globalModerator, 200]]],
			[moderator, here, [[admin, 200]]],
			[globalModerator, 'posting', [[moderator, 404], [admin, 200]]],
			[globalModerator, 'forum', [[second, 404], [admin, 200]]],
			[admin, 'posting', [[globalModerator, 200]]],
			[admin, here, [[second, 200]]],
		] as const) {
			const id = await appealed(first, scope);
			const refused = await answer(first, id);
			assert.deepEqual([refused.status, refused.response.code], [403, 'decision-own'], refused.text);
			for (const [who, status] of others) {
				assert.equal((await answer(who, id)).status, status, JSON.stringify(scope));
			}
		}
	});

	it('says on the page and in the refusal who can', async () => {
		const { moderator, second } = people;
		const id = await appealed(moderator, { categories: [ground.cid] });
		const { json } = await moderator.get(`/api/forum-terms/restrictions?id=${id}`);
		assert.equal(json.mayAnswer, false);
		// Five are named at most, and a forum may have more.
		const named = String(json.otherDeciders).split(', ');
		assert.ok(named.includes(second.username) || named.length === 5, named.join());
		assert.ok(!named.includes(moderator.username));
		assert.ok((await answer(moderator, id)).message.includes(named[0] ?? ''));
		const theirs = (await second.get(`/api/forum-terms/restrictions?id=${id}`)).json;
		assert.deepEqual([theirs.mayAnswer, theirs.otherDeciders, theirs.isOnlyDecider], [true, undefined, false]);
		assert.equal((await ask(moderator, 'DELETE', `/admin/restrictions/${id}`, { reason: 'A mistake.' })).status, 200);
	});
});
