import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { escapeHtml, plainText } from '../../lib/kernel/formats/html';
import { languageToken } from '../../lib/kernel/edge/message';
import { sandboxTranslator } from '../sandbox/host/translator';
import { packageRoot } from '../sandbox/server/sandbox';

describe('a sentence that is shown as text', () => {
	const translator = sandboxTranslator();
	translator.addFolder(join(packageRoot, 'languages'));
	const shown = async (...facts: string[]) =>
		plainText(await translator.translate(languageToken('forum-terms:refusal.partner-level-unknown', facts)));

	it('has its facts as they were typed: commas, percent signs, brackets, quotes', async () => {
		assert.equal(await shown('Ruby', 'Titanium, Platinum, Gold'),
			'Ruby is not a partner level. Possible levels: Titanium, Platinum, Gold (definitions).');
		for (const fact of ['100% [[x:y]]', 'O\'Neill & Sons "Ltd"', '<b>bold</b>', 'a, b']) {
			assert.ok((await shown(fact, 'Gold')).startsWith(`${fact} is not`), await shown(fact, 'Gold'));
		}
	});

	it('is decoded once, so that what was typed as an escape stays one', () => {
		assert.equal(plainText('&amp;lt;b&amp;gt; &#60;b&#x3E; &nothing; 5 & 6;'), '&lt;b&gt; <b> &nothing; 5 & 6;');
		assert.equal(plainText(escapeHtml('<a href="x">&#44;</a>')), '<a href="x">&#44;</a>');
	});

	it('says a fact that is a word of ours in the same language', async () => {
		const invited = languageToken('forum-terms:mail.partner-admitted-body', ['Acme, Ltd', { key: 'forum-terms:partner.role.sales' }]);
		assert.match(plainText(await translator.translate(invited, 'de')), /Acme, Ltd.*\(.*Vertrieb\)/);
	});

	it('stays escaped where it goes into HTML', async () => {
		const html = await translator.translate(languageToken('forum-terms:refusal.partner-level-unknown', ['<img>', 'a, b']));
		assert.match(html, /^&lt;img&gt; is not a partner level\. Possible levels: a, b /);
	});
});

type Sentences = Record<string, string>;

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8');

/** Every text of a preset that is written in several languages, by where it stands. */
function textsOf(value: unknown, path: string): [string, Sentences][] {
	if (value === null || typeof value !== 'object') {
		return [];
	}
	return 'en-GB' in value ? [[path, value as Sentences]] :
		Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

/** Everything in `language` that people read: the two files of strings, the preset and the terms. */
function sentencesIn(language: 'en-GB' | 'de'): Sentences {
	const strings = ['forum-terms', 'admin/plugins/forum-terms'].map(name =>
		Object.entries(JSON.parse(read(`languages/${language}/${name}.json`)) as Sentences)
			.map(([key, text]) => [`${name}:${key}`, text]));
	// The areas of other languages carry a name in their own.
	const blueprint = parse(read('lib/presets/3cx/blueprint.yaml')) as { categories: { language?: string }[] };
	const preset = [...textsOf(JSON.parse(read('lib/presets/3cx/checklists.json')), 'checklists'),
		...textsOf(blueprint.categories.filter(category => !category.language), 'blueprint')]
		.map(([path, texts]) => [path, texts[language] ?? '']);
	const terms = read(`lib/presets/3cx/terms.${language}.md`).split('\n').map((line, index) => [`terms, line ${index + 1}`, line]);
	return Object.fromEntries([...strings.flat(), ...preset, ...terms]) as Sentences;
}

function breaking(sentences: Sentences, pattern: RegExp): string[] {
	return Object.entries(sentences).filter(([, text]) => pattern.test(text)).map(([key, text]) => `${key}: ${text}`);
}

describe('the words of the plugin', () => {
	const english = sentencesIn('en-GB');
	const german = sentencesIn('de');

	it('are in German wherever they are in English, about the same facts', () => {
		const facts = (text: string) => [...new Set(text.match(/%\d/g))].sort().join();
		assert.deepEqual(Object.keys(german).sort(), Object.keys(english).sort());
		assert.deepEqual(Object.keys(english).filter(key =>
			facts(english[key] ?? '') !== facts(german[key] ?? '') || (english[key] === '') !== (german[key] === '')), []);
	});

	it('call a German reader du, as NodeBB does, and say Ziffer for a clause', () => {
		// No exception for "they" at the start of a sentence: such a sentence is written in another way.
		assert.deepEqual(breaking(german, /\b(Sie|Ihnen|Ihr(e[mnrs]?)?|Klauseln?)\b/), []);
	});

	it('mean everybody in German without a star: the person, the member, the team', () => {
		const masculine = /\b(Inhabers?|Verfassers?|Autor(en)?|Lesers?|Nutzer[ns]?|Mitarbeiter[ns]?|Ansprechpartner)\b/;
		assert.deepEqual(breaking(german, masculine), []);
		assert.deepEqual(breaking(german, /\b(Administrator|Moderator)(en|s)?\b|[a-zäöü]([*:_]in|In)(nen)?\b/), []);
	});
});
