/** A 3CX phone system version. Build numbers restart with every update, so they never count alone. */
export interface PbxVersion {
	major: number;
	update: number;
	/** Suffix of an update such as `a`; empty when there is none. */
	letter: string;
	/** Null when the poster did not say. */
	build: number | null;
}

// The first release that anybody could still run, and far more than will ever come.
const oldest = 9;
const newest = 99;

const dotted = /^v?\s*(\d{1,2})\.0\.(\d{1,2})\.(\d{1,5})\b/i;
const spoken = /^(?:3cx\s+)?v?\s*(\d{1,2})(?:\.0)?\s*,?\s*(?:update|upd|up|u|sp|service\s*pack)\s*\.?(\d{1,2})\s*([a-z](?![a-z]))?/i;
const buildIn = /\bbuild\s*(\d{1,5})\b/i;

/**
 * Reads what posters write: `20.0.8.1121`, `V20 Update 9`, `v20 U7a`, `18.0 Update 7 (Build 312)`, `V9 SP4`. Null when
 * it is not one: an address of a network, the three-part number of the old desktop app, a version without its update.
 */
export function parsePbxVersion(text: string): PbxVersion | null {
	const clean = text.trim().slice(0, 100);
	const numbers = dotted.exec(clean);
	const words = numbers ? null : spoken.exec(clean);
	const [, major, update] = numbers ?? words ?? [];
	if (major === undefined || update === undefined || Number(major) < oldest || Number(major) > newest) {
		return null;
	}
	const build = numbers?.[3] ?? buildIn.exec(clean)?.[1];
	return {
		major: Number(major), update: Number(update), letter: (words?.[3] ?? '').toLowerCase(),
		build: build === undefined ? null : Number(build),
	};
}

function order(one: number | string, other: number | string): number {
	return one < other ? -1 : Number(one > other);
}

/** Negative when the first is older: major, then update and its letter, then the build where both name one. */
export function comparePbxVersions(one: PbxVersion, other: PbxVersion): number {
	const builds = one.build !== null && other.build !== null ? order(one.build, other.build) : 0;
	return order(one.major, other.major) || order(one.update, other.update) ||
		(one.build === null || other.build === null ? order(one.letter, other.letter) : 0) || builds;
}
