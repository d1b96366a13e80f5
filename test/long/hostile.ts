import fc from 'fast-check';

/** As it may stand in an address: what is no whole character becomes a question mark of its own. */
export const wellFormed = (text: string) => Buffer.from(text).toString();

/** Levels of a list in a list, more than a careless walk survives. */
function nested(levels: number): unknown {
	let value: unknown = 'x';
	for (let i = 0; i < levels; i += 1) {
		value = i % 2 === 0 ? [value] : { a: value };
	}
	return value;
}

/** An object with keys of its own that every object has; literals would set its prototype instead. */
const prototypes = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}},"toString":1}') as object;

export const hostileTexts: readonly string[] = [
	'', ' ', '\u0000', 'a\u0000b', '\ud800', '\udfff text', '\u202e', '\u200b', 'e\u0301', '\r\nX-Injected: 1', '__proto__',
	'constructor', 'hasOwnProperty', 'toString', 'a.b', '$where', '*', '-1', '0', '1e9', '9007199254740993', 'NaN', 'null',
	'[[global:home]]', '[[forum-terms:refusal.body-invalid, x]]', '{{{each}}}', '<script>alert(1)</script>', '&lt;b&gt;',
	'%00', '%s%n', '../../config', '//example.org', 'javascript:alert(1)', "' OR 1=1 --", 'true', 'x'.repeat(300),
];

const structures: readonly unknown[] = [
	null, true, false, 0, -0, -1, 1, 1.5, 1e21, -1e308, 1.7976931348623157e308, 2 ** 31, 2 ** 53, 8.64e15,
	8.64e15 + 1, 1e-7, [], [[]], [null], [1, 2], ['a', 'a'], {}, { length: 1e9 }, { then: 1 }, { toString: 'x' }, { toJSON: 'x' },
	prototypes, nested(600), Array.from({ length: 5000 }, () => 0),
	Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`k${i}`, i])),
];

const long = ['x'.repeat(200_000), '\u0000'.repeat(20_000), 'ä '.repeat(60_000), '\n'.repeat(100_000), '['.repeat(100_000)];

/** Values that no honest client sends; long ones are rare, for they cost the most. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
	{ weight: 8, arbitrary: fc.constantFrom(...structures) },
	{ weight: 6, arbitrary: fc.constantFrom(...hostileTexts) },
	{ weight: 3, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
	{ weight: 1, arbitrary: fc.constantFrom(...long) },
);
