import assert from 'node:assert/strict';
import { hostModule } from '../../lib/nodebb/core/modules';

describe('a module of the host', () => {
	const before = globalThis.nodebb;
	afterEach(() => {
		globalThis.nodebb = before;
	});

	it('is resolved once, and anew for another host', () => {
		const asked: string[] = [];
		const hostNamed = (name: string) => ({
			require: (path: string) => {
				asked.push(`${name} ${path}`);
				return { name };
			},
		});
		const named = () => (hostModule('./src/meta') as unknown as { name: string }).name;
		const [one, other] = [hostNamed('one'), hostNamed('other')];
		globalThis.nodebb = one;
		assert.deepEqual([named(), named()], ['one', 'one']);
		globalThis.nodebb = other;
		assert.equal(named(), 'other');
		globalThis.nodebb = one;
		assert.equal(named(), 'one');
		assert.deepEqual(asked, ['one ./src/meta', 'other ./src/meta']);
	});

	it('cannot be had of a NodeBB that is too old', () => {
		globalThis.nodebb = undefined;
		assert.throws(() => hostModule('./src/meta'), /4\.12 or newer/);
	});
});
