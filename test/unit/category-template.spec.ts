import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isOnlyTemplate } from '../../lib/categories/rules/template';

const template = '**What I did**\n\n**What happened** (since when?)';

describe('a text that is only the template of its category (clause 4)', () => {
	for (const [what, text] of [
		['the template', template], ['other line ends', template.replaceAll('\n', '\r\n')], ['blanks around and between', `  ${template.replace('\n\n', ' \n\n\n')}\n `],
		['a character that nobody sees', template.replace('did', 'd\u200Bi\u00ADd')], ['a no-break space', template.replace('What I', 'What\u00A0I')],
		['other marks', '## What I did:\n- What happened - since when!'], ['another case', template.toUpperCase()],
		['fullwidth letters', template.replace('did', '\uff44\uff49\uff44')], ['one of its lines', '**What I did**'],
		['its lines in another order', '**What happened** (since when?)\n**What I did**'], ['all in one line', 'What I did What happened since when'],
		['its lines twice', `${template}\n\n${template}`], ['rules and dots beside it', `${template}\n---\n...`],
	] as const) {
		it(`is found with ${what}`, () => assert.equal(isOnlyTemplate(text, template), true));
	}

	for (const [what, text] of [
		['a word of its own', `${template}\nNothing`], ['a word behind a heading', template.replace('did**', 'did** restarted')],
		['a text without it', 'Calls drop.'], ['only marks', '---'], ['nothing', ''], ['a letter in another script', `${template}\n\u65e0`],
		['words of the template in a sentence', 'What happened is what I did.'],
	] as const) {
		it(`is not found in ${what}`, () => assert.equal(isOnlyTemplate(text, template), false));
	}

	it('is nothing where the category has none', () => {
		assert.deepEqual(['', 'Calls drop.', '---'].map(text => isOnlyTemplate(text, '')), [false, false, false]);
	});

	it('is found without a word in it, too', () => {
		assert.deepEqual([isOnlyTemplate('--- \u200B', '---\n'), isOnlyTemplate('---\nMine', '---')], [true, false]);
	});

	it('law: what is added to it decides, never what is between its lines', () => {
		const unseen = fc.array(fc.constantFrom(' ', '\n', '\t', '\u200B', '\u00AD', '\u2800', '*', '_', '\r\n', '\u00A0'), { maxLength: 6 }).map(all => all.join(''));
		const word = fc.stringMatching(/^[a-z]{3,8}$/).filter(one => !template.toLowerCase().includes(one));
		fc.assert(fc.property(unseen, unseen, unseen, word, (before, between, after, own) => {
			const untouched = `${before}\n**What I did**\n${between}\n**What happened** (since when?)\n${after}`;
			assert.equal(isOnlyTemplate(untouched, template), true);
			assert.equal(isOnlyTemplate(`${untouched}\n${own}`, template), false);
		}));
	});
});
