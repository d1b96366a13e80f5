import assert from 'node:assert/strict';
import { answeredTopics, on } from '../driver/answered-topics';
import { restrict } from '../driver/access-ground';
import { openForum, type Forum } from '../driver/forum';
import { itOn } from '../driver/gap';
import { newText } from '../driver/ground';
import type { Member } from '../driver/member';
import { ask, makeCompanies, type Company, type Row } from '../driver/partner-ground';
import type { Answer } from '../driver/visitor';

/** Somebody's part in a decision that is contested. */
const parts = ['decider', 'reporter', 'uninvolved'] as const;
type Part = typeof parts[number];
type People = Readonly<Record<Part, Member>>;
/** A contested decision: `judge` keeps it against the objection. */
interface Contested { judge(who: Member): Promise<Answer> }

const own = [403, 'decision-own'];
const fine = [200, undefined];
const said = ({ status, response }: Answer) => [status, response.code];
const done = (answer: Answer) => {
	assert.equal(answer.status, 200, answer.text);
	return answer.response;
};

/** Ways to contest a decision, over one forum. */
function contests(forum: Forum, companies: Company[]) {
	const company = () => companies.shift() ?? assert.fail();
	async function reportedPost(author: Member, { reporter }: Pick<People, 'reporter'>, cid: number): Promise<number> {
		const pid = Number(done(await author.topic({ cid, content: newText() })).mainPid);
		done(await reporter.report('post', pid));
		return pid;
	}
	return {
		async appeal(people: People, isPurged = false): Promise<Contested & { id: number }> {
			const [member, cid] = [await forum.member(), await forum.admin.category({ postQueue: 0 })];
			const pid = await reportedPost(member, people, cid);
			const made = done(await restrict(people.decider, { uid: member.uid, scope: 'chat', evidence: [pid] }));
			const id = Number(made.id);
			void (isPurged && done(await forum.admin.send('DELETE', `/api/v3/posts/${pid}`)));
			done(await ask(member, 'POST', `/access/${id}/appeal`, { text: 'It was a quotation, not mine.' }));
			return {
				id, judge: who => ask(who, 'PUT', `/admin/restrictions/${id}/appeal`, { decision: 'declined', answer: 'It stays.' }),
			};
		},
		async strikeAnswer(
			people: People, isPurged = false,
		): Promise<Contested & { read(): Promise<Row | undefined> }> {
			const [{ id, owner, staff }, cid] = [company(), await forum.admin.category({ postQueue: 0 })];
			for (const who of Object.values(people).filter(one => one !== forum.admin)) {
				await forum.admin.appoint(who, cid);
			}
			const pid = await reportedPost(staff, people, cid);
			const given = done(await ask(people.decider, 'POST', `/partners/${id}/strikes`,
				{ pid, clause: '4.1', points: 1, reason: 'An advertisement.' }));
			const strike = (given.strike as { id: number }).id;
			void (isPurged && done(await forum.admin.send('DELETE', `/api/v3/posts/${pid}`)));
			done(await ask(owner, 'POST', `/partners/${id}/strikes/${strike}/answer`, { text: 'A customer asked for it.' }));
			return {
				judge: who => ask(who, 'POST', `/partners/${id}/strikes/${strike}/decision`, { counts: true, reason: 'It stays.' }),
				read: async () => ((await ask(forum.admin, 'GET', `/partners/${id}/strikes`)).response.strikes as Row[])[0],
			};
		},
		async suspensionAnswer({ decider }: Pick<People, 'decider'>): Promise<Contested> {
			const { id, owner } = company();
			done(await ask(decider, 'PUT', `/admin/partners/${id}/suspension`, { clause: '4.1', reason: 'Invented praise.' }));
			done(await ask(owner, 'PUT', `/partners/${id}/suspension/answer`, { text: 'They were real.' }));
			return { judge: who => ask(who, 'PUT', `/admin/partners/${id}/suspension/decision`, { reason: 'They were not.' }) };
		},
		/** Nobody objects to a referral: the partner team decides. Who may refer is one of the administrators. */
		async referral(people: People): Promise<Contested> {
			const [{ id, staff }, cid] = [company(), await forum.admin.category({ postQueue: 0 })];
			const pid = await reportedPost(staff, people, cid);
			done(await ask(people.decider, 'POST', `/partners/${id}/strikes`,
				{ pid, clause: '4.1', points: 1, reason: 'An advertisement.' }));
			return {
				judge: who => ask(who, 'POST', `/partners/${id}/referrals`, { reason: `Seen by ${who.username}.`, posts: [pid] }),
			};
		},
	};
}

