import fc from 'fast-check';
import * as v from 'valibot';

/** What a valibot schema says of itself, as far as bodies use it. */
interface Described {
	type: string;
	entries?: Record<string, Described>;
	wrapped?: Described;
	item?: Described;
	key?: Described;
	value?: Described;
	options?: readonly unknown[];
	literal?: unknown;
	pipe?: readonly (Described & { kind: string })[];
}

/** Values among which a body's texts and numbers are looked for. */
export interface Pool { texts: readonly string[]; numbers: readonly number[] }

const passing = <T>(schema: Described, values: readonly T[]): T[] =>
	values.filter(value => v.safeParse(schema as unknown as v.GenericSchema, value).success);

/** One of the pool that the schema takes, now and then any other. */
function fromPool<T>(schema: Described, values: readonly T[], other: fc.Arbitrary<T>): fc.Arbitrary<unknown> {
	const fitting = passing(schema, values);
	return fitting.length === 0 ? other :
		fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: other });
}

function objectOf(entries: Record<string, Described>, pool: Pool): fc.Arbitrary<unknown> {
	const isNeeded = (name: string) => !['optional', 'nullish', 'exact_optional'].includes(entries[name]?.type ?? '');
	return fc.record(Object.fromEntries(Object.entries(entries).map(([name, one]) => [name, arbitraryOf(one, pool)])), {
		requiredKeys: Object.keys(entries).filter(isNeeded),
	});
}

/** Bodies of the shape that a schema asks for; most of them pass it. */
export function arbitraryOf(schema: Described, pool: Pool): fc.Arbitrary<unknown> {
	const inner = (one: Described | undefined) => (one ? arbitraryOf(one, pool) : fc.jsonValue());
	switch (schema.type) {
		case 'string': return fromPool(schema, pool.texts, fc.string({ maxLength: 40 }));
		case 'number': return fromPool(schema, pool.numbers, fc.integer());
		case 'boolean': return fc.boolean();
		case 'literal': return fc.constant(schema.literal);
		case 'picklist': return fc.constantFrom(...schema.options ?? ['']);
		case 'array': return fc.array(inner(schema.item), { maxLength: 3 });
		case 'record': return fc.dictionary(inner(schema.key) as fc.Arbitrary<string>, inner(schema.value), { maxKeys: 3 });
		case 'union':
		case 'variant': return fc.oneof(...(schema.options as Described[]).map(inner));
		case 'optional':
		case 'exact_optional':
		case 'nullable':
		case 'nullish': return inner(schema.wrapped);
		case 'strict_object':
		case 'loose_object':
		case 'object_with_rest':
		case 'object': return objectOf(schema.entries ?? {}, pool);
		default: {
			const said = schema.pipe?.find(({ kind, type }) => kind === 'schema' && type !== schema.type);
			return said ? inner(said) : fc.jsonValue();
		}
	}
}
