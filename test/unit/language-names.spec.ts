import assert from 'node:assert/strict';
import { wordIn } from '../../lib/categories/rules/words';
import { textFor } from '../../lib/checklist/profiles/item';
import { languageName, localeOf } from '../../lib/kernel/formats/language';
import { languageOfReader } from '../../lib/nodebb/people/language';
import { shownLanguage } from '../../lib/terms/text/language';

const none = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'x y', '%', 'en_x'.repeat(10_000), '[[x]]'];

/** HOST: src/controllers/authentication.js `register` stores any `userLang` that a registration sends. */
describe('a language that is none', () => {
	it('law: has every text in English, or in the first language that there is', () => {
		const texts = { 'en-GB': 'Done?', de: 'Fertig?' };
		for (const language of none) {
			assert.deepEqual([
				textFor(texts, language), wordIn(texts, language), shownLanguage(Object.keys(texts), language, 'en-GB'),
				localeOf(language), typeof languageName('de', language),
			], ['Done?', 'Done?', 'en-GB', 'en-GB', 'string'], language.slice(0, 20));
		}
	});

	it('is not the language of a member, who reads in the forum\'s own', async () => {
		const before = globalThis.nodebb;
		const said = async (userLang: unknown) => {
			const modules: Record<string, unknown> = {
				'./src/database': { getObject: async () => ({ userLang }) }, './src/meta': { config: { defaultLang: 'de' } },
			};
			globalThis.nodebb = { require: (path: string) => modules[path] };
			return languageOfReader(7);
		};
		try {
			for (const language of [...none.filter(one => !/^\w{2,20}$/.test(one)), ['de'], { de: 1 }, '']) {
				assert.equal(await said(language), 'de', JSON.stringify(language).slice(0, 20));
			}
			for (const language of ['en-GB', 'zh-TW', 'sr@latin', 'en-x-pirate', 'fr']) {
				assert.equal(await said(language), language);
			}
		} finally {
			globalThis.nodebb = before;
		}
	});
});
