import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { profileSchema } from '../../lib/checklist/profiles/item';
import { knowledgeSchema } from '../../lib/checklist/profiles/knowledge';
import { isTellingTitle } from '../../lib/checklist/asking/title-rules';
import { submissionOf } from '../../lib/posting/submission';
import { checklistInMemory, items, storedTopic } from '../builders/checklist';

const preset = (file: string) =>
	JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'lib', 'presets', '3cx', file), 'utf8')) as unknown;
const { vagueWords } = v.parse(knowledgeSchema, preset('knowledge.json'));

describe('title that says something (clause 4, CK-08)', () => {
	for (const title of [
		'help', 'HELP', 'urgent', 'problem', 'please help!!!', 'Please... HELP', 'help-help', '¡Help!', 'he\u200Blp', 'h\u00ADe\u2060l\u034Fp', '\u200B\u200B\u200B', '\u3164\u115F\uFFA0', '\u2800', '\u202Ehelp', 'Hilfe', 'DRINGEND!',
		'Bitte um Hilfe', 'Störung', 'It doesn’t work', "it doesn't work", '3CX not working', '???', '', '🆘 help 🆘', 'ｈｅｌｐ',
	]) {
		it(`asks again for ${JSON.stringify(title)}`, () => {
			assert.equal(isTellingTitle(title, [...vagueWords, 'um']), false);
		});
	}

	for (const title of [
		'Help: fax arrives empty', 'Calls drop', 'Urgent: no audio after update 9', 'Problem mit Yealink T54W', 'SIP 408', '408',
		'помогите', '助けて', 'Helper extension', 'x',
	]) {
		it(`takes ${JSON.stringify(title)}`, () => assert.equal(isTellingTitle(title, vagueWords), true));
	}

	it('holds nobody to an empty list', () => assert.equal(isTellingTitle('help', []), true));

	it('is wanted by every preset that asks for a description, and by no security alert', () => {
		const profiles = v.parse(v.record(v.string(), profileSchema), preset('checklists.json'));
		for (const [id, profile] of Object.entries(profiles)) {
			const isDescribed = profile.items.some(({ key }) => key === 'description');
			assert.equal(profile.titleRule === 'telling', isDescribed && profile.kind !== 'security', id);
		}
	});

	it('counts whatever NodeBB makes of another shape, in every act that has a title', () => {
		const titleOf = (title: unknown, act: 'topic' | 'edit' = 'topic') => {
			const submission = submissionOf(act, { uid: 7, cid: 1, pid: 100, title, content: 'text' }, {}, 'api');
			return submission.ok ? submission.value.text.title : submission.refusal.code;
		};
		for (const act of ['topic', 'edit'] as const) {
			assert.deepEqual([['help'], [['help'], 'me'], 0, 7, null, false, {}, { toString: 1 }, 'help'].map(title => titleOf(title, act)),
				['help', 'help,me', '', '7', '', '', '[object Object]', '', 'help']);
		}
		assert.equal(titleOf(undefined), undefined);
	});

	it('is asked of a changed title, on the main post and in the queue, and of no other edit', async () => {
		const forum = checklistInMemory();
		await forum.knowledge.save({ vagueWords: ['help'] });
		await forum.store.save('spec', { kind: 'standard', title: {}, titleRule: 'telling', items: items({ key: 'a', required: false }) });
		await forum.store.savePlaces({ topics: { 1: 'spec' }, replies: {}, recordOnly: { topics: [], replies: [] } });
		const old = storedTopic({ title: 'Help' });
		forum.topics.set(String(old.tid), old);
		const place = { pid: old.mainPid };
		const edit = (title: string, uid = 7) => forum.review('edit', undefined, { place, title, uid });
		assert.deepEqual(await edit('HELP!'), ['title-vague title']);
		assert.deepEqual(await edit('Help\u200B help'), ['title-vague title']);
		assert.deepEqual(await edit('Help'), [], 'as it was');
		assert.deepEqual(await edit(' '), [], 'NodeBB keeps the old one');
		assert.deepEqual(await edit('Fax arrives empty'), []);
		assert.deepEqual(await edit('HELP!', 1), [], 'who is exempt');
		assert.deepEqual(await forum.review('edit', undefined, { place: { pid: '101' }, title: 'HELP!' }), [], 'an answer');
		assert.deepEqual(await forum.review('edit', { answers: { a: 'x' } }, { place, title: 'HELP!' }), ['title-vague title']);
		assert.deepEqual(await forum.evidence.ofTopic(old.tid), [], 'answers of a refused edit are not kept');
		forum.waiting.set('topic-1', {
			uid: 7, act: 'topic', cid: 1, tid: '', title: 'Fax', content: 'text', sourceContent: '', tags: [], forumTerms: {},
		});
		const inQueue = (title: string) => forum.review('queue-edit', undefined, { place: { queued: 'topic-1', cid: '1' }, title });
		assert.deepEqual(await inQueue('help help'), ['title-vague title']);
		assert.deepEqual(await inQueue(''), ['title-vague title'], 'NodeBB would make one of the text');
		assert.deepEqual(await inQueue('Fax'), []);
	});

	it('is asked of new topics only, where the profile says so, of whoever is not exempt', async () => {
		const forum = checklistInMemory();
		const asks = async (kind: 'standard' | 'security', titleRule?: 'telling') => {
			await forum.store.save('spec', { kind, title: {}, ...titleRule && { titleRule }, items: items({ key: 'a', required: false }) });
			await forum.store.savePlaces({ topics: { 1: 'spec' }, replies: { 1: 'spec' }, recordOnly: { topics: [], replies: [] } });
		};
		await forum.knowledge.save({ ...await forum.knowledge.stored(), vagueWords: ['help'] });
		const title = 'Help!';
		await asks('standard', 'telling');
		assert.deepEqual(await forum.review('topic', undefined, { title }), ['title-vague title']);
		assert.deepEqual(await forum.review('topic', undefined, { title, dryRun: true }), ['title-vague title']);
		assert.deepEqual(await forum.review('topic', undefined, { title, uid: 1 }), []);
		assert.deepEqual(await forum.review('topic', undefined), []);
		assert.deepEqual(await forum.review('reply', undefined, { title }), []);
		await asks('standard');
		assert.deepEqual(await forum.review('topic', undefined, { title }), []);
		await asks('security', 'telling');
		assert.deepEqual(await forum.review('topic', undefined, { title }), []);
	});
});
