import * as v from 'valibot';
import type { Cache, Clock, Database } from '../../kernel/host/ports';
import { oncePerObjectUntil, type Lasting } from '../../kernel/host/once-per-object';
import { readThrough } from '../../kernel/host/read-through';
import { json, number, storedRow, type StoredField } from '../../platform/stored-row';
import { latestRelease, nextChange, releaseSchema, versionHeldAgainst, type Release } from './latest-version';
import { hostName } from './item';
import { patternMatcher, type Matches } from './pattern';
import { platformRowSchema, type PlatformRow } from './platform-list';
import { phoneRowSchema, trunkRowSchema, type PhoneRow, type TrunkRow } from './status-list';
import type { PbxVersion } from './version-number';
import { after, type Soon } from '../../kernel/host/soon';

const key = 'forum-terms:checklist-knowledge';
const dayCount = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3650));

const parts = {
	releases: v.pipe(v.array(releaseSchema), v.maxLength(200)),
	/** Days in which the previous version counts as the latest. */
	graceDays: dayCount,
	/** Days until administrators are reminded to confirm the latest version; 0: never. */
	staleDays: dayCount,
	trunks: v.pipe(v.array(trunkRowSchema), v.maxLength(3000)),
	phones: v.pipe(v.array(phoneRowSchema), v.maxLength(3000)),
	/** What a phone system runs on or beside (R3.4). */
	platforms: v.pipe(v.array(platformRowSchema), v.maxLength(3000)),
	/** Where a guide may be, with subdomains; empty: anywhere (R3.1). */
	guideHosts: v.pipe(v.array(hostName), v.maxLength(50)),
	/** Words that say nothing about a topic if its title has no others. */
	vagueWords: v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60))), v.maxLength(500)),
};

/** What administrators know about the phone system: latest versions, trunks, phones, platforms (R3.3 to R3.7). */
export const knowledgeSchema = v.strictObject({
	releases: v.optional(parts.releases, []), graceDays: v.optional(parts.graceDays, 14),
	staleDays: v.optional(parts.staleDays, 90), trunks: v.optional(parts.trunks, []),
	phones: v.optional(parts.phones, []), platforms: v.optional(parts.platforms, []),
	guideHosts: v.optional(parts.guideHosts, []), vagueWords: v.optional(parts.vagueWords, []),
});

/** A change; absent parts stay as they are. */
export const knowledgeChangeSchema = v.partial(v.strictObject(parts));

export type StoredKnowledge = v.InferOutput<typeof knowledgeSchema>;
export type KnowledgeChange = v.InferOutput<typeof knowledgeChangeSchema>;

/** What answers are judged by. */
export interface Knowledge {
	/** The version that answers are compared with; null if there is none. */
	held: PbxVersion | null;
	/** The newest version as administrators wrote it, and its release; null if there is none. */
	latest: Release | null;
	trunks: readonly TrunkRow[];
	phones: readonly PhoneRow[];
	platforms: readonly PlatformRow[];
	guideHosts: readonly string[];
	matches: Matches;
}

export interface KnowledgeStore {
	/** With the time of the last save, milliseconds since 1970; 0: never. */
	stored(): Soon<StoredKnowledge & { reviewedAt: number }>;
	/** Absent parts stay. Saving confirms the versions, even if nothing changed. */
	save(change: KnowledgeChange): Promise<void>;
	/** In the form that the rules need, at this moment. */
	now(): Soon<Knowledge>;
}

/** A number with its default for rows that were never saved. */
const days = (missing: number): StoredField<number> => ({
	schema: v.pipe(v.unknown(), v.transform(value => value ?? missing), number.schema, dayCount), write: number.write,
});
const knowledgeRow = storedRow<StoredKnowledge & { reviewedAt: number }>({
	releases: json(parts.releases, []), trunks: json(parts.trunks, []), phones: json(parts.phones, []),
	platforms: json(parts.platforms, []), guideHosts: json(parts.guideHosts, []),
	vagueWords: json(parts.vagueWords, []),
	graceDays: days(14), staleDays: days(90), reviewedAt: number,
});

export function knowledgeStore(database: Database, cache: Cache, clock: Clock): KnowledgeStore {
	const matches = patternMatcher();
	const rows = knowledgeRow.in(database);
	const kept = readThrough<StoredKnowledge & { reviewedAt: number }>(cache, async () => {
		return await rows.get(key) ?? { ...v.parse(knowledgeSchema, {}), reviewedAt: 0 };
	});
	const stored = () => kept.get('knowledge');
	const knowledgeAt = oncePerObjectUntil(
		({ releases, graceDays, trunks, phones, platforms, guideHosts }: StoredKnowledge, at): Lasting<Knowledge> => ({
			value: {
				held: versionHeldAgainst(releases, graceDays, at), latest: latestRelease(releases, at),
				trunks, phones, platforms, guideHosts, matches,
			},
			until: nextChange(releases, graceDays, at),
		}));
	return {
		stored,
		async save(change) {
			// Only the given parts, so that concurrent saves of different lists both succeed.
			await rows.set(key, { ...change, reviewedAt: clock.now() });
			kept.forget('knowledge');
		},
		now: () => after(stored(), state => knowledgeAt(state, clock.now())),
	};
}
