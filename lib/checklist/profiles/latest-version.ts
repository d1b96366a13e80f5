import * as v from 'valibot';
import { comparePbxVersions, isUnclear, parsePbxVersion, type PbxVersion } from './version-number';

const dayMs = 86_400_000;

/** A version of the phone system, and its release time (milliseconds since 1970). */
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

/** The version that answers are compared with: the newest whose grace period is over; null if none (R3.7). */
export function versionHeldAgainst(releases: readonly Release[], graceDays: number, now: number): PbxVersion | null {
	return newest(releases.filter(({ since }) => since + (graceDays * dayMs) <= now));
}

/** The newest released version, as the administrator typed it; null if none. */
export function latestRelease(releases: readonly Release[], now: number): Release | null {
	const out = releases.filter(({ since }) => since <= now);
	const latest = newest(out);
	const isLatest = ({ version }: Release) =>
		latest !== null && comparePbxVersions(parsePbxVersion(version) ?? latest, latest) === 0;
	return out.find(isLatest) ?? null;
}

/** When the next of these versions comes out or ends its grace period; Infinity for never. */
export function nextChange(releases: readonly Release[], graceDays: number, now: number): number {
	return Math.min(...releases.flatMap(({ since }) => [since, since + (graceDays * dayMs)]).filter(at => at > now));
}

export type VersionStanding = 'latest' | 'ahead' | 'behind' | 'unclear' | 'unknown';

/** `unclear` if one names only its letter and the other only its build; `unknown` without a latest version. */
export function standingOfVersion(version: PbxVersion, held: PbxVersion | null): VersionStanding {
	if (!held || isUnclear(version, held)) {
		return held ? 'unclear' : 'unknown';
	}
	const order = comparePbxVersions(version, held);
	return order < 0 ? 'behind' : order > 0 ? 'ahead' : 'latest';
}

/** Whether nobody has confirmed the latest version for so many days that it may be outdated. */
export function isStale(reviewedAt: number, releases: readonly Release[], staleDays: number, now: number): boolean {
	return releases.length > 0 && staleDays > 0 && now - reviewedAt > staleDays * dayMs;
}
