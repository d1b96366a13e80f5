import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as v from 'valibot';
import {
	decoded, flag, json, number, oneOf, storedMap, storedRow, text, type RowOf,
} from '../../lib/platform/stored-row';
import { memoryDatabase } from '../builders/memory-database';

const row = storedRow({
	name: text, count: number, isOpen: flag,
	state: oneOf(['new', 'old']), mood: oneOf(['good', 'bad'], 'good'),
	parts: json(v.array(v.object({ word: v.string(), weight: v.number() })), []),
	ended: json(v.nullable(v.number()), null),
});
type Row = RowOf<typeof row>;

const words = fc.string({ unit: 'binary' }).map(value => value.replaceAll('\u0000', ''));
const rows: fc.Arbitrary<Row> = fc.record({
	name: words, isOpen: fc.boolean(),
	count: fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => value || 0),
	state: fc.constantFrom('new', 'old'), mood: fc.constantFrom('good', 'bad'),
	parts: fc.array(fc.record({ word: words, weight: fc.integer() }, { noNullPrototype: true })),
	ended: fc.option(fc.integer()),
}, { noNullPrototype: true });

describe('a stored row', () => {
	it('comes back as it was written, from a database of texts and from one of JSON', async () => {
		await fc.assert(fc.asyncProperty(rows, async (written) => {
			const database = memoryDatabase();
			await row.in(database).set('a', written);
			assert.deepEqual(await row.in(database).get('a'), written);
			const stored = JSON.parse(JSON.stringify(row.encode(written))) as Record<string, unknown>;
			assert.deepEqual(row.decode(stored), written);
		}));
	});

	it('stands as numbers and texts without U+0000 only', () => {
		fc.assert(fc.property(rows, fc.string({ unit: 'binary' }), (written, any) => {
			const stored = row.encode({ ...written, name: `${any}\u0000`, parts: [{ word: `\u0000${any}`, weight: 1 }] });
			for (const value of Object.values(stored)) {
				assert.ok(typeof value === 'number' || (typeof value === 'string' && !value.includes('\u0000')));
			}
			assert.ok(!row.decode(stored)?.parts[0]?.word.includes('\u0000'));
		}));
	});

	it('that nobody can read is none among many, and the log says it once', async () => {
		const damage = fc.constantFrom<Record<string, string>>(
			{ parts: '[{' }, { parts: '{}' }, { parts: '[{"word":1}]' }, { state: 'ancient' }, { count: 'many' }, { ended: 'x' });
		await fc.assert(fc.asyncProperty(rows, damage, async (written, broken) => {
			const database = memoryDatabase();
			await row.in(database).set('a', written);
			await row.in(database).set('b', written);
			await database.setObject('b', broken);
			assert.deepEqual(await row.in(database).getAll(['a', 'b', 'c']), [written, null, null]);
			assert.deepEqual(await row.in(database).found(['b', 'c', 'a']), [written]);
			assert.deepEqual([...database.damaged], ['b']);
		}));
	});

	it('without a field that came later has what such a field means when it is empty', () => {
		assert.deepEqual(row.decode({ state: 'new' }),
			{ name: '', count: 0, isOpen: false, state: 'new', mood: 'good', parts: [], ended: null });
	});

	it('changes only in what is named', async () => {
		const database = memoryDatabase();
		await row.in(database).set('a', { name: 'A', count: 1, state: 'new' });
		await row.in(database).set('a', { count: 2 });
		assert.deepEqual(await database.getObject('a'), { name: 'A', count: '2', state: 'new' });
	});

	it('has no field whose name the database takes for something else', () => {
		for (const name of ['a.b', '', '$set']) {
			assert.throws(() => storedRow({ [name]: text }), /no name/);
			assert.throws(() => storedMap(memoryDatabase(), text).encode({ [name]: '' }), /no name/);
		}
	});
});

describe('many values in one hash', () => {
	const field = json(v.object({ at: v.number() }));

	it('come in the order of their numbers, without the damaged and those of another kind', async () => {
		const database = memoryDatabase();
		const map = storedMap(database, field, 'event');
		await map.set('a', { 10: { at: 10 }, 9: { at: 9 }, 2: { at: 2 } });
		await database.setObject('a', { last: 10, event3: 'nonsense', other: '{"at":1}' });
		assert.deepEqual(await map.get('a'), [['2', { at: 2 }], ['9', { at: 9 }], ['10', { at: 10 }]]);
		assert.deepEqual([...database.damaged], ['a event3']);
	});

	it('are none where there is no hash', async () => {
		assert.deepEqual(await storedMap(memoryDatabase(), field).get('a'), []);
	});
});

describe('a value of its own', () => {
	it('is null where it cannot be read', () => {
		assert.equal(decoded(json(v.number()), '{'), null);
		assert.equal(decoded(json(v.number()), '""'), null);
		assert.equal(decoded(json(v.number()), '7'), 7);
	});
});
