/**
 * A value that is here, or on its way; `await` takes both. What a cache holds must not cost a promise on every page.
 * HOST: because of src/als.js, Node calls a hook for each promise of the forum.
 */
export type Soon<T> = T | Promise<T>;

/** What `atOnce` runs; where its type has to be written. */
export type Steps<T> = Generator<Promise<unknown>, T, unknown>;

/** A value that is here: iterable, iterator and result in one, because `yield*` asks for all three. */
class Here<T> {
	readonly done = true;
	constructor(readonly value: T) {}
	[Symbol.iterator](): this {
		return this;
	}
	next(): this {
		return this;
	}
}

function* awaited<T>(value: Promise<T>): Steps<T> {
	return (yield value) as T;
}

/** Inside `atOnce`, what `await` is elsewhere: waits only for promises. */
export function now<T>(value: Soon<T>): Here<T> | Steps<T> {
	return value instanceof Promise ? awaited(value) : new Here(value);
}

async function rest<T>(steps: Steps<T>, first: Promise<unknown>): Promise<T> {
	let step: IteratorResult<Promise<unknown>, T> = { done: false, value: first };
	while (!step.done) {
		let known: unknown;
		try {
			known = await step.value;
		} catch (error) {
			step = steps.throw(error);
			continue;
		}
		step = steps.next(known);
	}
	return step.value;
}

async function failed(error: unknown): Promise<never> {
	throw error;
}

/**
 * Makes a function that runs like an async one; as long as nothing has to be waited for, it returns at once. It never
 * throws: what was started beside it, as in `all([first(), second()])`, would be left with a rejection that nobody
 * hears of, and that shuts NodeBB down. HOST: src/start.js `addProcessHandlers`. Make it once, not per call: a new
 * generator function costs as much as ten promises, a call of one less than a promise.
 */
export function atOnce<A extends readonly unknown[], T>(work: (...given: A) => Steps<T>): (...given: A) => Soon<T> {
	return (...given) => {
		const steps = work(...given);
		try {
			const first = steps.next();
			return first.done ? first.value : rest(steps, first.value);
		} catch (error) {
			return failed(error);
		}
	};
}

/** What follows of a value, as soon as it is here; never throws either. */
export function after<T, U>(value: Soon<T>, use: (known: T) => Soon<U>): Soon<U> {
	if (value instanceof Promise) {
		return value.then(use);
	}
	try {
		return use(value);
	} catch (error) {
		return failed(error);
	}
}

/** One after the other; waits only where something has to be waited for. */
export function inTurn<T>(items: readonly T[], visit: (item: T) => Soon<void>): Soon<void> {
	for (const [index, item] of items.entries()) {
		const pending = visit(item);
		if (pending) {
			return pending.then(() => inTurn(items.slice(index + 1), visit));
		}
	}
}

type Each<T extends readonly unknown[]> = { -readonly [Index in keyof T]: Awaited<T[Index]> };

/** Like `Promise.all`; at once if nothing has to be waited for. */
export function all<T extends readonly unknown[]>(values: readonly [...T]): Soon<Each<T>> {
	return values.some(value => value instanceof Promise) ? Promise.all(values) : values as Each<T>;
}
