import { uniq } from 'lodash';
import { visibleText } from '../../kernel/formats/text';

/** A 3CX phone system version. Build numbers restart with every update, so they never count alone. */
export interface PbxVersion {
	readonly major: number;
	readonly update: number;
	/** Suffix of an update such as `a`; empty if none. */
	readonly letter: string;
	/** Null if not given. */
	readonly build: number | null;
	/** Number of a release candidate or beta, 0 without a number; absent for the release itself. */
	readonly candidate?: number;
}

// The oldest release still in use, and more than will ever come.
const oldest = 9;
const newest = 99;
const longest = 200;

// The word in the languages that 3CX gives support in.
const update = 'update|upd?|u|service\\s?pack|sp|aktualisierung|mise à jour|actualización|aggiornamento|atualização|обновление|ενημέρωση';
const stage = '(?:[\\s,(-]{0,3}(rc|release candidate|beta|alpha|preview)[\\s.-]?(\\d{1,2})?(?![a-z\\d]))?';
// `Update 8 -> 9` and `U7 or U8` name two.
const another = `(?!\\s*(?:->|→|/|&|or|to|and|oder|und|bis|auf)\\s*(?:${update})?[\\s.]?\\d)`;

/** `20.0.9.995`, `v20.0.9`: the second part is always zero, unlike the old desktop app's `18.12.416`. */
const dotted = new RegExp(
	`(?<!\\d)(?<!\\d\\.)(v\\W{0,2})?(\\d{1,2})\\.0\\.(\\d{1,2})(?:[.-](\\d{1,5}))?(?!\\d|\\.\\d)${stage}`, 'g',
);
/**
 * `V20 Update 9a`, `20.0 U3`, `V20 (Update-7)`, `V9 SP4`, `v20u7 rc1`; a letter follows its number or ends the text.
 */
const spoken = new RegExp([
	`(?<!\\d)(?<!\\d\\.)(?<!windows |win )(\\d{1,2})(?:\\.[05])?[\\s,:;/_([.-]{0,5}(?:(?:with|at|on|incl\\.?|mit|auf|avec|con|com) )?`,
	`(?:${update})[\\s:._#-]{0,3}(\\d{1,2})(?!\\d|\\.\\d)${another}`,
	'(?:([a-z])(?![a-z\\d])|\\s([a-z])(?=\\s*(?:$|[(),;]|build)))?', stage,
].join(''), 'g');
/** `Update 9 of V20`. */
const turned = new RegExp(
	`(?<![\\p{L}\\d])(?:${update})[\\s:._#-]{0,3}(\\d{1,2})[\\s,(-]{1,3}(?:(?:of|for|on|von|de|di) )?(?:3cx )?(?:v|version)[\\s.]?(\\d{1,2})(?!\\d|\\.\\d)`, 'gu',
);
/** `Build 487`, `Build no. 487`, `B1057`, `#1057`, `(312)`. */
const builds = /(?:\b(?:build|bld)(?: ?(?:number|no|nr))?[\s:.#-]{0,3}|(?<![a-z])b|#\s?|\((?=\d+\)))(\d{1,5})(?![\d.]*\d)/g;

/** An update that is named once more; not `Update 22H2` of another product. */
const mention = /(?<![\p{L}\d])(?:update|upd?|u)[\s:._#-]{0,3}(\d{1,2})(?![\d.]*\d|[a-z]\w)/gu;

/** Lower case, one kind of space and dash, no invisible characters and no signs of trade marks. */
function plain(text: string): string {
	const visible = visibleText(text.replace(/[®™©]/g, '').normalize('NFKC'));
	return visible.toLowerCase().replace(/\p{Pd}/gu, '-').replace(/[\s_]+/g, ' ');
}

interface Named {
	major: string | undefined; update: string | undefined; letter: string; stage: string; candidate: string;
}

/** Not the `7.0 U3` of a hypervisor. */
const isOurs = (major: string | undefined) => Number(major) >= oldest && Number(major) <= newest;

/** All versions and builds in a text, and the updates that stand beside no version. */
function named(text: string): { versions: Named[]; builds: string[]; updates: string[] } {
	// 10.0.0.0/8 is a private network, and nobody runs V10.
	const numbers = [...text.matchAll(dotted)].filter(([, sign, major]) => isOurs(major) && (sign || major !== '10'));
	const words = [...text.matchAll(spoken)];
	const versions = [
		...numbers.map(([, , major, number, , word = '', candidate = '']) =>
			({ major, update: number, letter: '', stage: word, candidate })),
		...words.filter(([, major]) => isOurs(major)).map(([, major, number, near, far, word = '', candidate = '']) =>
			({ major, update: number, letter: near ?? far ?? '', stage: word, candidate })),
	];
	// A number that belongs to an update is not a build.
	const backwards = versions.length > 0 ? [] : [...text.matchAll(turned)].filter(([, , major]) => isOurs(major));
	const rest = [...words, ...backwards].reduce((left, [whole]) => left.replace(whole, ' '), text);
	return {
		versions: versions.length > 0 ? versions : backwards.map(([, number, major]) =>
			({ major, update: number, letter: '', stage: '', candidate: '' })),
		updates: [...rest.matchAll(mention)].map(([, number = '']) => number),
		builds: [...numbers.map(([, , , , build]) => build), ...[...rest.matchAll(builds)].map(([, build]) => build)]
			.filter(build => build !== undefined),
	};
}

/** The only value of a list; null if there are several, `none` if it is empty. */
function only<T, Other>(values: readonly T[], none: Other): T | Other | null {
	const different = uniq(values);
	return different.length > 1 ? null : different[0] ?? none;
}

/** What was read last: most members name one of a few versions, and the expressions take long. */
const known = new Map<string, PbxVersion | null>();
const mostKnown = 200;

/**
 * Reads what posters type: `20.0.8.1121`, `V20 Update 9`, `3CX Version 20.0 Update 4 (Build 487 Release)`, `V9 SP4`.
 * Null unless it is exactly one version: not an IP address, the old desktop app's three-part number, a version without
 * its update, or two different ones.
 */
export function parsePbxVersion(text: string): PbxVersion | null {
	const typed = text.slice(0, longest);
	const before = known.get(typed);
	if (before !== undefined) {
		return before;
	}
	void (known.size >= mostKnown && known.clear());
	const version = read(typed);
	known.set(typed, version);
	return version;
}

function read(text: string): PbxVersion | null {
	const { versions, builds: numbers, updates } = named(plain(text));
	const release = only(versions.map(({ major, update }) => `${Number(major)}.${Number(update)}`), '');
	const letter = only(versions.flatMap(one => one.letter || []), '');
	const build = only(numbers.map(Number), 'none' as const);
	const stage = only(versions.flatMap(one => (one.stage ? Number(one.candidate || 0) : [])), 'none' as const);
	const [major = 0, update = 0] = (release ?? '').split('.').map(Number);
	const isAnother = updates.some(number => Number(number) !== update);
	if (!release || isAnother || letter === null || build === null || stage === null) {
		return null;
	}
	return { major, update, letter, build: build === 'none' ? null : build, ...stage === 'none' ? {} : { candidate: stage } };
}

function order(one: number | string, other: number | string): number {
	return one < other ? -1 : Number(one > other);
}

/** Whether one names only its letter and the other only its build, so they cannot be compared. */
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
