import assert from 'node:assert/strict';
import { forgetAuthor } from '../../lib/checklist/forget';
import { checklistHooks } from '../../lib/checklist/hooks';
import { checklistJobs } from '../../lib/checklist/jobs';
import { publicIn, topicField } from '../../lib/checklist/evidence/topic-field';
import { checklistServices } from '../../lib/checklist/services';
import type { Host } from '../../lib/kernel/host/ports';
import { forumOf } from '../../lib/platform/forum/forum';
import { checklistInMemory, items, storedTopic } from '../builders/checklist';
import { recordOver } from '../builders/decisions';
import { called } from '../builders/handlers';
import { memoryCache } from '../builders/host';
import { crashes, mortal, runAll, toldOnce, whole } from '../builders/mortal';

type Ground = Awaited<ReturnType<typeof ground>>;
type Process = ReturnType<typeof over>;
type Act = (process: Process, ground: Ground) => Promise<unknown>;

const over = (host: Host) => {
	const own = { ...host, cache: memoryCache };
	const services = checklistServices(own, { ...forumOf(own), isExempt: async () => false }, {
		suggestionNote: async () => null, termsInForce: async () => 'forum-3', book: recordOver(own).book,
	});
	return { ...services, hooks: called(checklistHooks({ ...services, host: own }), own) };
};

/** Categories 1 and 2 ask different things; member 7's topic 10 answers those of the first. */
async function ground() {
	const made = checklistInMemory([]);
	await made.ask({ key: 'done', kind: 'confirm' });
	await made.store.save('other', { kind: 'standard', title: {}, items: items({ key: 'done', kind: 'confirm' }, { key: 'trunk' }) });
	await made.store.savePlaces({
		topics: { 1: 'spec', 2: 'other' }, replies: {}, recordOnly: { topics: [], replies: [] },
	});
	const record = await made.evidence.append({
		tid: 10, pid: '', uid: 7, cid: 1, profile: 'spec', version: 1, cause: 'topic', owed: [], waived: [], by: 7,
		answers: [{
			key: 'done', kind: 'confirm', prompt: 'done', text: '', value: true, standing: '', verdict: 'ok', readers: 'everyone', clause: '3',
		}],
	});
	const field = JSON.stringify({ profile: 'spec', version: 1, evidence: record.id, answers: [], hidden: 0, owed: [] });
	made.topics.set('10', storedTopic({ field }));
	return made;
}
const topicOf = async ({ host }: Pick<Process, 'host'>) => await host.topics.read('10', topicField) ?? assert.fail();

const move: Act = async ({ hooks }, made) => {
	made.topics.set('10', { ...await topicOf(made), cid: 2 });
	await hooks.moved({ tid: 10, fromCid: 1, toCid: 2, uid: 1 });
};
const answer: Act = async ({ askings, keeper, host }) => {
	const [topic, asking] = [await topicOf({ host }), await askings.of(7, 2, 'topics') ?? assert.fail()];
	const judged = await askings.judge(asking, { answers: { done: true, trunk: 'Example Telecom' } }, { tags: [], cid: 2 });
	assert.ok(judged.ok);
	await keeper.answered(topic, asking, judged.value, 'answered');
};
const save: Act = ({ store }) =>
	store.save('new', { kind: 'standard', title: {}, items: items({ key: 'platform' }) });
const remove: Act = ({ store }) => store.remove('other');
const savePlaces: Act = ({ store }) =>
	store.savePlaces({ topics: { 1: 'other' }, replies: { 2: 'spec' }, recordOnly: { topics: [], replies: [2] } });
const learn: Act = ({ knowledge }) => knowledge.save({ guideHosts: ['guides.example'], graceDays: 3 });

const acts: Record<string, readonly [Act, ...Act[]]> = {
	'a topic is moved to where more is asked': [move],
	'an author answers what is open': [answer, move],
	'a checklist is saved': [save], 'a checklist is removed': [remove], 'places are saved': [savePlaces],
	'what is known of the phone system is saved': [learn],
};

