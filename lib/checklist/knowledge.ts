import * as v from 'valibot';
import type { Cache, Clock, Database } from '../kernel/ports';
import { readThrough } from '../kernel/read-through';
import { textOf } from '../kernel/text';
import { releaseSchema, versionHeldAgainst } from './latest-version';
import { patternMatcher } from './pattern';
import type { Knowledge } from './rules';
import { phoneRowSchema, trunkRowSchema } from './status-list';

const key = 'forum-terms:checklist-knowledge';
const days = (standard: number) =>
	v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3650)), standard);

/** What the forum's administrators know of the phone system: latest versions, trunks and phones (R3.4 to R3.7). */
export const knowledgeSchema = v.strictObject({
	releases: v.optional(v.pipe(v.array(releaseSchema), v.maxLength(200)), []),
	/** Days in which the version before is still as good as the latest. */
	graceDays: days(14),
	/** Days after which administrators are reminded to look at the latest version; 0 never. */
	staleDays: days(90),
	trunks: v.optional(v.pipe(v.array(trunkRowSchema), v.maxLength(3000)), []),
	phones: v.optional(v.pipe(v.array(phoneRowSchema), v.maxLength(3000)), []),
	/** Words that say nothing of a topic when its title has no others. */
	vagueWords: v.optional(v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60))),
		v.maxLength(500)), []),
});

export type StoredKnowledge = v.InferOutput<typeof knowledgeSchema>;

export interface KnowledgeStore {
	/** With the time at which somebody last saved it, milliseconds since 1970; 0 never. */
	stored(): Promise<StoredKnowledge & { reviewedAt: number }>;
	/** Saving counts as having looked, also when nothing changed. */
	save(knowledge: StoredKnowledge): Promise<void>;
	/** For the rules, as it stands now. */
	now(): Promise<Knowledge>;
}

function decoded(row: Record<string, unknown> | null): StoredKnowledge {
	const part = (name: string) => JSON.parse(textOf(row?.[name]) || 'null') as unknown;
	const read = v.safeParse(knowledgeSchema, row && {
		releases: part('releases') ?? [], trunks: part('trunks') ?? [], phones: part('phones') ?? [],
		vagueWords: part('vagueWords') ?? [],
		graceDays: Number(row.graceDays), staleDays: Number(row.staleDays),
	});
	return read.success ? read.output : v.parse(knowledgeSchema, {});
}

export function knowledgeStore(database: Database, cache: Cache, clock: Clock): KnowledgeStore {
	const matches = patternMatcher();
	const shelf = readThrough<StoredKnowledge & { reviewedAt: number }>(cache, async () => {
		const row = await database.getObject(key);
		return { ...decoded(row), reviewedAt: Number(row?.reviewedAt ?? 0) };
	});
	const stored = () => shelf.get('knowledge');
	return {
		stored,
		async save({ releases, graceDays, staleDays, trunks, phones, vagueWords }) {
			await database.setObject(key, {
				releases: JSON.stringify(releases), graceDays, staleDays, trunks: JSON.stringify(trunks),
				phones: JSON.stringify(phones), vagueWords: JSON.stringify(vagueWords), reviewedAt: clock.now(),
			});
			shelf.forget('knowledge');
		},
		async now() {
			const { releases, graceDays, trunks, phones } = await stored();
			return { held: versionHeldAgainst(releases, graceDays, clock.now()), trunks, phones, matches };
		},
	};
}
