import { isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';

/** A fault in a file, and what would be right there. Lines and columns count from one. */
export interface FileFault { line: number; column: number; path: string; expected: string }

export interface FilePosition { line: number; column: number }

/** A file as plain data, with the line of every path in the data. */
export interface FileTree {
	value: unknown;
	at(path: readonly unknown[]): FilePosition;
	/** A value as written in the file: `3.10`, not 3.1. */
	written(path: readonly unknown[]): string;
}

export type FileReading = { ok: true; tree: FileTree } | { ok: false; error: FileFault };

const mostBytes = 200_000;
// The parser is quadratic in the number of tokens; a hostile file of this size takes about a second.
const mostTokens = 20_000;
const mostAliases = 20;

const expectedInstead: Record<string, string> = {
	TAB_AS_INDENT: 'spaces, no tabs', TAG_RESOLVE_FAILED: 'no tags', RESOURCE_EXHAUSTION: 'fewer levels',
	MULTIPLE_DOCS: 'one document',
};

/** JSON allows tabs as whitespace; YAML forbids them in indentation. */
function withoutTabs(text: string): string {
	try {
		JSON.parse(text);
		return text.replaceAll('\t', ' ');
	} catch {
		return text;
	}
}

function hasTooManyTokens(text: string): boolean {
	let count = 0;
	for (const _token of new Lexer().lex(text)) {
		count += 1;
		if (count > mostTokens) {
			return true;
		}
	}
	return false;
}

/**
 * Checks for duplicate keys, aliases and unstorable text; the parser's own check compares every key with every other.
 */
function firstFault(document: Document.Parsed): { offset: number; expected: string } | null {
	let found: { offset: number; expected: string } | null = null;
	let aliases = 0;
	visit(document, {
		// The file can write it as \0, which the check of the body does not see.
		Scalar(_, { value, range }) {
			if (typeof value === 'string' && value.includes('\0')) {
				found = { offset: range?.[0] ?? 0, expected: 'no character U+0000' };
				return visit.BREAK;
			}
			return undefined;
		},
		Map(_, { items }) {
			const seen = new Set<string>();
			for (const { key } of items) {
				const name = isScalar(key) ? String(key.value) : null;
				if (name === null || seen.has(name)) {
					found = { offset: (key as Node).range?.[0] ?? 0, expected: name === null ? 'a text as key' : `${name} once` };
					return visit.BREAK;
				}
				seen.add(name);
			}
			return undefined;
		},
		Alias(_, alias) {
			aliases += 1;
			const isKnown = alias.resolve(document) !== undefined;
			if (aliases > mostAliases || !isKnown) {
				found = { offset: alias.range?.[0] ?? 0, expected: isKnown ? `<= ${mostAliases} aliases` : 'a known anchor' };
				return visit.BREAK;
			}
			return undefined;
		},
	});
	return found;
}

/** Offset of the last known part of a path: the key of a map, the entry of a list. */
function offsetOf(document: Document.Parsed, path: readonly unknown[]): number {
	let node: unknown = document.contents;
	let offset = document.contents?.range[0] ?? 0;
	for (const part of path) {
		const whole = isAlias(node) ? node.resolve(document) : node;
		const isNamed = (key: unknown) => isScalar(key) && String(key.value) === String(part);
		const pair = isMap(whole) ? whole.items.find(({ key }) => isNamed(key)) : null;
		node = pair ? pair.value : isSeq(whole) ? whole.items[Number(part)] : undefined;
		const found = (pair?.key ?? node) as Node | undefined;
		if (!found?.range) {
			break;
		}
		offset = found.range[0];
	}
	return offset;
}

/** Reads YAML 1.2 (which includes JSON): core schema, no tags, no duplicate keys, few aliases, at most 200 kB. */
export function readTree(text: string): FileReading {
	const refuse = (expected: string, { line, column }: FilePosition = { line: 1, column: 1 }): FileReading =>
		({ ok: false, error: { line, column, path: 'file', expected } });
	if (Buffer.byteLength(text) > mostBytes) {
		return refuse('<= 200 kB');
	}
	if (hasTooManyTokens(text)) {
		return refuse(`<= ${mostTokens} tokens`);
	}
	const lines = new LineCounter();
	const place = (offset: number): FilePosition => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(line, 1), column: Math.max(col, 1) };
	};
	try {
		const document = parseDocument(withoutTabs(text), {
			version: '1.2', schema: 'core', resolveKnownTags: false, strict: true, uniqueKeys: false,
			lineCounter: lines, prettyErrors: false, logLevel: 'error',
		});
		const broken = document.errors[0] ?? document.warnings[0];
		if (broken) {
			return refuse(expectedInstead[broken.code] ?? `YAML: ${broken.message}`, place(broken.pos[0]));
		}
		const fault = firstFault(document);
		return fault ? refuse(fault.expected, place(fault.offset)) : {
			ok: true,
			tree: {
				value: document.toJS({ maxAliasCount: mostAliases }), at: path => place(offsetOf(document, path)),
				written(path) {
					const node = document.getIn(path, true);
					return isScalar(node) ? node.source ?? String(node.value) : '';
				},
			},
		};
	} catch (error) {
		// The parser throws at aliases that multiply, and at nesting that exhausts the stack.
		return refuse(error instanceof RangeError ? 'fewer levels' : `<= ${mostAliases} aliases`);
	}
}
