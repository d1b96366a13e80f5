import { isPlainObject } from 'lodash';

/** A list that is still being read, a batch at a time. */
export type Batches<T> = AsyncIterable<readonly T[]>;

/** An answer that is written while it is read: its lists may be `Batches`. */
export class Streamed {
	constructor(readonly value: object) {}
}

const isBatches = (value: unknown): value is Batches<unknown> =>
	typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** A value as JSON, piece by piece: never more than one batch of a list is held. */
export async function* jsonText(value: unknown): AsyncGenerator<string> {
	if (isBatches(value)) {
		let before = '[';
		for await (const batch of value) {
			if (batch.length > 0) {
				yield before + batch.map(row => JSON.stringify(row)).join(',');
				before = ',';
			}
		}
		yield before === '[' ? '[]' : ']';
	} else if (isPlainObject(value)) {
		let before = '{';
		for (const [name, inner] of Object.entries(value as object)) {
			if (inner !== undefined) {
				yield `${before}${JSON.stringify(name)}:`;
				yield* jsonText(inner);
				before = ',';
			}
		}
		yield before === '{' ? '{}' : '}';
	} else {
		yield JSON.stringify(value);
	}
}
