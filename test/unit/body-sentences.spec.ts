import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { decodeBody, type BodySchema } from '../../lib/kernel/slice/body';
import { expectations } from '../../lib/kernel/refusals/expectation';
import { labelledFields } from '../../lib/kernel/refusals/field';
import { plainText } from '../../lib/kernel/formats/html';
import { refusalMessage } from '../../lib/kernel/refusals/message';
import { sandboxTranslator } from '../sandbox/host/translator';
import { packageRoot } from '../sandbox/server/sandbox';

const translator = sandboxTranslator();
translator.addFolder(join(packageRoot, 'languages'));

async function said(schema: BodySchema<unknown>, body: unknown, language = 'en-GB'): Promise<string> {
	const read = decodeBody(schema, body);
	if (read.ok) {
		return 'ok';
	}
	assert.equal(read.refusal.clause, undefined);
	return `${read.refusal.field}: ${plainText(await translator.translate(refusalMessage(read.refusal), language))}`;
}
const of = (company: v.GenericSchema) => v.strictObject({ company });
const text = v.string();

describe('what a body should have been, in words', () => {
	const table: readonly [what: string, schema: BodySchema<unknown>, value: unknown, sentence: string][] = [
		['a number', of(text), 5, '“Company” must be text.'],
		['text for a number', of(v.number()), 'x', '“Company” must be a number.'],
		['a half', of(v.pipe(v.number(), v.integer())), 1.5, '“Company” must be a whole number.'],
		['more than a number holds', of(v.pipe(v.number(), v.safeInteger())), 2 ** 60, '“Company” must be a whole number.'],
		['yes', of(v.boolean()), 'yes', '“Company” must be true or false.'],
		['text for a list', of(v.array(text)), 'x', '“Company” must be a list.'],
		['a list for an object', of(v.strictObject({ a: v.optional(text) })), [], '“Company” must be an object with named fields.'],
		['a list for a record', of(v.record(text, text)), [], '“Company” must be an object with named fields.'],
		['text for an object', of(v.looseObject({})), 'x', '“Company” must be an object with named fields.'],
		['another word', of(v.picklist(['gold', 'silver'])), 'tin', '“Company” must be one of these: gold, silver.'],
		['another constant', of(v.literal(true)), false, '“Company” must be one of these: true.'],
		['nothing', of(v.pipe(text, v.trim(), v.minLength(1))), '  ', '“Company” must not be empty.'],
		['a short text', of(v.pipe(text, v.minLength(3))), 'ab', '“Company” is too short (minimum length in characters: 3).'],
		['a long text', of(v.pipe(text, v.maxLength(3))), 'abcd', '“Company” is too long (maximum length in characters: 3).'],
		['a short list', of(v.pipe(v.array(text), v.minLength(2))), ['a'], '“Company” has too few entries. The minimum is 2.'],
		['a long list', of(v.pipe(v.array(text), v.maxLength(1))), ['a', 'b'], '“Company” has too many entries. The maximum is 1.'],
		['many fields', of(v.pipe(v.record(text, text), v.maxEntries(1))), { a: '', b: '' }, '“Company” has too many entries. The maximum is 1.'],
		['too little', of(v.pipe(v.number(), v.minValue(3))), 2, '“Company” must be at least 3.'],
		['too much', of(v.pipe(v.number(), v.maxValue(3))), 4, '“Company” must be at most 3.'],
		['no address', of(v.pipe(text, v.email())), 'x', '“Company” must be an e-mail address.'],
		['no link', of(v.pipe(text, v.url())), 'x', '“Company” must be an address that begins with https://.'],
		['another link', of(v.pipe(text, v.startsWith('https://'))), 'http://x', '“Company” must be an address that begins with https://.'],
		['no time', of(v.pipe(text, v.isoTimestamp())), 'x', '“Company” must be a date and time such as 2027-12-31T12:00:00Z.'],
		['a pattern with words of ours', of(v.pipe(text, v.regex(/^#/, 'a colour such as #2f6fb3'))), 'x',
			'“Company” must look like this: a colour such as #2f6fb3.'],
		['a pattern without', of(v.pipe(text, v.regex(/^#/))), 'x', '“Company” has the wrong format.'],
		['none of several', of(v.union([v.number(), text])), true, '“Company” has the wrong format.'],
		['U+0000', of(text), 'a\0b', '“Company” contains the character U+0000, which cannot be stored.'],
	];
	for (const [what, schema, value, sentence] of table) {
		it(`${what}: ${sentence}`, async () => {
			assert.equal(await said(schema, { company: value }), `company: ${sentence}`);
		});
	}

	it('names what is missing and what nobody knows, by its path', async () => {
		assert.equal(await said(of(text), {}), 'company: “Company” is missing.');
		assert.equal(await said(of(text), { company: '', compnay: '' }), 'compnay: “compnay” is not a field of this request.');
		assert.equal(await said(v.object({ company: text }), {}), 'company: “Company” is missing.');
		assert.equal(await said(v.optional(v.strictObject({}), {}), []), 'body: “body” must be an object with named fields.');
		const rows = v.strictObject({ staff: v.array(v.strictObject({ role: v.picklist(['sales']) })) });
		assert.equal(await said(rows, { staff: [{ role: 'x' }] }), 'staff.0.role: “Role” must be one of these: sales.');
	});

	it('finds U+0000 at any depth, in names as well, and in bodies as deep as they are long', async () => {
		const anything = v.strictObject({ answers: v.unknown() });
		assert.match(await said(anything, { answers: { a: [1, { b: '\0' }] } }), /^answers\.a\.1\.b: “answers\.a\.1\.b” contains/);
		assert.match(await said(anything, { answers: { 'x\0': 1 } }), /^answers\.x: /);
		const deep: unknown = JSON.parse(`${'['.repeat(200_000)}"\\u0000"${']'.repeat(200_000)}`);
		assert.match(await said(anything, { answers: deep }), /U\+0000/);
	});

	it('says it in German as well', async () => {
		assert.equal(await said(of(v.pipe(v.number(), v.minValue(3))), { company: 2 }, 'de'), 'company: „Firma“ muss mindestens 3 sein.');
	});

	it('has words for every field and every expectation, in both languages', () => {
		for (const language of ['en-GB', 'de']) {
			const words = JSON.parse(readFileSync(join(packageRoot, 'languages', language, 'forum-terms.json'), 'utf8')) as object;
			const wanted = [
				...labelledFields.map(name => `field.${name}`), ...expectations.map(kind => `refusal.body-invalid.${kind}`),
			];
			assert.deepEqual(wanted.filter(key => !Object.hasOwn(words, key)), []);
			assert.deepEqual(Object.keys(words).filter(key => key.startsWith('field.') && !wanted.includes(key)), []);
		}
	});
});
