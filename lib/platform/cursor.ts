import * as v from 'valibot';
import { decodeBody } from '../kernel/slice/body';
import { base64urlBytes } from '../kernel/formats/encoding';
import { done, type Outcome } from '../kernel/refusals/outcome';
import type { Position } from './paged-index';

/** A position in a list, as answers and links carry it; opaque to clients, and valid for the same list only. */
export type Cursor = number | string;

/** A number if that is enough, otherwise with the value after which the page begins. */
export function cursorOf(position: Position): Cursor;
export function cursorOf(position: Position | null): Cursor | null;
export function cursorOf(position: Position | null): Cursor | null {
	return position && (position.behind === undefined ? position.score :
		`${position.score}.${Buffer.from(position.behind, 'utf8').toString('base64url')}`);
}

function positionFrom(text: string): Position | null {
	const [, score = '', rest] = /^(\d{1,16})(?:\.([\w-]{1,2000}))?$/.exec(text) ?? [];
	const behind = rest === undefined ? undefined : base64urlBytes(rest)?.toString('utf8');
	const isWhole = score !== '' && Number.isSafeInteger(Number(score)) && (rest === undefined || behind !== undefined);
	return isWhole ? { score: Number(score), ...behind === undefined ? {} : { behind } } : null;
}

/** A field that holds a cursor. A forged one is just another position. */
export const cursorSchema = v.pipe(v.string(), v.examples(['0', '1764300000000', '3.YWJj']), v.check(text => positionFrom(text) !== null, '`next`'),
	v.transform(text => positionFrom(text) ?? { score: 0 }));

/** A query field that may hold one. */
export const cursorField = v.optional(cursorSchema);

/** The cursor in a query field; null, the beginning, if it is empty. Refused if it is not a cursor. */
export function positionIn(
	query: Readonly<Record<string, string | undefined>>, field: string,
): Outcome<Position | null> {
	const text = query[field] ?? '';
	const decoded = text === '' ? null : decodeBody(v.object({ [field]: cursorSchema }), { [field]: text });
	return decoded?.ok === false ? decoded : done(decoded?.value[field] ?? null);
}
