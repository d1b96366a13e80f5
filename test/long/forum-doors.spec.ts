import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openForum, type Forum } from '../driver/forum';
import { forumName } from '../driver/forum-name';
import { makeGround, type Ground } from '../driver/ground';
import type { Member } from '../driver/member';
import { forumTermsField } from '../../lib/kernel/refusals/wire';
import { hostileValue } from './hostile';
import { arbitraryOf } from './schema-arbitrary';

const seed = Number(process.env.FUZZ_SEED ?? 20_261_127);
const bodies = Number(process.env.FUZZ_BODIES ?? (forumName === 'nodebb' ? 300 : 1500));

const pool = { texts: ['forum-1', 'forum-2', 'en-GB', 'x', 'xxx', '__proto__'], numbers: [0, 1, 2] };
const checklist = fc.record({ version: hostileValue, answers: fc.oneof(hostileValue, fc.dictionary(
	fc.constantFrom('done', 'version', '__proto__', 'constructor', 'trunk'), hostileValue, { maxKeys: 3 })) },
{ requiredKeys: [] });
const field = fc.oneof(
	{ weight: 2, arbitrary: hostileValue },
	{ weight: 2, arbitrary: arbitraryOf(forumTermsField as never, pool) },
	{ weight: 2, arbitrary: fc.record({ checklist: fc.oneof(checklist, hostileValue) }) },
	{ weight: 2, arbitrary: fc.dictionary(
		fc.constantFrom('accept', 'language', 'checklist', 'confirm', 'mask', 'token', '__proto__', 'extra'),
		hostileValue, { maxKeys: 3 }) },
);

describe(`NodeBB's own ways to write, with any \`forumTerms\` (FUZZ_SEED=${seed})`, function doors() {
	this.timeout(3_600_000);
	let forum: Forum;
	let ground: Ground;
	let people: Member[];
	let pid: number;
	before(async () => {
		forum = await openForum();
		ground = await makeGround(forum);
		people = [await forum.member(), await forum.member({ accepted: false })];
		pid = Number((await people[0]?.reply(ground.tid))?.response.pid);
	});
	after(() => forum.close());

	const calls: Record<string, (who: Member, forumTerms: unknown) => ReturnType<Member['topic']>> = {
		topic: (who, forumTerms) => who.topic({ cid: ground.cid, forumTerms }),
		queued: (who, forumTerms) => who.topic({ cid: ground.queueCid, forumTerms }),
		reply: (who, forumTerms) => who.reply(ground.tid, { forumTerms }),
		edit: (who, forumTerms) => who.edit(pid, { forumTerms }),
		tags: (who, forumTerms) => who.tags(ground.tid, ['sip'], { forumTerms }),
		crosspost: (who, forumTerms) =>
			who.send('POST', `/api/v3/topics/${ground.tid}/crossposts`, { cid: ground.otherCid, forumTerms }),
		check: (who, forumTerms) => who.terms.check({ cid: ground.cid, title: 'A title', content: 'A text.', forumTerms }),
	};

	for (const [name, call] of Object.entries(calls)) {
		it(`${name} never fails`, async () => {
			const count = Math.ceil(bodies / Object.keys(calls).length);
			const faults: string[] = [];
			for (const [index, value] of fc.sample(field, { seed, numRuns: count }).entries()) {
				const who = people[index % people.length] ?? assert.fail();
				const { status, text, response } = await call(who, value);
				if (status >= 500 || response.code === 'store-unavailable') {
					faults.push(`${status} ${text.slice(0, 200)}\n    ${JSON.stringify(value).slice(0, 300)}`);
				}
			}
			assert.equal(faults.length, 0, faults.slice(0, 10).join('\n'));
		});
	}

	it('calls over a socket answer with an error, or do it', async () => {
		const events = ['topics.createTopicFromPosts', 'topics.merge', 'posts.loadPostTools', 'posts.editQueuedContent'];
		const params = fc.record({
			title: hostileValue, pids: hostileValue, fromTid: hostileValue, cid: hostileValue, tids: hostileValue,
			options: hostileValue, pid: hostileValue, id: hostileValue, content: hostileValue,
		}, { requiredKeys: [] });
		for (const [index, value] of fc.sample(params, { seed, numRuns: Math.ceil(bodies / 10) }).entries()) {
			const who = people[index % people.length] ?? assert.fail();
			const { error } = await forum.socket(who, events[index % events.length] ?? '', value);
			assert.doesNotMatch(error, /could not be checked|store-unavailable/, JSON.stringify(value).slice(0, 300));
		}
		assert.equal((await forum.admin.get('/api/config')).status, 200);
	});
});
