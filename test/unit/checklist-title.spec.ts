import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { profileSchema } from '../../lib/checklist/item';
import { knowledgeSchema } from '../../lib/checklist/knowledge';
import { isTellingTitle } from '../../lib/checklist/title-rules';
import { checklistInMemory, items } from '../builders/checklist';

const preset = (file: string) =>
	JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'lib', 'presets', '3cx', file), 'utf8')) as unknown;
const { vagueWords } = v.parse(knowledgeSchema, preset('knowledge.json'));

describe('title that says something (clause 4, CK-08)', () => {
	for (const title of [
		'help', 'HELP', 'urgent', 'problem', 'please help!!!', 'Please... HELP', 'help-help', '¡Help!', 'Hilfe', 'DRINGEND!',
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

	it('is asked of new topics only, where the profile says so, of whoever is not exempt', async () => {
		const forum = checklistInMemory();
		const asks = async (kind: 'standard' | 'security', titleRule?: 'telling') => {
			await forum.store.save('spec', { kind, title: {}, ...titleRule && { titleRule }, items: items({ key: 'a', required: false }) });
			await forum.store.savePlaces({ topics: { 1: 'spec' }, replies: { 1: 'spec' } });
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
