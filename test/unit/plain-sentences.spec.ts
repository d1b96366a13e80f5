import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { range } from 'lodash';
import { parse } from 'yaml';
import { escapeHtml, plainText } from '../../lib/kernel/formats/html';
import { languageToken } from '../../lib/kernel/refusals/message';
import type { Fact } from '../../lib/kernel/refusals/phrase';
import { refusalTable } from '../../lib/kernel/refusals/refusal';
import { sandboxTranslator } from '../sandbox/host/translator';
import { packageRoot } from '../sandbox/server/sandbox';

describe('a sentence that is shown as text', () => {
	const translator = sandboxTranslator();
	translator.addFolder(join(packageRoot, 'languages'));
	const shown = async (...facts: string[]) =>
		plainText(await translator.translate(languageToken('forum-terms:refusal.partner-level-unknown', facts)));

	it('has its facts as they were typed: commas, percent signs, brackets, quotes', async () => {
		assert.equal(await shown('Ruby', 'Titanium, Platinum, Gold'),
			'Ruby is not a partner level. Possible levels: Titanium, Platinum, Gold.');
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

	it('has any fact as it was typed, however deep it stands', async () => {
		const key = 'forum-terms:refusal.partner-level-unknown';
		const [before = '', after = ''] = (await shown('§', 'Gold')).split('§');
		const signs = fc.constantFrom(
			',', '%', '%1', '[', ']', '[[', ']]', '\\', '$', '$&', '&', ';', '#44', '&#91;', '&amp;', '<', '"', "'", 'a:b', '7',
		);
		const typed = fc.array(signs, { minLength: 1, maxLength: 8 }).map(list => list.join(''));
		await fc.assert(fc.asyncProperty(typed, fc.integer({ min: 0, max: 2 }), async (said, depth) => {
			const nested = range(depth).reduce<Fact>(inner => ({ key, facts: [inner, 'Gold'] }), said);
			const wanted = range(depth + 1).reduce(inner => `${before}${inner}${after}`, said);
			assert.equal(plainText(await translator.translate(languageToken(key, [nested, 'Gold']))), wanted);
		}), { numRuns: 500 });
	});

	it('stays escaped where it goes into HTML', async () => {
		const html = await translator.translate(languageToken('forum-terms:refusal.partner-level-unknown', ['<img>', 'a, b']));
		assert.match(html, /^&lt;img&gt; is not a partner level\. Possible levels: a&#44; b\.$/);
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
	const strings = ['forum-terms', 'admin/plugins/forum-terms', 'notifications'].map(name =>
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

	it('say a number so that it may be one, or are chosen by it', () => {
		const things = {
			english: /%\d (?:[a-z-]{3,} ){0,2}(?:answers|categories|changes|characters|clauses|days|differences|errors|hours|invitations|items|keys|members|minutes|people|points|posts|records|replies|reports|rows|seconds|steps|strikes|times|topics|versions)\b/,
			german: /%\d (?:[a-zäöüß-]{3,} )?(?:Antworten|Beiträgen?|Einladungen|Einträgen?|Fehlern?|Kategorien|Leuten?|Mal|Meldungen|Minuten|Mitgliedern?|Personen|Punkten?|Schlüsseln?|Schritten?|Sekunden|Stunden|Tagen?|Themen|Verwarnungen|Zeichen|Zeilen|Ziffern)\b/,
		};
		const chosen = Object.keys(english).filter(key => key.endsWith('.many'));
		assert.deepEqual(chosen.filter(key => !(key.replace(/many$/, 'one') in english)), []);
		const fixed = (sentences: Sentences) =>
			Object.fromEntries(Object.entries(sentences).filter(([key]) => !chosen.includes(key)));
		assert.deepEqual(breaking(fixed(english), things.english), []);
		assert.deepEqual(breaking(fixed(german), things.german), []);
	});

	const comments = Object.fromEntries(['lib', 'static'].flatMap(folder =>
		(readdirSync(join(packageRoot, folder), { recursive: true }) as string[]).filter(path => path.endsWith('.ts'))
			.flatMap(path => read(join(folder, path)).split('\n').map((line, index) => [`${folder}/${path}:${index + 1}`, line] as const))
			.filter(([, line]) => /^\t*( ?\*|\/\/|\/\*\*)/.test(line))));

	for (const phrase of ['so long', 'whoever', 'as far as', 'does not fit', 'in the middle of', 'one\'s', 'goes its way', 'he', 'his', 'him']) {
		it(`do not say "${phrase}", and no comment does`, () => {
			assert.deepEqual(breaking({ ...english, ...comments }, new RegExp(`\\b${phrase}\\b`, 'i')), []);
		});
	}

	it('have one kind of apostrophe and of quotation marks', () => {
		assert.deepEqual(breaking(english, /\w'|'\w|\s"|"\s/), []);
		assert.deepEqual(breaking(german, /\w'|'\w|\s"|"\s|”/), []);
	});

	const named = { english: /\((clauses? (%?\d|[\d.]+)|definitions)/, german: /\((Ziffern? (%?\d|[\d.]+)|Definitionen)/ };

	it('name a clause in every refusal that is a decision under it, and in no other', () => {
		const decisions = Object.entries(refusalTable).filter(([, { isDecision }]) => isDecision).map(([code]) => code);
		for (const [sentences, pattern] of [[english, named.english], [german, named.german]] as const) {
			const refusals = Object.entries(sentences).filter(([key]) => key.startsWith('forum-terms:refusal.'));
			const wrong = refusals.filter(([key, text]) => pattern.test(text) !== decisions.includes(key.split('.')[1] ?? ''));
			assert.deepEqual(wrong, []);
		}
	});

	it('name a clause beside a notice, and nowhere else that is not a decision', () => {
		const justified = /^forum-terms:(refusal\.|notice\.|gate\.stopped|checklist\.stopped|moved\.told|restriction\.host-reason\.)/;
		assert.deepEqual(breaking(english, /\((clauses? \d|definitions)/).filter(found => !justified.test(found)), []);
	});

	it('name the areas of the ACP so briefly that NodeBB shows them in one line, which 72 letters fill at 1280 pixels', () => {
		const areas = ['overview', 'terms', 'checklists', 'categories', 'partners', 'customers', 'records', 'settings'];
		for (const sentences of [english, german]) {
			const names = areas.map(area => sentences[`admin/plugins/forum-terms:tab.${area}`] ?? '');
			assert.ok(names.every(name => name !== ''));
			assert.ok(names.join('').length <= 72, names.join(' '));
		}
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
