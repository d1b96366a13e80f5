import assert from 'node:assert/strict';
import type { Forum } from '../driver/forum';
import { newText, onGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask } from '../driver/partner-ground';
import type { Answer, Visitor } from '../driver/visitor';

const nowhere = 987_654;

/** The parts of an answer that could tell two ids apart; the id itself is what was asked. */
const faceOf = ({ status, response, message }: Answer, id: number) =>
	({ status, response, message: message.replace(new RegExp(`(?<= )${id}(?=[ ,])`), '<id>') });

describe('what may not be read is as what is not there', function unreadable() {
	this.timeout(120_000);
	let forum: Forum;
	let ground: Ground;
	let people: Record<'author' | 'reader' | 'moderator' | 'elsewhere', Member>;
	onGround(async (opened, places) => {
		[forum, ground] = [opened, places];
		people = {
			author: await forum.member(), reader: await forum.member(), moderator: await forum.member(),
			elsewhere: await forum.member(),
		};
		await forum.admin.appoint(people.moderator, ground.cid);
		await forum.admin.appoint(people.elsewhere, ground.otherCid);
	});

	interface Made { tid: number; pid: number }
	const made = ({ response: { tid, mainPid } }: Answer): Made => ({ tid: Number(tid), pid: Number(mainPid) });
	const ways: Record<string, () => Promise<Made>> = {
		async 'a deleted topic'() {
			const topic = made(await people.author.topic({ cid: ground.cid, content: newText() }));
			assert.equal((await forum.admin.send('DELETE', `/api/v3/topics/${topic.tid}/state`, {})).status, 200);
			return topic;
		},
		async 'a scheduled topic'() {
			await forum.admin.allow(people.author, ground.cid, 'topics:schedule');
			return made(await people.author.scheduledTopic(ground.cid, Date.now() + 86_400_000));
		},
		async 'a topic of a closed category'() {
			const cid = await forum.admin.category({ postQueue: 0 });
			const topic = made(await people.author.topic({ cid, content: newText() }));
			await forum.admin.closeCategory(cid);
			return topic;
		},
		async 'a topic of a category that is switched off'() {
			const cid = await forum.admin.category({ postQueue: 0 });
			const topic = made(await people.author.topic({ cid, content: newText() }));
			await forum.admin.send('PUT', `/api/v3/categories/${cid}`, { disabled: 1 });
			return topic;
		},
		async 'a deleted post'() {
			const reply = await people.author.reply(ground.tid, { content: newText() });
			const pid = Number(reply.response.pid);
			assert.equal((await forum.admin.send('DELETE', `/api/v3/posts/${pid}/state`, {})).status, 200);
			return { tid: 0, pid };
		},
	};
	type Look = (who: Visitor, id: number) => Promise<Answer>;
	const byTid: Record<string, Look> = {
		'answers': (who, tid) => ask(who, 'GET', `/topics/${tid}/checklist`),
		'giving answers': (who, tid) => ask(who, 'POST', `/topics/${tid}/checklist`, { answers: {} }),
		'a waiver': (who, tid) => ask(who, 'POST', '/checklist/waivers', { tid, item: 'title', reason: 'To see it.' }),
		'the door': (who, tid) => ask(who, 'GET', `/posting?tid=${tid}`),
		'a check': (who, tid) => ask(who, 'POST', '/posting/check', { act: 'reply', tid, content: 'The same words.' }),
	};
	const byPid: Record<string, Look> = {
		'stamps': (who, pid) => ask(who, 'GET', `/posts/${pid}/stamps`),
		'the form of a strike': (who, pid) => ask(who, 'GET', `/posts/${pid}/strike`),
		'the door of an edit': (who, pid) => ask(who, 'GET', `/posting?pid=${pid}`),
		'a check of an edit': (who, pid) => ask(who, 'POST', '/posting/check', { act: 'edit', pid, content: 'The same words.' }),
	};

	for (const [name, make] of Object.entries(ways)) {
		it(`${name}, on every route that takes its id`, async () => {
			const { tid, pid } = await make();
			const { reader, elsewhere } = people;
			for (const [role, visitor] of Object.entries({ guest: forum.guest(), reader, elsewhere })) {
				for (const [route, look] of [...tid > 0 ? Object.entries(byTid) : [], ...Object.entries(byPid)]) {
					const id = route in byTid ? tid : pid;
					const [found, none] = [await look(visitor, id), await look(visitor, nowhere)];
					assert.deepEqual(faceOf(found, id), faceOf(none, nowhere), `${route}, ${role}`);
				}
			}
			// The planner tells those who may restrict somebody whose post it is, as far as they may read it.
			const page = async (id: number) => (await people.elsewhere.get(`/api/forum-terms/restrictions?pid=${id}`)).json;
			const { memberUid, memberName, pid: shown } = await page(pid);
			const { memberUid: nobody, memberName: noName, pid: none } = await page(nowhere);
			assert.deepEqual([memberUid, memberName, shown], [nobody, noName, none]);
		});
	}

	it('is read by whoever NodeBB lets: staff of the category, and the author of a deleted topic', async () => {
		const topic = await ways['a deleted topic']?.() ?? assert.fail();
		for (const who of [forum.admin, people.moderator, people.author]) {
			assert.equal((await ask(who, 'GET', `/topics/${topic.tid}/checklist`)).status, 200);
			assert.equal((await ask(who, 'GET', `/posts/${topic.pid}/stamps`)).status, 200);
		}
		const waiting = await ways['a scheduled topic']?.() ?? assert.fail();
		assert.equal((await ask(people.author, 'GET', `/topics/${waiting.tid}/checklist`)).status, 200);
		assert.equal((await ask(forum.admin, 'GET', `/topics/${waiting.tid}/checklist`)).status, 200);
		const { json } = await people.moderator.get(`/api/forum-terms/restrictions?pid=${topic.pid}`);
		assert.equal(json.memberUid, people.author.uid);
	});
});
