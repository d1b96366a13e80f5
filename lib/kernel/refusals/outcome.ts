import type { Refusal } from './refusal';

/** The result of a use case: a value, or a refusal. Only the edge turns a refusal into an error. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** Wraps the value of a use case that succeeded. */
export function done<T>(value: T): Outcome<T> {
	return { ok: true, value };
}

/** Wraps the refusal of a use case that failed. */
export function refused<T = never>(refusal: Refusal): Outcome<T> {
	return { ok: false, refusal };
}
