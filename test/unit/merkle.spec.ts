import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { canonicalJson, type Json } from '../../lib/kernel/formats/canonical';
import { inclusionPath, leafHash, merkleRoot, rootOfPath } from '../../lib/kernel/formats/merkle';

const leaves = fc.array(fc.uint8Array({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 40 })
	.map(list => list.map(data => leafHash(Buffer.from(data))));

describe('Merkle tree (RFC 6962)', () => {
	it('has the roots that the RFC\'s own test data has', () => {
		const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
		const hashes = inputs.map(hex => leafHash(Buffer.from(hex, 'hex')));
		assert.equal(merkleRoot([]).toString('hex'), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
		assert.equal(merkleRoot(hashes.slice(0, 1)).toString('hex'),
			'6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
		assert.equal(merkleRoot(hashes.slice(0, 3)).toString('hex'),
			'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77');
		assert.equal(merkleRoot(hashes).toString('hex'),
			'5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
	});

	it('leads from every leaf to the root', () => {
		fc.assert(fc.property(leaves, (list) => {
			const root = merkleRoot(list);
			list.forEach((leaf, index) => assert.ok(
				rootOfPath(leaf, index, list.length, inclusionPath(list, index)).equals(root)));
		}));
	});

	it('leads another leaf, or a path that was cut or lengthened, elsewhere', () => {
		fc.assert(fc.property(leaves, fc.nat(), (list, at) => {
			const index = at % list.length;
			const path = inclusionPath(list, index);
			const root = merkleRoot(list);
			const leaf = list[index] ?? Buffer.alloc(32);
			assert.ok(!rootOfPath(leafHash(leaf), index, list.length, path).equals(root));
			assert.ok(!rootOfPath(leaf, index, list.length, [...path, leaf]).equals(root));
			assert.ok(path.length === 0 || !rootOfPath(leaf, index, list.length, path.slice(1)).equals(root));
		}));
	});
});

describe('canonical JSON', () => {
	it('is the same text whatever the order of the fields', () => {
		const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean());
		fc.assert(fc.property(fc.dictionary(fc.string(), scalar), (fields) => {
			const turned = Object.fromEntries(Object.entries(fields).reverse());
			assert.equal(canonicalJson(fields), canonicalJson(turned));
		}));
		assert.equal(canonicalJson({ b: [{ d: 1, c: null }, 'x', []], a: true }), '{"a":true,"b":[{"c":null,"d":1},"x",[]]}');
	});

	it('law: says what the value says, however deep', () => {
		fc.assert(fc.property(fc.jsonValue(), (value) => {
			assert.deepEqual(JSON.parse(canonicalJson(value as Json)), JSON.parse(JSON.stringify(value)));
		}));
	});
});