async function state({ host, topics, sent }: Ground) {
	const { store, evidence, knowledge } = over(host);
	const [shown, records] = [publicIn(topics.get('10') ?? { field: '' }), await evidence.ofTopic(10)];
	return {
		field: [shown?.profile, shown?.owed, shown?.answers.map(({ key }) => key)],
		isLatest: shown?.evidence === records.at(-1)?.id,
		latest: [records.at(-1)?.cause, records.at(-1)?.owed], told: [...new Set(toldOnce(sent))],
		profiles: (await store.profiles()).map(({ id, items: asked }) => [id, asked.map(({ key }) => key)]),
		places: await store.places(), knows: (await knowledge.stored()).guideHosts,
	};
}

describe('a process killed before any of its writes leaves no checklist half changed', () => {
	for (const [name, [act, ...before]] of Object.entries(acts)) {
		it(`when ${name}`, async () => whole(await crashes<Ground>({
			async world() {
				const made = await ground();
				for (const one of before) {
					await one(over(made.host), made);
				}
				return made;
			},
			isRepeated: name !== 'an author answers what is open',
			host: made => made.host,
			act: (made, host) => act(over(host), made),
			restart: async (made, host) => runAll(checklistJobs(over(host))),
			state,
		})));
	}

	it('after a move, whoever asks for it: the page says what the latest record says, and its author is told', async () => {
		for (let at = 0; at < 12; at += 1) {
			const made = await ground();
			const dying = mortal(made.host, at);
			await move(over(dying.host), made).catch(() => undefined);
			await runAll(checklistJobs(over(made.host)));
			const { isLatest, latest, told } = await state(made);
			assert.ok(isLatest, `killed before ${dying.writes[at]}`);
			assert.deepEqual(told, latest[0] === 'moved' ? ['7 checklist-owed'] : [], `killed before ${dying.writes[at]}`);
		}
	});

	/** A topic as NodeBB creates it: its row before its first post; `data` is one object for both. */
	async function posted({ hooks }: Process, tid: number, data: Record<string, unknown>) {
		const { topic } = await hooks.topic({ topic: { tid, cid: 1, [topicField]: '{"evidence":1}' }, data });
		return { topic, post: async () => hooks.reply({ post: { pid: tid * 10, tid }, data }) };
	}
	const written = (uid = 7) => ({
		uid, cid: 1, isMain: true, title: 'Calls drop', content: 'They drop.', forumTerms: { checklist: { answers: { done: true } } },
	});
	const recordIn = (topic: Record<string, unknown>) => publicIn({ field: topic[topicField] })?.evidence ?? 0;

	it('between a topic and its first post: the topic names no record of another one, and erasure finds its own', async () => {
		for (let at = 0; at < 6; at += 1) {
			const made = await ground();
			const dying = over(mortal(made.host, at).host);
			const { topic } = await posted(dying, 11, written(918_273));
			await new Promise(resolve => setImmediate(resolve));
			const next = over(made.host);
			const other = await posted(next, 12, written(8));
			await other.post();
			const [own, theirs] = await next.evidence.read([recordIn(topic), recordIn(other.topic)]);
			assert.ok(own === null || own === undefined || own.tid === 11, `killed before write ${at}`);
			assert.equal(theirs?.tid, 12, `killed before write ${at}`);
			await forgetAuthor(next, 918_273);
			assert.ok(!made.database.everything().includes('918273'), `killed before write ${at}`);
		}
	});

	it('nor one whose data is used again for another topic or a reply, or says itself what its checklist was', async () => {
		const made = await ground();
		const process = over(made.host);
		const data = written();
		const topics = [];
		for (const tid of [11, 12]) {
			const { topic, post } = await posted(process, tid, data);
			await post();
			topics.push(topic);
		}
		await process.hooks.reply({ post: { pid: 121, tid: 12 }, data });
		const [one, two] = await process.evidence.read(topics.map(recordIn));
		assert.deepEqual([one?.tid, two?.tid, await process.evidence.ofTopic(12).then(all => all.length)], [11, 12, 1]);
		const unasked = { ...written(), forumTerms: {}, cid: 3 };
		const { topic } = await process.hooks.topic({ topic: { tid: 13, cid: 3, [topicField]: '{"evidence":1}' }, data: unasked });
		assert.equal(topic[topicField], undefined);
	});
});