describe('who decides about an objection', function secondDeciders() {
	this.timeout(120_000);
	let forum: Forum;
	let contest: ReturnType<typeof contests>;
	let people: People;
	/** The same with the rights of administrators. */
	async function administering(work: () => Promise<void>): Promise<void> {
		for (const who of Object.values(people)) {
			assert.equal((await forum.administer(who, true)).status, 200);
		}
		try {
			await work();
		} finally {
			for (const who of Object.values(people)) {
				await forum.administer(who, false);
			}
		}
	}

	before(async () => {
		forum = await openForum();
		contest = contests(forum, [...await makeCompanies(forum), ...await makeCompanies(forum)]);
		const made = await Promise.all(parts.map(async part => [part, await forum.member()] as const));
		people = Object.fromEntries(made) as Record<Part, Member>;
		for (const who of Object.values(people)) {
			await forum.admin.appoint(who, 'all');
		}
	});
	after(() => forum.close());

	for (const isPurged of [false, true]) {
		for (const kind of ['appeal', 'strikeAnswer'] as const) {
			it(`is not who decided or reported it: ${kind}${isPurged ? ', after the post was purged' : ''}`, async () => {
				const { judge } = await contest[kind](people, isPurged);
				for (const part of ['decider', 'reporter'] as const) {
					const answer = await judge(people[part]);
					assert.deepEqual(said(answer), own, `${part}: ${answer.text}`);
					for (const { username } of [people.decider, people.reporter]) {
						assert.ok(!answer.message.includes(username), answer.message);
					}
				}
				assert.deepEqual(said(await judge(people.uninvolved)), fine);
			});
		}
	}

	it('is not who suspended the account', async () => {
		await administering(async () => {
			const { judge } = await contest.suspensionAnswer(people);
			assert.deepEqual(said(await judge(people.decider)), own);
			assert.deepEqual(said(await judge(people.uninvolved)), fine);
		});
	});

	it('is asked for by a referral whoever gave or reported what it names: the partner team decides', async () => {
		await administering(async () => {
			const { judge } = await contest.referral(people);
			for (const part of parts) {
				assert.deepEqual(said(await judge(people[part])), fine, part);
			}
		});
	});

	it('is not who is asked, of a waiver', async () => {
		const topics = await answeredTopics(forum);
		try {
			const { tid } = await topics.owing();
			await forum.admin.appoint(topics.author, topics.strict);
			const judge = (who: Member) => on(who, 'POST', '/checklist/waivers', { tid, item: 'capture', reason: 'Nothing to capture.' });
			assert.deepEqual(said(await judge(topics.author)), own);
			assert.deepEqual(said(await judge(topics.moderator)), fine);
		} finally {
			await topics.end();
		}
	});
});

describe('who decides about an objection where only one administrator is left', function alone() {
	this.timeout(120_000);
	const reason = 'moderators of other specs are left on a forum that is shared';
	let forum: Forum;
	let contest: ReturnType<typeof contests>;
	let people: People;
	before(async () => {
		forum = await openForum();
		contest = contests(forum, await makeCompanies(forum));
		people = { decider: forum.admin, reporter: await forum.member(), uninvolved: forum.admin };
	});
	after(() => forum.close());
	const lastNote = async (act: string) => {
		const { decisions } = (await ask(forum.admin, 'GET', `/admin/decisions?act=${act}`)).response as { decisions: { note: string }[] };
		return decisions[0]?.note;
	};

	itOn('sandbox', reason, 'is that one, and the record says so: an appeal', async () => {
		const { id, judge } = await contest.appeal(people);
		assert.deepEqual(said(await judge(forum.admin)), fine);
		const { appeal } = (await ask(forum.admin, 'GET', `/admin/restrictions/${id}`)).response as { appeal: Row };
		assert.deepEqual([appeal.isAlone, await lastNote('decline')], [true, 'answered-alone']);
	});

	itOn('sandbox', reason, 'is that one, and the record says so: the answer to a strike', async () => {
		const { judge, read } = await contest.strikeAnswer({ ...people, reporter: forum.admin });
		assert.deepEqual(said(await judge(forum.admin)), fine);
		assert.deepEqual([((await read())?.decision as Row).isAlone, await lastNote('uphold')], [true, 'alone']);
	});

	itOn('sandbox', reason, 'is that one, and the record says so: the answer to a suspension', async () => {
		const { judge } = await contest.suspensionAnswer(people);
		const { suspension } = done(await judge(forum.admin)) as { suspension: { upheld: Row } };
		assert.deepEqual([suspension.upheld.isAlone, await lastNote('uphold')], [true, 'alone']);
	});
});
