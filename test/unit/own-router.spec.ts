import assert from 'node:assert/strict';
import { createPlugin } from '../../lib/plugin';
import { wordsIn } from '../../lib/nodebb/web/own-router';
import { hostInMemory } from '../builders/host';

describe('the layer before the plugin\'s own addresses', () => {
	it('knows each by a word of its path, and few words', () => {
		const { pages, forms } = createPlugin(hostInMemory().host).addresses;
		const paths = [...pages, ...forms].map(({ path }) => path);
		const words = wordsIn(paths);
		assert.deepEqual([...words].sort(), ['compose', 'forum-terms', 'licences']);
		assert.deepEqual(paths.filter(path => !words.some(word => path.includes(word))), []);
	});

	it('takes no parameter for a word', () => {
		assert.deepEqual(wordsIn(['/user/:userslug/licences', '/partner/:forum-terms']), ['licences', 'partner']);
	});
});
