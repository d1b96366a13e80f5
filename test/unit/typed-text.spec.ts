import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainText } from '../../lib/kernel/formats/html';
import { languageToken } from '../../lib/kernel/refusals/message';
import { templateEngine } from '../sandbox/server/templates';
import { sandboxTranslator } from '../sandbox/host/translator';

const folder = join(process.cwd(), 'templates');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.tpl'));

/** What templates put into sentences themselves: numbers, clauses, days and names of languages, and members' names. */
const safe = new Set([
	'./acceptedN', './acceptedOn', './clause', './count', './days', './languageName', './pid', '@value', 'clause', 'clauses',
	'./lastFour', './versionNumber', 'coolingHours', 'languageName', 'setup.done', 'setup.total', 'unchanged', 'versionNumber', 'waiverDays',
	// HOST: public/src/utils.common.js `isUserNameValid`: no dollar, percent, comma, ampersand or angle bracket.
	'./byName', 'byName', 'endedByName',
]);

/** Sentences and their facts, `[key, ...facts]`, of each `tx(…)`. */
function sentencesIn(text: string): string[][] {
	return [...text.matchAll(/\btx\(((?:concat\((?:concat\([^()]*\)|[^()])*\)|txEscape\([^()]*\)|[^()])*)\)/g)].map(([, inner = '']) =>
		inner.split(/,(?![^(]*\))/).map(one => one.trim()));
}

/** Names that NodeBB's translator reads as something else. */
const nasty = [
	'$&', '$1', '$$', "$`$'", '%1 and %2', '100 %', '[[global:home]]', 'a [[forum-terms:x, y]] b', 'Acme, Inc., Ltd', 'a\\, b\\',
	'<b>bold</b>', `"double" and 'single'`, 'A & B', '&amp;', '&#36;&lt;', '{company}', '',
];

describe('text that somebody typed', () => {
	it('is in no template a fact of a sentence: the data have a token, in which it is escaped', () => {
		const wrong = files.flatMap(name => sentencesIn(readFileSync(join(folder, name), 'utf8'))
			.flatMap(([, ...facts]) => facts.filter(fact => !safe.has(fact)).map(fact => `${name}: ${fact}`)));
		assert.deepEqual(wrong, []);
		const found = files.flatMap(name => sentencesIn(readFileSync(join(folder, name), 'utf8')));
		const calls = files.flatMap(name => [...readFileSync(join(folder, name), 'utf8').matchAll(/\btx\(/g)]);
		assert.equal(found.length, calls.length, 'every sentence was read');
	});

	describe('comes out of a token as it was typed', () => {
		const translator = sandboxTranslator();
		translator.addFolder(join(process.cwd(), 'languages'));
		const engine = templateEngine([join(process.cwd(), 'test', 'sandbox', 'templates'), folder], translator);
		for (const name of nasty) {
			it(JSON.stringify(name), async () => {
				const token = languageToken('forum-terms:people.speaks', [name, { key: 'forum-terms:partner.role.owner' }]);
				const said = `You speak for ${name.trim()} (${await translator.translate('[[forum-terms:partner.role.owner]]')}).`;
				assert.equal(plainText(await translator.translate(token)), said, 'translated');
				const page = await engine.render('forum-terms/partner-join', { membership: { says: token } }, 'en-GB');
				const [, line = ''] = /<p>(You speak for [^\n]*)<\/p>/.exec(page) ?? [];
				assert.equal(plainText(line), said, 'on a page');
			});
		}
	});
});
