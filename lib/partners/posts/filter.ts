import { pick, pickBy } from 'lodash';
import * as v from 'valibot';
import type { Outcome } from '../../kernel/refusals/outcome';
import { decodeBody } from '../../kernel/slice/body';
import { cursorField } from '../../platform/cursor';
import { postStates } from './state';
import type { PostFilter } from './staff-posts';

const dayMs = 86_400_000;

/** Milliseconds, or a day as forms send it (`2026-01-31`). */
const moment = (isEnd: boolean) => v.pipe(
	v.string(), v.regex(/^(\d{1,15}|\d{4}-\d{2}-\d{2})$/, 'YYYY-MM-DD'), v.examples(['2026-01-31', '1764300000000']),
	v.transform(text => (text.includes('-') ? Date.parse(`${text}T00:00:00Z`) + (isEnd ? dayMs - 1 : 0) : Number(text))),
	v.check(time => !Number.isNaN(time), 'YYYY-MM-DD'),
);
const number = v.pipe(v.string(), v.regex(/^\d{1,15}$/, '0-9'), v.transform(Number));

/** The query of a list of posts. */
export const postFilterSchema = v.object({
	uid: v.optional(number), cid: v.optional(number), from: v.optional(moment(false)), to: v.optional(moment(true)),
	state: v.optional(v.picklist(postStates)), before: cursorField,
});

/** The filter of a query; empty fields are ignored, an invalid one is refused by name. */
export function postFilter(query: Record<string, string | undefined>): Outcome<PostFilter> {
	const given = pickBy(pick(query, Object.keys(postFilterSchema.entries)), text => text !== undefined && text !== '');
	return decodeBody(postFilterSchema, given);
}
