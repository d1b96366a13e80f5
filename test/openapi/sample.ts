import fc from 'fast-check';
import type { Schema } from './shape';

const letters = fc.constantFrom(...'abcdefghijklmnop');
const ofFormat: Record<string, string> = {
	email: 'somebody@example.com', uri: 'https://example.com/page', 'date-time': '2099-01-01T00:00:00Z',
};

function textOf({ pattern, format, minLength = 0, maxLength = 100 }: Schema): fc.Arbitrary<string> {
	const [least, most] = [Number(minLength), Math.min(Number(maxLength), Number(minLength) + 20)];
	return typeof format === 'string' ? fc.constant(ofFormat[format] ?? '') :
		typeof pattern === 'string' ? fc.stringMatching(new RegExp(pattern, 'u')).filter(text => text.length <= Number(maxLength)) :
			fc.string({ unit: letters, minLength: least, maxLength: most });
}

/** An object with what it needs, or with everything. */
function objectOf(schema: Schema, isWhole: boolean): fc.Arbitrary<unknown> {
	const fields = Object.entries(schema.properties ?? {}) as [string, Schema][];
	const needed = (schema.required ?? []) as string[];
	const names = fields.map(([name]) => name).filter(name => isWhole || needed.includes(name));
	if (fields.length === 0 && typeof schema.additionalProperties === 'object') {
		return fc.dictionary(textOf({ maxLength: 10, minLength: 1, ...schema.propertyNames as Schema }),
			valueOf(schema.additionalProperties as Schema, isWhole), { minKeys: 1, maxKeys: 2, noNullPrototype: true });
	}
	return fc.record(Object.fromEntries(fields.filter(([name]) => names.includes(name))
		.map(([name, inner]) => [name, valueOf(inner, isWhole)])), { noNullPrototype: true });
}

/** Values that a schema takes. */
export function valueOf(schema: Schema, isWhole: boolean): fc.Arbitrary<unknown> {
	if (Array.isArray(schema.examples)) {
		return fc.constantFrom(...schema.examples as unknown[]);
	}
	const alternatives = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
	if (alternatives) {
		return fc.oneof(...alternatives.map(one => valueOf(one, isWhole)));
	}
	if ('const' in schema || Array.isArray(schema.enum)) {
		return fc.constantFrom(...(schema.enum as unknown[] | undefined) ?? [schema.const]);
	}
	switch (schema.type) {
		case 'string': return textOf(schema);
		case 'boolean': return fc.boolean();
		case 'null': return fc.constant(null);
		case 'integer':
		case 'number': {
			const min = Number(schema.minimum ?? 0);
			return fc.integer({ min, max: Math.min(Number(schema.maximum ?? min + 100), min + 100) });
		}
		case 'array': {
			const minLength = Number(schema.minItems ?? 0);
			const maxLength = Math.max(minLength, Math.min(Number(schema.maxItems ?? 2), 2));
			return fc.array(valueOf(schema.items as Schema, isWhole), { minLength, maxLength });
		}
		case 'object': return objectOf(schema, isWhole);
		default: return fc.constant({});
	}
}
