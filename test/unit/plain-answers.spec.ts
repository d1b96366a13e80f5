import assert from 'node:assert/strict';
import { checklistView } from '../../lib/posting/checklist-view';
import { checklistIn } from '../../lib/posting/plain-answers';
import { refuse } from '../../lib/kernel/refusals/refusal';
import type { ChecklistForm } from '../../lib/kernel/offers/checklist-form';

const item = (parts: Partial<ChecklistForm['items'][number]> & { key: string }): ChecklistForm['items'][number] => ({
	kind: 'text', required: true, minLength: 0, minWords: 0, prompt: parts.key, help: '', link: '', hosts: [], empty: 'ok',
	terms: '', unsupported: [], promptMarkdown: '', helpMarkdown: '', placeholder: '', readers: 'everyone',
	stable: false, referencePrompt: '', suggestions: [], shownWhen: null, options: [], ...parts,
});
const form = (remembered: ChecklistForm['remembered'], ...items: ChecklistForm['items']): ChecklistForm => ({
	profile: 'spec', version: 3, kind: 'standard', share: 'all', stops: true, items, remembered,
});

describe('a checklist in a plain form', () => {
	for (const [what, fields, answers] of [
		['a tick is a confirmation', { 'forumTermsConfirm.done': '1' }, { done: true }],
		['a text is a text', { 'forumTermsAnswer.version': 'V20 Update 9' }, { version: 'V20 Update 9' }],
		['one of several choices is a list too', { 'forumTermsChoices.checked': 'alg' }, { checked: ['alg'] }],
		['several choices are a list', { 'forumTermsChoices.checked': ['alg', 'logs'] }, { checked: ['alg', 'logs'] }],
		['a vendor has a reference', { 'forumTermsAnswer.phone.vendor': 'Yealink', 'forumTermsAnswer.phone.reference': 'T54W' },
			{ phone: { vendor: 'Yealink', reference: 'T54W' } }],
		['a provider has a country', { 'forumTermsAnswer.trunk.provider': ' Telekom ', 'forumTermsAnswer.trunk.country': 'DE' },
			{ trunk: { provider: 'Telekom', country: 'DE' } }],
		['what is empty is no answer', { 'forumTermsAnswer.a': '', 'forumTermsAnswer.b.vendor': '', 'forumTermsAnswer.b.reference': 'x' }, {}],
		['other fields are not looked at', { title: 'x', forumTermsAccept: 'forum-1', 'forumTermsAnswer.a.else': 'x' }, {}],
		['a field of another shape is no answer', { 'forumTermsAnswer.a': { b: 'x' } }, {}],
	] as const) {
		it(what, () => assert.deepEqual(checklistIn(fields), { answers }));
	}

	it('names the version that it was made from', () => {
		assert.deepEqual(checklistIn({ forumTermsChecklist: '4' }), { version: 4, answers: {} });
		assert.deepEqual(checklistIn({ forumTermsChecklist: 'four' }), { answers: {} });
	});
});

describe('the page without script', () => {
	it('begins with what is remembered, and marks nothing that nobody could answer yet', () => {
		const missing = refuse('checklist-incomplete', ['b', '3'], { field: 'forumTerms.checklist.answers.b' });
		const { items } = checklistView(form({ a: 'V20' }, item({ key: 'a' }), item({ key: 'b' })), {}, [missing]);
		assert.deepEqual(items.map(({ text, isRemembered, problem }) => [text, isRemembered, problem]),
			[['V20', true, ''], ['', false, '']]);
	});

	it('then shows what was answered, even where that is nothing, with each problem at its item', () => {
		const missing = refuse('checklist-incomplete', ['a', '3'], { field: 'forumTerms.checklist.answers.a' });
		const { items } = checklistView(form({ a: 'V20' }, item({ key: 'a' }), item({ key: 'b' })),
			{ forumTermsChecklist: '3', 'forumTermsAnswer.a': '', 'forumTermsAnswer.b': 'x' }, [missing]);
		assert.deepEqual(items.map(({ text, isRemembered }) => [text, isRemembered]), [['', false], ['x', false]]);
		assert.match(items[0]?.problem ?? '', /checklist-incomplete/);
		assert.equal(items[1]?.problem, '');
	});

	it('says in words when an item is to be answered', () => {
		const options = [{ value: 'yes', label: 'Yes', labelMarkdown: '', verdict: 'ok', say: '', required: false, unticked: null }];
		const { items } = checklistView(form({},
			item({ key: 'trunk', kind: 'choice', prompt: 'Is a trunk involved?', options }),
			item({ key: 'done', kind: 'confirm', prompt: 'Done' }),
			item({ key: 'a', shownWhen: { item: 'trunk', values: ['yes'], tags: [], listed: '' } }),
			item({ key: 'b', shownWhen: { item: 'done', values: ['true'], tags: [], listed: '' } }),
			item({ key: 'c', shownWhen: { item: '', values: [], tags: ['sip', 'trunk'], listed: '' } })), {}, []);
		assert.deepEqual(items.map(({ condition }) => condition), ['', '',
			'[[forum-terms:checklist.only-if, Is a trunk involved?, Yes]]',
			'[[forum-terms:checklist.only-if-ticked, Done]]',
			'[[forum-terms:checklist.only-if-tagged, sip / trunk]]']);
	});
});
