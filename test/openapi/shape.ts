/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** A shape as docs/openapi.yaml writes it. */
export type Shape = string | readonly Shape[] | { readonly [key: string]: Shape };

const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** One word of the notation; an unknown one is a slip of the pen. */
function wordOf(word: string): Schema {
	if (word.endsWith('[]')) {
		return { type: 'array', items: wordOf(word.slice(0, -2)) };
	}
	if (word.startsWith('$')) {
		return reference(word.slice(1));
	}
	if (word === 'any') {
		return {};
	}
	if (!['string', 'integer', 'number', 'boolean', 'object', 'null'].includes(word)) {
		throw new Error(`no shape: ${word}`);
	}
	return { type: word };
}

function textOf(text: string): Schema {
	const [said = '', description] = text.split(' # ');
	const words = said.split(' | ');
	const quoted = words.filter(word => /^'.*'$/.test(word)).map(word => word.slice(1, -1));
	const others = words.filter(word => !/^'.*'$/.test(word)).map(wordOf);
	const all = [...quoted.length > 0 ? [{ type: 'string', enum: quoted }] : [], ...others];
	const schema = all.length === 1 ? all[0] : { oneOf: all };
	return description === undefined ? { ...schema } : { ...schema, description };
}

/** The JSON Schema of a shape. */
export function schemaOf(shape: Shape): Schema {
	if (typeof shape === 'string') {
		return textOf(shape);
	}
	if (Array.isArray(shape)) {
		return { type: 'array', items: schemaOf((shape as readonly Shape[])[0] ?? 'any') };
	}
	const fields = shape as Readonly<Record<string, Shape>>;
	const list = (key: string) => (fields[key] as readonly Shape[]).map(schemaOf);
	switch (Object.keys(fields).join(' ')) {
		case '=': return fields['='] as unknown as Schema;
		case '?': return { oneOf: [schemaOf(fields['?'] ?? ''), { type: 'null' }] };
		case '|': return { oneOf: list('|') };
		case '&': return { allOf: list('&') };
		case '*': return { type: 'object', additionalProperties: schemaOf(fields['*'] ?? '') };
		case '# is': return { ...schemaOf(fields.is ?? ''), description: fields['#'] };
	}
	const entries = Object.entries(fields);
	return {
		type: 'object', properties: Object.fromEntries(entries.map(([key, one]) => [key.replace(/\?$/, ''), schemaOf(one)])),
		required: entries.map(([key]) => key).filter(key => !key.endsWith('?')),
	};
}
