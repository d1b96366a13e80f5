/** An element of a JSON array, and the line in which it begins. */
export interface JsonRow {
	line: number;
	value: unknown;
	/** No valid JSON from this line on, or not an array. */
	isBroken: boolean;
}

/** The line in which each element of a JSON array begins. */
function* elementLines(text: string): Generator<number> {
	let [depth, line, isText, isNew] = [0, 1, false, false];
	for (let at = 0; at < text.length; at += 1) {
		const sign = text[at] ?? '';
		line += sign === '\n' ? 1 : 0;
		if (isText) {
			at += sign === '\\' ? 1 : 0;
			isText = sign !== '"';
			continue;
		}
		if (isNew && sign.trim() !== '' && sign !== ']') {
			yield line;
			isNew = false;
		}
		isText = sign === '"';
		depth += sign === '[' || sign === '{' ? 1 : sign === ']' || sign === '}' ? -1 : 0;
		isNew ||= depth === 1 && (sign === '[' || sign === ',');
	}
}

/** The line of the engine's syntax error. */
function lineOf(text: string, error: unknown): number {
	const message = error instanceof Error ? error.message : '';
	const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
	return text.slice(0, position).split('\n').length;
}

/** The elements of a JSON array. */
export function* jsonRows(whole: string): Generator<JsonRow> {
	const text = whole.replace(/^\uFEFF/, '');
	let values: unknown;
	try {
		values = JSON.parse(text);
	} catch (error) {
		yield { line: lineOf(text, error), value: null, isBroken: true };
		return;
	}
	if (!Array.isArray(values)) {
		yield { line: 1, value: values, isBroken: true };
		return;
	}
	const lines = elementLines(text);
	for (const value of values as unknown[]) {
		yield { line: Number(lines.next().value ?? 1), value, isBroken: false };
	}
}
