import * as v from 'valibot';
import { comparePbxVersions, isUnclear, parsePbxVersion, type PbxVersion } from './version-number';

const dayMs = 86_400_000;

/** A version of the phone system that an administrator named, and since when it is out (milliseconds since 1970). */
export const releaseSchema = v.strictObject({
	version: v.pipe(v.string(), v.trim(), v.maxLength(100), v.check(text => parsePbxVersion(text) !== null, 'V20 Update 9'),
		v.examples(['V20 Update 9', '20.0.8.1121'])),
	since: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)),
});
export type Release = v.InferOutput<typeof releaseSchema>;

function newest(releases: readonly Release[]): PbxVersion | null {
	return releases.map(({ version }) => parsePbxVersion(version)).filter(version => version !== null)
		.sort(comparePbxVersions).at(-1) ?? null;
}

/**
 * The version that a poster's is held against: the newest whose days of grace are over. Null when there is none, and
 * then nobody is behind (R3.7).
 */
export function versionHeldAgainst(releases: readonly Release[], graceDays: number, now: number): PbxVersion | null {
	return newest(releases.filter(({ since }) => since + (graceDays * dayMs) <= now));
}

/** The newest version that is out, as the administrator wrote it; empty when none is named. */
export function latestVersion(releases: readonly Release[], now: number): string {
	const out = releases.filter(({ since }) => since <= now);
	const latest = newest(out);
	return out.find(({ version }) => latest && comparePbxVersions(parsePbxVersion(version) ?? latest, latest) === 0)?.version ?? '';
}

export type VersionStanding = 'latest' | 'ahead' | 'behind' | 'unclear' | 'unknown';

/** `unclear` where one of the two names only its letter and the other only its build; `unknown` while none is named. */
export function standingOfVersion(version: PbxVersion, held: PbxVersion | null): VersionStanding {
	if (!held || isUnclear(version, held)) {
		return held ? 'unclear' : 'unknown';
	}
	const order = comparePbxVersions(version, held);
	return order < 0 ? 'behind' : order > 0 ? 'ahead' : 'latest';
}

/** Whether nobody has looked at the latest version for so long that the rule may hold people to an old one. */
export function isStale(reviewedAt: number, releases: readonly Release[], staleDays: number, now: number): boolean {
	return releases.length > 0 && staleDays > 0 && now - reviewedAt > staleDays * dayMs;
}
