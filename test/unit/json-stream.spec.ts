import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chunk } from 'lodash';
import { jsonText } from '../../lib/platform/json-stream';

async function* batches<T>(rows: readonly T[], size: number): AsyncGenerator<T[]> {
	yield [];
	yield* chunk([...rows], size);
}

async function read(value: unknown): Promise<unknown> {
	const pieces: string[] = [];
	for await (const piece of jsonText(value)) {
		pieces.push(piece);
	}
	return JSON.parse(pieces.join(''));
}

describe('an answer that is written while it is read', () => {
	it('law: is the same JSON as one that was held whole, wherever its lists are and however large a batch is', async () => {
		const size = fc.integer({ min: 1, max: 4 });
		await fc.assert(fc.asyncProperty(fc.jsonValue(), fc.array(fc.jsonValue()), size, async (plain, rows, many) => {
			const whole = { plain, list: rows, below: { none: [], list: rows, left: undefined, plain } };
			const streamed = {
				...whole, list: batches(rows, many),
				below: { ...whole.below, none: batches([], 1), list: batches(rows, many) },
			};
			assert.deepEqual(await read(streamed), JSON.parse(JSON.stringify(whole)));
		}));
	});
});
