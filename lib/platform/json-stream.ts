import { isPlainObject } from 'lodash';

/** A list that is read in batches. */
export type Batches<T> = AsyncIterable<readonly T[]>;

/** A response that is streamed while its data is read; its lists may be `Batches`. */
export class Streamed {
	constructor(readonly value: object) {}
}

const isBatches = (value: unknown): value is Batches<unknown> =>
	typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** A value as JSON, in pieces; holds at most one batch of a list in memory. */
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
