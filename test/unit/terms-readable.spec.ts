import assert from 'node:assert/strict';
import { readableParts } from '../../lib/terms/text/readable';

type Parts = Parameters<typeof readableParts>[0];
const same = (text: string): Parts[number] => ({ text, state: 'same' });
const added = (text: string): Parts[number] => ({ text, state: 'added' });
const shown = (...parts: Parts): string[] => readableParts(parts).map(({ text }) => text);

describe('a comparison as readers see it', () => {
	it('has dots for items and no marks of emphasis', () => {
		assert.deepEqual(shown(same('- **Forum**: every category.\n- __Post__: what is written.\n  * deeper')),
			['• Forum: every category.\n• Post: what is written.\n  • deeper']);
	});

	it('takes for an item only what begins a line, over the edges of its parts', () => {
		assert.deepEqual(shown(same('Pictures'), added(' - and links - '), same('stay.\n'), added('- new\n'), same('- old')),
			['Pictures', ' - and links - ', 'stay.\n', '• new\n', '• old']);
		assert.deepEqual(shown(same('5 * 3 - 2 and snake_case')), ['5 * 3 - 2 and snake_case']);
	});

	it('shows a change of nothing but marks as it is', () => {
		assert.deepEqual(shown(same('Be '), added('**'), same('kind'), added('**')), ['Be ', '**', 'kind', '**']);
	});
});
