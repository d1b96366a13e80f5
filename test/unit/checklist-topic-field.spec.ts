import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Answer } from '../../lib/checklist/asking/answers';
import { judgementsOf } from '../../lib/checklist/asking/rules';
import { evidenceAnswers, type Evidence } from '../../lib/checklist/evidence/evidence';
import { fieldInFull, publicIn, shortField, wholeField } from '../../lib/checklist/evidence/topic-field';
import { checklistHooks } from '../../lib/checklist/hooks';
import type { ChecklistProfile } from '../../lib/checklist/profiles/item';
import { checklistInMemory, items, known } from '../builders/checklist';
import { called } from '../builders/handlers';

const options = ['cloud', 'here'].map(value => ({
	value, label: { 'en-GB': `Runs ${value}`, de: `Läuft ${value}` },
	...value === 'here' ? { unticked: { verdict: 'record' } } : {},
}));
const plain = options.map(({ value, label }) => ({ value, label }));
const asked = items(
	{ key: 'done', kind: 'confirm', prompt: { 'en-GB': 'Done?', de: 'Erledigt?' } },
	{ key: 'place', kind: 'choice', options: plain, required: false, empty: 'record' },
	{ key: 'parts', kind: 'multi-choice', options, prompt: { 'en-GB': 'Which parts?', de: 'Welche Teile?' } },
	{ key: 'told', kind: 'long-text' }, { key: 'trunk', kind: 'trunk' }, { key: 'ticket', kind: 'text', readers: 'staff' },
);
const profile: ChecklistProfile = { id: 'spec', version: 3, kind: 'standard', title: {}, items: asked };

function recordOf(answers: Record<string, Answer>, language: string, parts: Partial<Evidence> = {}): Evidence {
	return {
		id: 5, tid: 10, pid: '', uid: 7, cid: 1, profile: 'spec', version: 3, cause: 'topic', owed: [], waived: [],
		by: 7, at: 0,
		answers: evidenceAnswers(judgementsOf(asked, answers, { tags: [], cid: 1 }, known()), answers, language),
		...parts,
	};
}

const anyAnswers = fc.record({
	done: fc.boolean(), place: fc.constantFrom('', 'cloud', 'here'), parts: fc.subarray(['cloud', 'here']),
	told: fc.oneof(fc.string(), fc.string({ minLength: 1, maxLength: 5 }).map(text => text.repeat(600))),
	trunk: fc.record({ provider: fc.string(), country: fc.constantFrom('CY', 'x') }), ticket: fc.string(),
}, { requiredKeys: [], noNullPrototype: true });

