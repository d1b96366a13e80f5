import type { Refusal } from './refusal';

/** What a use case answers: the value, or the refusal as a value. Only the edge turns a refusal into an error. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** Wraps the value of a use case that went through. */
export function done<T>(value: T): Outcome<T> {
	return { ok: true, value };
}

/** Wraps the refusal of a use case that did not. */
export function refused<T = never>(refusal: Refusal): Outcome<T> {
	return { ok: false, refusal };
}
