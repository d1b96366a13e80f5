import { uniq } from 'lodash';
import { visibleText } from '../../kernel/formats/text';

/** A 3CX phone system version. Build numbers restart with every update, so they never count alone. */
export interface PbxVersion {
	major: number;
	update: number;
	/** Suffix of an update such as `a`; empty if none. */
	letter: string;
	/** Null if not given. */
	build: number | null;
	/** Number of a release candidate or beta, 0 without a number; absent for the release itself. */
	candidate?: number;
}

// The oldest release still in use, and more than will ever come.
const oldest = 9;
const newest = 99;
const longest = 200;

/** `20.0.9.995`, `v20.0.9`: the second part is always zero, unlike the old desktop app's `18.12.416`. */
const dotted = /(?<!\d)(?<!\d\.)(v\W{0,2})?(\d{1,2})\.0\.(\d{1,2})(?:\.(\d{1,5}))?(?!\d|\.\d)/g;
/**
 * `V20 Update 9a`, `20.0 U3`, `V20 (Update-7)`, `V9 SP4`, `v20u7 rc1`; a letter follows its number or ends the text.
 */
const spoken = new RegExp([
	/(?<!\d)(?<!\d\.)(\d{1,2})(?:\.0)?[\s,:;/_([.-]{0,5}(?:update|upd?|u|service\s?pack|sp)[\s:._#-]{0,3}(\d{1,2})(?!\d|\.\d)/,
	/(?:([a-z])(?![a-z\d])|\s([a-z])(?=\s*(?:$|[(),;]|build)))?/,
	/(?:[\s,(-]{0,3}(rc|release candidate|beta|alpha|preview)[\s.-]?(\d{1,2})?(?![a-z\d]))?/,
].map(({ source }) => source).join(''), 'g');
/** `Build 487`, `B1057`, `#1057`, `(312)`. */
const builds = /(?:\b(?:build|bld)[\s:.#-]{0,3}|(?<![a-z])b|#\s?|\((?=\d+\)))(\d{1,5})(?![\d.]*\d)/g;

/** Lower case, one kind of space and dash, no invisible characters. */
function plain(text: string): string {
	const visible = visibleText(text.slice(0, longest).normalize('NFKC'));
	return visible.toLowerCase().replace(/\p{Pd}/gu, '-').replace(/\s+/g, ' ');
}

/** All versions and builds in a text. */
function named(text: string) {
	// 10.0.0.0/8 is a private network, and nobody runs V10.
	const numbers = [...text.matchAll(dotted)].filter(([, sign, major]) => sign || major !== '10');
	const words = [...text.matchAll(spoken)];
	return {
		versions: [
			...numbers.map(([, , major, update]) => ({ major, update, letter: '', stage: '', candidate: '' })),
			...words.map(([, major, update, near, far, stage, candidate]) =>
				({ major, update, letter: near ?? far ?? '', stage: stage ?? '', candidate: candidate ?? '' })),
		],
		builds: [...numbers.map(([, , , , build]) => build), ...[...text.matchAll(builds)].map(([, build]) => build)]
			.filter(build => build !== undefined),
	};
}

/** The only value of a list; null if there are several, `none` if it is empty. */
function only<T, Other>(values: readonly T[], none: Other): T | Other | null {
	const different = uniq(values);
	return different.length > 1 ? null : different[0] ?? none;
}

/**
 * Reads what posters type: `20.0.8.1121`, `V20 Update 9`, `3CX Version 20.0 Update 4 (Build 487 Release)`, `V9 SP4`.
 * Null unless it is exactly one version: not an IP address, the old desktop app's three-part number, a version without
 * its update, or two different ones.
 */
export function parsePbxVersion(text: string): PbxVersion | null {
	const { versions, builds: numbers } = named(plain(text));
	const release = only(versions.map(({ major, update }) => `${Number(major)}.${Number(update)}`), '');
	const letter = only(versions.flatMap(one => one.letter || []), '');
	const build = only(numbers.map(Number), 'none' as const);
	const stage = only(versions.flatMap(one => (one.stage ? Number(one.candidate || 0) : [])), 'none' as const);
	const [major = 0, update = 0] = (release ?? '').split('.').map(Number);
	if (!release || letter === null || build === null || stage === null || major < oldest || major > newest) {
		return null;
	}
	return { major, update, letter, build: build === 'none' ? null : build, ...stage === 'none' ? {} : { candidate: stage } };
}

function order(one: number | string, other: number | string): number {
	return one < other ? -1 : Number(one > other);
}

/** Whether one names only its letter and the other only its build, so that they cannot be compared. */
export function isUnclear(one: PbxVersion, other: PbxVersion): boolean {
	const isSame = one.major === other.major && one.update === other.update && one.candidate === other.candidate;
	const isMixed = (a: PbxVersion, b: PbxVersion) => a.letter !== '' && a.build === null && b.letter === '' && b.build !== null;
	return isSame && (isMixed(one, other) || isMixed(other, one));
}

/**
 * Negative if the first is older: compares major, update, candidate before release, then builds if both have one,
 * otherwise letters.
 */
export function comparePbxVersions(one: PbxVersion, other: PbxVersion): number {
	const fine = one.build !== null && other.build !== null ? order(one.build, other.build) :
		isUnclear(one, other) ? 0 : order(one.letter, other.letter);
	return order(one.major, other.major) || order(one.update, other.update) ||
		order(one.candidate ?? Infinity, other.candidate ?? Infinity) || fine;
}
