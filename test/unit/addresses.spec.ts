import assert from 'node:assert/strict';
import { livingAddresses } from '../forum/addresses/living';
import { addressTable } from '../forum/addresses/table';

describe('every address of the plugin', () => {
	const living = livingAddresses();
	const known = Object.entries(addressTable).flatMap(([file, rows]) =>
		Object.keys(rows).map(address => ({ file, address })));

	it('has a row that says who may use it', () => {
		const missing = living.filter(address => !known.some(row => row.address === address));
		assert.deepEqual(missing, [], `No row says who may use ${missing.join(', ')}. Add one for each to the file of its ` +
			'slice in test/forum/addresses/ (row.ts says what the cells mean), and ids that are new to ' +
			'test/driver/address-ground.ts; then run dist/test/forum/addresses.spec.js.');
	});

	it('is there, where a row speaks of it', () => {
		const left = known.filter(({ address }) => !living.includes(address));
		assert.deepEqual(left.map(({ file, address }) => `test/forum/addresses/${file}.ts: ${address}`), [],
			'These addresses are gone: take their rows out.');
	});

	it('has one row only', () => {
		const twice = known.filter(({ address }, index) => known.findIndex(row => row.address === address) !== index);
		assert.deepEqual(twice, []);
	});
});
