import * as v from 'valibot';
import type { Database, StoredHash } from '../kernel/host/ports';
import { textOf } from '../kernel/formats/text';

/** How one value is stored in a hash field or as a sorted-set value. */
export interface StoredField<T, Stored extends string | number = string | number> {
	/** Decodes what the database returns: Redis returns numbers as text. */
	schema: v.GenericSchema<unknown, T>;
	write(value: T): Stored;
}

type Fields<T> = { readonly [K in keyof T]-?: StoredField<T[K]> };
type Part<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** PostgreSQL cannot store U+0000, and no database half of a surrogate pair; the forum shows neither. */
const writtenText = (value: string) => value.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\ufffd');
const writtenNumber = (value: number) => value;

/** A text; empty if missing. */
export const text: StoredField<string> = {
	schema: v.pipe(v.unknown(), v.transform(textOf)), write: writtenText,
};

/** A text that is never empty; a row without it is unreadable. */
export const filled: StoredField<string> = {
	schema: v.pipe(v.unknown(), v.transform(textOf), v.nonEmpty()), write: writtenText,
};

/** Texts without line breaks, one per line. */
export const lines: StoredField<readonly string[]> = {
	schema: v.pipe(v.unknown(), v.transform(value => textOf(value).split('\n').filter(line => line !== ''))),
	write: value => writtenText(value.join('\n')),
};

/** A number; 0 if missing. */
export const number: StoredField<number> = {
	schema: v.pipe(v.unknown(), v.transform(value => Number(value ?? 0)), v.number()), write: writtenNumber,
};

/** Stored as 0 or 1; false if missing. */
export const flag: StoredField<boolean> = {
	schema: v.pipe(v.unknown(), v.transform(value => Number(value ?? 0) === 1)), write: value => (value ? 1 : 0),
};

/** One of these words; anything else becomes `otherwise`, or makes the row unreadable without it. */
export function oneOf<const T extends string>(words: readonly T[], otherwise?: T): StoredField<T> {
	const known = v.pipe(v.unknown(), v.transform(textOf), v.picklist(words));
	return { schema: otherwise === undefined ? known : v.fallback(known, otherwise), write: value => value };
}

/** A structured value as JSON. An empty field becomes `missing`, or makes the row unreadable without it. */
export function json<T>(schema: v.GenericSchema<unknown, T>, missing?: T): StoredField<T, string> {
	const parsed = v.pipe(v.unknown(), v.transform(textOf), v.parseJson(), schema);
	return {
		schema: missing === undefined ? parsed : v.union([
			v.pipe(v.unknown(), v.check(value => textOf(value) === ''), v.transform(() => missing)), parsed,
		]),
		write(value) {
			const written = JSON.stringify(value);
			// Doubly escaped, U+0000 would pass through a jsonb column and break the decoded text.
			return /\\u(?:0000|d[89a-f])/.test(written) ?
				JSON.stringify(value, (_name, part: unknown) => (typeof part === 'string' ? writtenText(part) : part)) : written;
		},
	};
}

/** A single value; null if it cannot be decoded. */
export function decoded<T>({ schema }: StoredField<T>, value: unknown): T | null {
	const read = v.safeParse(schema, value);
	return read.success ? read.output : null;
}

/** MongoDB treats a dot in a field name as a path. */
function fieldName(name: string): string {
	if (name === '' || name.includes('.') || name.startsWith('$')) {
		throw new Error(`no name for a stored field: ${name}`);
	}
	return name;
}

type Stored = Record<string, unknown>;

/** A kind of row: decoder, encoder and type. */
export interface StoredRow<T> {
	/** Null if it cannot be decoded. */
	decode(row: Stored): T | null;
	/** Whether every stored field is exactly as `encode` writes it; stricter than `decode`. */
	isExact(row: Stored): boolean;
	/** Encodes the given fields only. */
	encode(part: Part<T>): StoredHash;
	in(database: Database): RowsIn<T>;
}

