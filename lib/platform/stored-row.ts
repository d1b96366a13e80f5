import * as v from 'valibot';
import type { Database, StoredHash } from '../kernel/host/ports';
import { textOf } from '../kernel/formats/text';

/** How one value stands in a field of a hash, or as a value of a sorted set. */
export interface StoredField<T, Stored extends string | number = string | number> {
	/** Takes what the database answers: Redis gives every number back as text. */
	schema: v.GenericSchema<unknown, T>;
	write(value: T): Stored;
}

type Fields<T> = { readonly [K in keyof T]-?: StoredField<T[K]> };
type Part<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** PostgreSQL takes no U+0000, and no part of the forum shows one. */
const writtenText = (value: string) => value.replaceAll('\u0000', '');
const writtenNumber = (value: number) => value;

/** A text; empty where there is none. */
export const text: StoredField<string> = {
	schema: v.pipe(v.unknown(), v.transform(textOf)), write: writtenText,
};

/** A number; 0 where there is none. */
export const number: StoredField<number> = {
	schema: v.pipe(v.unknown(), v.transform(value => Number(value ?? 0)), v.number()), write: writtenNumber,
};

/** Kept as 0 or 1; false where there is none. */
export const flag: StoredField<boolean> = {
	schema: v.pipe(v.unknown(), v.transform(value => Number(value ?? 0) === 1)), write: value => (value ? 1 : 0),
};

/** One of these words; `otherwise` for anything else, which without it makes the row unreadable. */
export function oneOf<const T extends string>(words: readonly T[], otherwise?: T): StoredField<T> {
	const known = v.pipe(v.unknown(), v.transform(textOf), v.picklist(words));
	return { schema: otherwise === undefined ? known : v.fallback(known, otherwise), write: value => value };
}

/** What has parts, as JSON. `missing` is the value where the field is empty; without it such a row is unreadable. */
export function json<T>(schema: v.GenericSchema<unknown, T>, missing?: T): StoredField<T, string> {
	const parsed = v.pipe(v.unknown(), v.transform(textOf), v.parseJson(), schema);
	return {
		schema: missing === undefined ? parsed : v.union([
			v.pipe(v.unknown(), v.check(value => textOf(value) === ''), v.transform(() => missing)), parsed,
		]),
		// Twice escaped inside a jsonb column, U+0000 would do no harm; the text that a reader gets out would.
		write: value => JSON.stringify(value, (_name, part: unknown) => (typeof part === 'string' ? writtenText(part) : part)),
	};
}

/** A single value; null where it cannot be read. */
export function decoded<T>({ schema }: StoredField<T>, value: unknown): T | null {
	const read = v.safeParse(schema, value);
	return read.success ? read.output : null;
}

/** MongoDB takes a dot in a field's name for a path. */
function fieldName(name: string): string {
	if (name === '' || name.includes('.') || name.startsWith('$')) {
		throw new Error(`no name for a stored field: ${name}`);
	}
	return name;
}

type Stored = Record<string, unknown>;

/** A kind of row: how it is read and written, and of which type it is. */
export interface StoredRow<T> {
	/** Null for what cannot be read. */
	decode(row: Stored): T | null;
	/** Of a part of a row, only that part. */
	encode(part: Part<T>): StoredHash;
	in(database: Database): RowsIn<T>;
}

/** Rows of one kind in the database. Null: there is none, or it cannot be read, which the log says once. */
export interface RowsIn<T> {
	get(key: string): Promise<T | null>;
	/** In the order of the keys. */
	getAll(keys: readonly string[]): Promise<(T | null)[]>;
	/** The same without those that are not there. */
	found(keys: readonly string[]): Promise<T[]>;
	/** What is not named stays as it is. */
	set(key: string, part: Part<T>): Promise<void>;
}

/** A row of these fields; the type may come from them, or they are held against a type. */
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
	return {
		decode, encode,
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

/** Many values of one kind in one hash, each under a name of its own. */
export interface StoredMap<T> {
	/** By name, without what cannot be read; those whose names are numbers in their order. */
	get(key: string): Promise<[name: string, value: T][]>;
	set(key: string, values: Readonly<Record<string, T>>): Promise<void>;
	encode(values: Readonly<Record<string, T>>): StoredHash;
}

/** Fields called `<prefix><name>`; those of the same hash that are called otherwise are not looked at. */
export function storedMap<T>(database: Database, field: StoredField<T>, prefix = ''): StoredMap<T> {
	const encode = (values: Readonly<Record<string, T>>): StoredHash => Object.fromEntries(
		Object.entries(values).map(([name, value]) => [fieldName(`${prefix}${name}`), field.write(value)]));
	return {
		encode,
		async get(key) {
			const row = await database.getObject(key) ?? {};
			const named = Object.entries(row).filter(([name]) => name.startsWith(prefix))
				.map(([name, value]) => [name.slice(prefix.length), value] as const);
			return named.sort(([a], [b]) => Number(a) - Number(b) || 0).flatMap(([name, value]) => {
				const read = v.safeParse(field.schema, value);
				if (!read.success) {
					database.unreadable(`${key} ${prefix}${name}`);
				}
				return read.success ? [[name, read.output] as [string, T]] : [];
			});
		},
		set: (key, values) => database.setObject(key, encode(values)),
	};
}
