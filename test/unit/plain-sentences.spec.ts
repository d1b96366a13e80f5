import assert from 'node:assert/strict';
import { join } from 'node:path';
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