/** Rows of one kind in the database. Null: missing, or unreadable, which is logged once. */
export interface RowsIn<T> {
	get(key: string): Promise<T | null>;
	/** In the order of the keys. */
	getAll(keys: readonly string[]): Promise<(T | null)[]>;
	/** The same without the missing ones. */
	found(keys: readonly string[]): Promise<T[]>;
	/** Fields that are not given stay as they are. */
	set(key: string, part: Part<T>): Promise<void>;
}

/** Defines a row by its fields; the type is inferred, or checked against a given one. */
export function storedRow<T extends object>(fields: Fields<T>): StoredRow<T> {
	const known = Object.entries(fields) as [string & keyof T, StoredField<T[keyof T]>][];
	known.forEach(([name]) => fieldName(name));

	function decode(row: Stored): T | null {
		const read: Stored = {};
		for (const [name, field] of known) {
			const value = v.safeParse(field.schema, row[name]);
			if (!value.success) {
				return null;
			}
			read[name] = value.output;
		}
		return read as T;
	}
	const encode = (part: Part<T>): StoredHash => Object.fromEntries(known.flatMap(([name, field]) =>
	{
		const value = part[name];
		return value === undefined ? [] : [[name, field.write(value)]];
	}));
	function isExact(row: Stored): boolean {
		const read = decode(row);
		return read !== null && Object.entries(encode(read)).every(([name, value]) =>
			row[name] === undefined || row[name] === null || textOf(row[name]) === String(value));
	}
	return {
		decode, encode, isExact,
		in(database) {
			const readable = (key: string, row: Stored | null | undefined): T | null => {
				const read = row ? decode(row) : null;
				if (row && !read) {
					database.unreadable(key);
				}
				return read;
			};
			const getAll = async (keys: readonly string[]) => {
				const rows = await database.getObjects([...keys]);
				return keys.map((key, index) => readable(key, rows[index]));
			};
			return {
				getAll,
				get: async key => readable(key, await database.getObject(key)),
				found: async keys => (await getAll(keys)).filter(row => row !== null),
				set: (key, part) => database.setObject(key, encode(part)),
			};
		},
	};
}

/** The type of a kind of row. */
export type RowOf<R> = R extends StoredRow<infer T> ? T : never;

/** Many values of one kind in one hash, each under its own name. */
export interface StoredMap<T> {
	/** By name, without unreadable ones; numeric names in numeric order. */
	get(key: string): Promise<[name: string, value: T][]>;
	/** In the order of the keys. */
	getAll(keys: readonly string[]): Promise<[name: string, value: T][][]>;
	set(key: string, values: Readonly<Record<string, T>>): Promise<void>;
	remove(key: string, name: string): Promise<void>;
	encode(values: Readonly<Record<string, T>>): StoredHash;
}

/** The fields named `<prefix><name>`; other fields of the same hash are ignored. */
export function storedMap<T>(database: Database, field: StoredField<T>, prefix = ''): StoredMap<T> {
	const encode = (values: Readonly<Record<string, T>>): StoredHash => Object.fromEntries(
		Object.entries(values).map(([name, value]) => [fieldName(`${prefix}${name}`), field.write(value)]));
	function valuesIn(key: string, row: Stored): [name: string, value: T][] {
		const named = Object.entries(row).filter(([name]) => name.startsWith(prefix))
			.map(([name, value]) => [name.slice(prefix.length), value] as const);
		return named.sort(([a], [b]) => Number(a) - Number(b) || 0).flatMap(([name, value]) => {
			const read = v.safeParse(field.schema, value);
			if (!read.success) {
				database.unreadable(`${key} ${prefix}${name}`);
			}
			return read.success ? [[name, read.output] as [string, T]] : [];
		});
	}
	return {
		encode,
		get: async key => valuesIn(key, await database.getObject(key) ?? {}),
		async getAll(keys) {
			const rows = await database.getObjects([...keys]);
			return keys.map((key, index) => valuesIn(key, rows[index] ?? {}));
		},
		set: (key, values) => database.setObject(key, encode(values)),
		remove: (key, name) => database.deleteObjectField(key, fieldName(`${prefix}${name}`)),
	};
}
