import { isPlainObject } from 'lodash';
import type { FileTree } from '../../kernel/formats/file-tree';
import { longestHelp, longestWords, mostOptions } from '../profiles/item';
import { isUsablePattern } from '../profiles/pattern';

type Path = readonly (string | number)[];
type Fields = Record<string, unknown>;

/** A leniently read file in the schema's terms, and the parts that were left out. */
export interface LenientReading { value: unknown; leftOut: Path[] }

const ticks: Record<string, boolean> = { yes: true, on: true, y: true, no: false, off: false, n: false };
const ticked = new Set(['required', 'multiple', 'stable', 'always']);
const worded = new Set(['name', 'label', 'description', 'say', 'reference-prompt', 'placeholder']);

/** Deeper than anything in the schema. */
const deepest = 10;
const isFields = (value: unknown): value is Fields => isPlainObject(value);

/** Converts `/^v\d+$/i`, as other programs write it, to the syntax used here. */
function patternOf(pattern: string): string {
	const [, inner, flags = ''] = /^\/(.+)\/([imsu]*)$/.exec(pattern) ?? [];
	const known = flags.replace('u', '');
	return inner === undefined ? pattern : known === '' ? inner : `(?${known})${inner}`;
}

/**
 * Reads what people mean: empty is absent, `yes` is true, numbers in place of texts are kept as written. Unusable
 * patterns and help texts, and options past the limit, are left out.
 */
export function lenient({ value, written }: Pick<FileTree, 'value' | 'written'>): LenientReading {
	const leftOut: Path[] = [];

	function field(name: string, inner: unknown, path: Path, parent: Path): unknown {
		const isWord = worded.has(name) || parent.at(-1) === 'options';
		if (isWord && (typeof inner === 'number' || typeof inner === 'boolean')) {
			return written(path);
		}
		if (ticked.has(name) && typeof inner === 'string') {
			return ticks[inner.toLowerCase()] ?? inner;
		}
		if (name === 'pattern' && typeof inner === 'string') {
			return patternOf(inner);
		}
		return read(inner, path);
	}
	function isTaken(name: string, inner: unknown, path: Path): boolean {
		const isEmpty = inner === null || (inner === '' && path.length > 1);
		const isBroken = name === 'pattern' && typeof inner === 'string' && !isUsablePattern(patternOf(inner));
		const longest = name === 'description' ? longestHelp : name === 'placeholder' ? longestWords : Infinity;
		const isLong = typeof inner === 'string' && inner.length > longest;
		void ((isBroken || isLong) && leftOut.push(path));
		return !isEmpty && !isBroken && !isLong;
	}
	function read(inner: unknown, path: Path): unknown {
		if (path.length > deepest) {
			return inner;
		}
		if (Array.isArray(inner)) {
			const most = path.at(-1) === 'options' ? mostOptions : Infinity;
			leftOut.push(...inner.slice(most).map((_, index) => [...path, most + index]));
			// An empty option, as GitHub shows it for no choice, is none.
			return inner.slice(0, most).flatMap((one: unknown, index) => (path.at(-1) === 'options' && one === null ? [] :
				[field(String(index), one, [...path, index], path)]));
		}
		return isFields(inner) ? Object.fromEntries(Object.entries(inner)
			.filter(([name, one]) => isTaken(name, one, [...path, name]))
			.map(([name, one]) => [name, field(name, one, [...path, name], path)])) : inner;
	}
	return { value: read(value, []), leftOut };
}
