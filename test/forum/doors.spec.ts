import assert from 'node:assert/strict';
import type { Member } from '../driver/member';
import { openForum, unique, type Forum } from '../driver/forum';
import { isInCategory, isInTopic, isQueued, makeGround, newText, type Ground } from '../driver/ground';
import type { Answer } from '../driver/visitor';
import { namedAs } from '../driver/terms-client';

/** What a door leaves behind: how the forum answered, and whether the text is in the forum now. */
interface Passage { answer: Answer; isStored: boolean; text: string }

interface Door {
	name: string;
	/** Whether the same request can carry the acceptance. */
	canAccept: boolean;
	pass(forum: Forum, member: Member, accept: readonly string[]): Promise<Passage>;
}

let ground: Ground;

const answers = (accept: readonly string[]) => (accept.length > 0 ? { forumTerms: { accept } } : {});
/** A post of the member's own, made while an administrator's setting lets them. */
async function ownPost(forum: Forum, member: Member): Promise<number> {
	const made = await forum.admin.reply(ground.tid, { content: newText() });
	const pid = Number(made.response.pid);
	await forum.admin.send('PUT', `/api/v3/posts/${pid}/owner`, { uid: member.uid });
	return pid;
}

const doors: Door[] = [
	...([['page', false], ['bearer token', true]] as const).flatMap(([way, isToken]): Door[] => [
		{
			name: `new topic by ${way}`, canAccept: true,
			async pass(forum, member, accept) {
				const title = `Topic ${unique()}`;
				const who = isToken ? await forum.withToken(member) : member;
				const answer = await who.topic({ cid: ground.cid, title, ...answers(accept) });
				return { answer, isStored: await isInCategory(forum, ground.cid, title), text: title };
			},
		},
		{
			name: `reply by ${way}`, canAccept: true,
			async pass(forum, member, accept) {
				const text = newText();
				const who = isToken ? await forum.withToken(member) : member;
				const answer = await who.reply(ground.tid, { content: text, ...answers(accept) });
				return { answer, isStored: await isInTopic(forum, ground.tid, text), text };
			},
		},
	]),
	{
		name: 'new topic without script', canAccept: true,
		async pass(forum, member, accept) {
			const title = `Topic ${unique()}`;
			const text = newText();
			const answer = await member.compose({
				cid: String(ground.cid), title, content: text,
				...(accept.length > 0 ? { forumTermsAccept: accept } : {}),
			});
			return { answer, isStored: await isInCategory(forum, ground.cid, title), text };
		},
	},
	{
		name: 'reply without script', canAccept: true,
		async pass(forum, member, accept) {
			const text = newText();
			const answer = await member.compose({
				tid: String(ground.tid), content: text, ...(accept.length > 0 ? { forumTermsAccept: accept } : {}),
			});
			return { answer, isStored: await isInTopic(forum, ground.tid, text), text };
		},
	},
	{
		name: 'topic for the post queue', canAccept: true,
		async pass(forum, member, accept) {
			const title = `Queued ${unique()}`;
			const answer = await member.topic({ cid: ground.queueCid, title, ...answers(accept) });
			return { answer, isStored: await isQueued(forum, title), text: title };
		},
	},
	{
		name: 'edit of an own post', canAccept: true,
		async pass(forum, member, accept) {
			const pid = await ownPost(forum, member);
			const text = newText();
			const answer = await member.edit(pid, { content: text, ...answers(accept) });
			return { answer, isStored: await isInTopic(forum, ground.tid, text), text };
		},
	},
	{
		name: 'tags of an own topic', canAccept: true,
		async pass(forum, member, accept) {
			const made = await forum.admin.topic({ cid: ground.cid, title: `Topic ${unique()}` });
			const tid = Number(made.response.tid);
			await forum.admin.send('PUT', `/api/v3/posts/${Number(made.response.mainPid)}/owner`, { uid: member.uid });
			const tag = `tag${unique()}`;
			const answer = await member.tags(tid, [tag], answers(accept));
			return { answer, isStored: (await forum.admin.get(`/api/topic/${tid}`)).text.includes(tag), text: tag };
		},
	},
];

describe('every way of writing (clause 2)', () => {
	let forum: Forum;
	let inForce: string;

	before(async () => {
		forum = await openForum();
		ground = await makeGround(forum);
		inForce = await forum.admin.inForce();
	});
	after(async () => {
		await forum.admin.setConfig('postQueue', 0);
		await forum.close();
	});

	for (const door of doors) {
		describe(door.name, () => {
			it('is open to a member who accepted', async () => {
				const { answer, isStored } = await door.pass(forum, await forum.member(), []);
				assert.ok(answer.status < 400, `${answer.status} ${answer.message}`);
				assert.equal(isStored, true);
			});

			it('is closed to one who owes an acceptance: a sentence names it and its clause, nothing is stored', async () => {
				const { answer, isStored, text } = await door.pass(forum, await forum.member({ accepted: false }), []);
				assert.ok(answer.status >= 400 && answer.status < 500, String(answer.status));
				assert.match(answer.message || answer.text, namedAs(inForce));
				assert.match(answer.message || answer.text, /clause 2/);
				assert.equal(isStored, false);
				// An API client keeps its own text; a browser without script gets it back.
				assert.ok(answer.message !== '' || answer.text.includes(text));
			});

			it('is closed to one who declined', async () => {
				const member = await forum.member({ accepted: false });
				await member.terms.decline(inForce);
				const { answer, isStored } = await door.pass(forum, member, []);
				assert.ok(answer.status >= 400 && answer.status < 500, String(answer.status));
				assert.match(answer.message || answer.text, /declined/);
				assert.equal(isStored, false);
			});

			if (door.canAccept) {
				it('opens to one who accepts in the same request, and the ledger says so', async () => {
					const member = await forum.member({ accepted: false });
					const { answer, isStored } = await door.pass(forum, member, [inForce]);
					assert.ok(answer.status < 400, `${answer.status} ${answer.message}`);
					assert.equal(isStored, true);
					const [record] = (await member.terms.records()).filter(({ event }) => event === 'accepted');
					assert.equal(record?.version, inForce);
					assert.ok(['post', 'no-script'].includes(record?.method ?? ''));
				});
			}
		});
	}
});