describe('the field of a topic with its checklist (clause 3)', () => {
	it('says on the page what the whole record says, in its author\'s language, whatever was answered', () => {
		const languages = fc.constantFrom('en-GB', 'de', 'fr', '__proto__', 'constructor');
		fc.assert(fc.property(anyAnswers, languages, fc.subarray(['told']), (answers, language, owed) => {
			const record = recordOf(answers, language, { owed });
			const shown = fieldInFull(shortField(record, profile, language), () => profile);
			assert.deepEqual(JSON.parse(String(shown)), JSON.parse(wholeField(record)));
		}));
	});

	it('is short: it has neither prompts nor labels, and NodeBB reads it wherever it lists the topic', () => {
		const field = shortField(recordOf({ done: true, place: 'cloud', parts: ['here'] }, 'de'), profile, 'de');
		assert.deepEqual(JSON.parse(field), {
			profile: 'spec', version: 3, evidence: 5, hidden: 0, owed: [], language: 'de',
			answers: [{ key: 'done' }, { key: 'place', chosen: 'cloud' }, { key: 'parts', chosen: ['here'] }],
		});
	});

	it('keeps the words of what its version does not ask, and shows the keys of a version that nobody has any more', () => {
		const record = recordOf({ parts: ['cloud', 'here'] }, 'de');
		const answers = record.answers.map(one => ({ ...one, key: `${one.key}-before` }));
		const field = shortField({ ...record, answers }, profile, 'de');
		const said = (stored: string) =>
			publicIn({ field: fieldInFull(stored, () => null) })?.answers.map(({ prompt, text }) => [prompt, text]);
		assert.deepEqual(said(field), [['place', ''], ['Welche Teile?', '✓ Läuft cloud\n✓ Läuft here']]);
		assert.deepEqual(said(shortField(record, profile, 'de')), [['place', ''], ['parts', 'cloud, here']]);
	});

	it('stays as it is where it is whole, or nobody can read it', () => {
		const whole = wholeField(recordOf({ done: true }, 'en-GB'));
		assert.deepEqual([whole, '', '{', 7, null].map(stored => fieldInFull(stored, () => profile)), [whole, '', '{', 7, null]);
	});

	it('is left out of the page where nobody can read it, whatever somebody wrote there by hand', async () => {
		const made = checklistInMemory();
		const { page } = called(checklistHooks(made), made.host);
		const whole = wholeField(recordOf({ done: true }, 'en-GB'));
		const short = JSON.parse(shortField(recordOf({ done: true }, 'de'), profile, 'de')) as object;
		const shown = async (stored: unknown) =>
			(await page({ templateData: { forumTermsChecklist: stored } })).templateData?.forumTermsChecklist;
		for (const stored of ['{', '[]', '"text"', '7', 7, null, { profile: 'x' }, '{"profile":"x"}', JSON.stringify({ ...short, answers: 1 })]) {
			assert.equal(await shown(stored), undefined, JSON.stringify(stored));
		}
		assert.equal(await shown(whole), whole);
		for (const forged of [{ profile: '__proto__' }, { profile: 'gone', version: 1e308 }, { language: '' }]) {
			const read = publicIn({ field: await shown(JSON.stringify({ ...short, ...forged })) });
			assert.deepEqual(read?.answers.map(({ key, prompt }) => [key, prompt]), [['done', 'done'], ['place', 'place']]);
		}
	});
});

describe('the record of a new topic (clause 3)', () => {
	/** A topic with its first post, as NodeBB creates them; the record is written when `write` is called. */
	async function creating(write: () => Promise<void>) {
		const made = checklistInMemory();
		await made.ask({ key: 'done', kind: 'confirm' });
		const { setObject } = made.database;
		Object.assign(made.database, { setObject: async (key: string, row: never) =>
			(/evidence:\d+$/.test(key) ? write().then(() => setObject(key, row)) : setObject(key, row)) });
		const hooks = called(checklistHooks(made), made.host);
		const data = {
			uid: 7, cid: 1, tid: 10, isMain: true, title: 'Calls drop', content: 'They drop.',
			forumTerms: { checklist: { answers: { done: true } } },
		};
		const { topic } = await hooks.topic({ topic: { tid: 10, cid: 1 }, data });
		return { made, topic, post: async () => hooks.reply({ post: { pid: 100, tid: 10 }, data }) };
	}

	it('is written while NodeBB stores the topic, and stored before its first post is', async () => {
		let finish = () => undefined as void;
		const { made, topic, post } = await creating(async () => new Promise<void>((resolve) => {
			finish = resolve;
		}));
		assert.match(String(topic.forumTermsChecklist), /"evidence":1/);
		const posting = post().then(async () => made.evidence.read([1]));
		await new Promise(resolve => setImmediate(resolve));
		assert.deepEqual(await made.evidence.read([1]), [null]);
		finish();
		assert.equal((await posting)[0]?.tid, 10);
	});

	it('that cannot be stored costs neither topic nor process, and is in the log once', async () => {
		const { made, topic, post } = await creating(async () => Promise.reject(new Error('no space')));
		await post();
		assert.match(String(topic.forumTermsChecklist), /"key":"done"/);
		assert.deepEqual(made.errors, [{ slice: 'checklist', event: 'topic' }]);
	});
});
