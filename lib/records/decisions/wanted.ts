import * as v from 'valibot';
import { clauseIds } from '../../kernel/refusals/clause';
import type { Outcome } from '../../kernel/refusals/outcome';
import { decodeBody } from '../../kernel/slice/body';
import { cursorSchema } from '../../platform/cursor';
import { decisionActs } from './decision';

const day = 86_400_000;
const moment = v.pipe(v.string(), v.maxLength(40), v.examples(['2026-11-28', '2026-11-28T06:00:00Z']), v.check(text => !Number.isNaN(Date.parse(text)), 'ISO 8601'));
const uid = v.pipe(v.string(), v.regex(/^[1-9]\d{0,14}$/), v.transform(Number));

/** What a query asks for; of a day, `to` is its end. Times in milliseconds since 1970. */
export const wantedSchema = v.object({
	act: v.optional(v.picklist(decisionActs)),
	subject: v.optional(v.pipe(v.string(), v.regex(/^(post|topic|partner|queued):[^:]{1,120}$|^member:[1-9]\d{0,14}$/),
		v.examples(['post:12', 'topic:3', 'member:7', 'partner:acme', 'queued:topic-5']))),
	by: v.optional(uid), affected: v.optional(uid), clause: v.optional(v.picklist(clauseIds)),
	version: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,60}-[1-9]\d{0,8}$/))),
	from: v.optional(v.pipe(moment, v.transform(text => Date.parse(text)))),
	to: v.optional(v.pipe(moment, v.transform(text =>
		Date.parse(text) + (/^\d{4}-\d{2}-\d{2}$/.test(text) ? day - 1 : 0)))),
	before: v.optional(cursorSchema),
});
export type Wanted = v.InferOutput<typeof wantedSchema>;

/** Empty fields of a form count as absent. */
export function wantedIn(query: Readonly<Record<string, string>>): Outcome<Wanted> {
	const known = Object.keys(wantedSchema.entries);
	return decodeBody(wantedSchema, Object.fromEntries(
		Object.entries(query).filter(([name, value]) => known.includes(name) && value !== '')));
}
