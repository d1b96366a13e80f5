import assert from 'node:assert/strict';
import { blueprintGround } from '../driver/blueprint-ground';
import { openForum, unique, type Forum } from '../driver/forum';

const items = [{ key: 'fax', kind: 'text', prompt: { 'en-GB': 'Which fax?' } }];

describe('a checklist that is only recorded (clause 3)', () => {
	let forum: Forum;
	let parent: number;
	let child: number;
	let strict: number;
	before(async () => {
		forum = await openForum();
		parent = await forum.admin.category();
		child = await forum.admin.category({ parentCid: parent });
		strict = await forum.admin.category();
		assert.equal((await admin('PUT', '/admin/checklists/recorded', { items, titleRule: 'telling' })).status, 200);
		assert.equal((await admin('PUT', '/admin/checklist-places', {
			topics: { [parent]: 'recorded', [strict]: 'recorded' }, replies: { [parent]: 'recorded' },
			recordOnly: { topics: [parent] },
		})).status, 200);
	});
	after(async () => {
		await admin('PUT', '/admin/checklist-places', { topics: {} });
		await forum.close();
	});

	const admin = (method: string, path: string, body?: object) => forum.admin.terms.call(method, path, body);
	const owedIn = async (tid: number) =>
		(await forum.admin.terms.call('GET', `/topics/${tid}/checklist`)).response.owed as { key: string }[];

	it('stops no topic there and below, and keeps what is missing for its author and staff', async () => {
		const member = await forum.member();
		for (const cid of [parent, child]) {
			const made = await member.topic({ cid, title: `Fax is empty ${unique()}` });
			assert.equal(made.status, 200, made.text);
			assert.deepEqual((await owedIn(Number(made.response.tid))).map(({ key }) => key), ['fax']);
			assert.equal(((await member.terms.posting(`?cid=${cid}`)).response.checklist as { stops: boolean }).stops, false);
		}
	});

	it('still stops where it is not only recorded: elsewhere, and replies of the same category', async () => {
		const member = await forum.member();
		assert.equal((await member.topic({ cid: strict })).status, 400);
		const { response: { tid } } = await member.topic({ cid: parent, title: `Fax is empty ${unique()}` });
		assert.equal((await member.reply(Number(tid))).status, 400);
	});

	it('takes a topic that is moved or renamed there, and the answers that its author adds', async () => {
		const member = await forum.member();
		const made = await member.topic({ cid: parent, title: `Fax is empty ${unique()}` });
		const { mainPid, tid } = made.response as { mainPid: number; tid: number };
		const edited = await member.edit(mainPid, {
			title: 'Please help', content: 'It stays empty.', forumTerms: { checklist: { answers: { fax: 'The grey one' } } },
		});
		assert.equal(edited.status, 200, edited.text);
		assert.deepEqual(await owedIn(tid), []);
	});

	it('stays as it is when other places are saved without a word about it, and ends with the choice', async () => {
		const [topics, replies] = [{ [parent]: 'recorded', [strict]: 'recorded' }, { [parent]: 'recorded' }];
		const kept = await admin('PUT', '/admin/checklist-places', { topics, replies });
		assert.deepEqual(kept.response.recordOnly, { topics: [parent], replies: [] });
		const gone = await admin('PUT', '/admin/checklist-places', { topics: { [strict]: 'recorded' }, replies });
		assert.deepEqual(gone.response.recordOnly, { topics: [], replies: [] });
		await admin('PUT', '/admin/checklist-places', { topics, replies, recordOnly: { topics: [parent] } });
	});

	it('comes with a blueprint at first, stops when the next one says so, and records again when that is undone', async () => {
		const ground = blueprintGround(forum);
		const place = (recordOnly: string[]) => ground.place('recorded', { checklist: { topics: 'recorded', recordOnly } });
		await ground.apply(place(['topics']));
		const cid = await ground.cidOf('recorded');
		const member = await forum.member();
		const status = async () => (await member.topic({ cid, title: `Fax is empty ${unique()}` })).status;
		assert.equal(await status(), 200);
		await ground.apply(place([]));
		assert.equal(await status(), 400);
		await ground.undo();
		assert.equal(await status(), 200);
	});

	it('is foretold: how many categories would stop more than today, and whom that concerns', async () => {
		const fresh = await forum.admin.category();
		const below = await forum.admin.category({ parentCid: fresh });
		const [one, other] = [await forum.member(), await forum.member()];
		for (const [member, cid] of [[one, fresh], [one, below], [other, below]] as const) {
			assert.equal((await member.topic({ cid })).status, 200);
		}
		await forum.admin.topic({ cid: fresh });
		const now = (await admin('GET', '/admin/checklists')).response.places as {
			topics: object; recordOnly: { topics: number[] };
		};
		const foretold = async (parts: object) => {
			const answer = await admin('POST', '/admin/checklist-places/forecast', { ...now, ...parts });
			assert.equal(answer.status, 200, answer.text);
			return answer.response;
		};
		const topics = { ...now.topics, [fresh]: 'recorded' };
		assert.deepEqual(await foretold({ topics }), {
			topics: 2, replies: 0, started: 4, members: 3, exempt: 1, chosen: { topics: [fresh], replies: [] },
		});
		const recordOnly = { ...now.recordOnly, topics: [...now.recordOnly.topics, fresh] };
		assert.equal((await foretold({ topics, recordOnly })).topics, 0);
		assert.deepEqual(await foretold({}), {
			topics: 0, replies: 0, started: 0, members: 0, exempt: 0, chosen: { topics: [], replies: [] },
		});
	});
});
