import assert from 'node:assert/strict';
import { complete, field, makeChecklistGround, type ChecklistGround, type Given } from '../driver/checklist-ground';
import type { Member } from '../driver/member';
import { unique, type Forum } from '../driver/forum';
import { isInCategory, isInTopic, isQueued, newText } from '../driver/ground';
import type { Answer } from '../driver/visitor';

interface Passage { answer: Answer; isStored: boolean }
interface Door { name: string; pass(member: Member, given?: Given): Promise<Passage> }

/** Fields of a plain form; the version of a checklist is what scripts and programs know. */
const plain = (given?: Given): Record<string, string> => Object.fromEntries(Object.entries(given?.answers ?? {})
	.map(([key, value]) => (value === true ? [`forumTermsConfirm.${key}`, '1'] : [`forumTermsAnswer.${key}`, String(value)])));

describe('checklist, at every door (clause 3)', () => {
	let ground: ChecklistGround;
	let forum: Forum;
	before(async () => {
		ground = await makeChecklistGround();
		({ forum } = ground);
	});
	after(() => ground.close());

	const doors: Door[] = [
		...(['page', 'bearer token'] as const).flatMap((way): Door[] => [
			{
				name: `new topic by ${way}`,
				async pass(member, given) {
					const title = `Topic ${unique()}`;
					const who = way === 'page' ? member : await forum.withToken(member);
					const answer = await who.topic({ cid: ground.cid, title, ...field(given) });
					return { answer, isStored: await isInCategory(forum, ground.cid, title) };
				},
			},
			{
				name: `reply by ${way}`,
				async pass(member, given) {
					const content = newText();
					const who = way === 'page' ? member : await forum.withToken(member);
					const answer = await who.reply(ground.tid, { content, ...field(given) });
					return { answer, isStored: await isInTopic(forum, ground.tid, content) };
				},
			},
		]),
		{
			name: 'new topic without script',
			async pass(member, given) {
				const title = `Topic ${unique()}`;
				const text = newText();
				const answer = await member.compose({ cid: String(ground.cid), title, content: text, ...plain(given) });
				return { answer, isStored: await isInCategory(forum, ground.cid, title) };
			},
		},
		{
			name: 'reply without script',
			async pass(member, given) {
				const content = newText();
				const answer = await member.compose({ tid: String(ground.tid), content, ...plain(given) });
				return { answer, isStored: await isInTopic(forum, ground.tid, content) };
			},
		},
		{
			name: 'topic for the post queue',
			async pass(member, given) {
				const title = `Queued ${unique()}`;
				const answer = await member.topic({ cid: ground.queueCid, title, ...field(given) });
				return { answer, isStored: await isQueued(forum, title) };
			},
		},
	];

	for (const { name, pass } of doors) {
		describe(name, () => {
			it('is closed to missing answers: each is named with its clause, nothing is stored', async () => {
				const { answer, isStored } = await pass(await forum.member());
				assert.equal(answer.status, 400, answer.message);
				assert.match(answer.message || answer.text, /I read the manual/);
				assert.match(answer.message || answer.text, /Version and update/);
				assert.match(answer.message || answer.text, /clause 3/);
				assert.equal(isStored, false);
			});
			it('is closed to an answer that blocks, and says which', async () => {
				const given = { answers: { ...complete, version: 'V20 Update 8' } };
				const { answer, isStored } = await pass(await forum.member(), given);
				assert.ok(answer.status >= 400 && answer.status < 500);
				assert.match(answer.message || answer.text, /cannot help with this answer: Version and update/);
				assert.equal(isStored, false);
			});
			it('is open to complete answers', async () => {
				const { answer, isStored } = await pass(await forum.member(), { answers: complete });
				assert.ok(answer.status < 400, `${answer.status} ${answer.message}`);
				assert.equal(isStored, true);
			});
		});
	}
});
