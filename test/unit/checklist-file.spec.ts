import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { mapValues, pickBy, uniqBy } from 'lodash';
import * as v from 'valibot';
import { fromFile, toFile } from '../../lib/checklist/files/form-file';
import { itemKinds, profileSchema, type ProfileContent } from '../../lib/checklist/profiles/item';

const bugReport = `
name: Bug report
description: File a bug
title: "[Bug]: "
labels: [bug, triage]
body:
  - type: markdown
    attributes:
      value: |
        Thank you for **reporting**!
  - type: input
    id: Contact_Details
    attributes:
      label: How can we reach you?
      placeholder: mail@example.org
  - type: textarea
    attributes:
      label: What happened?
      description: Also what you expected.
      render: shell
    validations:
      required: true
  - type: dropdown
    id: seen-on
    attributes:
      label: Where do you see it?
      multiple: true
      options: [Firefox, "Firefox", Safari 17, no]
  - type: dropdown
    attributes:
      label: Since when?
      options:
        - 2 days
        - Längst
      default: 0
    validations:
      required: true
  - type: checkboxes
    id: terms
    attributes:
      label: Code of conduct
      description: It keeps us kind.
      options:
        - label: I agree to the code of conduct
          required: true
  - type: checkboxes
    attributes:
      label: Looked at
      options:
        - label: The manual
          required: true
        - label: The forum
`;

const words = fc.oneof(
	fc.constantFrom('no', 'true', '4.10', '<script>alert(1)</script>', '- a: #b', '\u{1f680} süß\n\nzwei', '"q\' %1', '&a', '*a', '!x', '~', '0x1f', 'a: b', '|', '? x', '2026-01-01'),
	fc.string({ minLength: 1, maxLength: 30 }), fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
).map(text => text.trim()).filter(text => text.length > 0);
const texts = fc.dictionary(fc.constantFrom('en-GB', 'de', 'no', 'zh-Hant'), words, { noNullPrototype: true });
const flag = fc.boolean();
const verdict = fc.constantFrom('ok', 'warn', 'block', 'record');
const key = fc.constantFrom('a', 'b', 'no', 'yes', 'null', 'a--b', 'c-', 'true');
const pattern = fc.constantFrom('[0-9]+', 'a: #', '\\d{3}');
const mild = fc.constantFrom('ok', 'warn', 'record');
const option = fc.record({
	value: key, label: texts, verdict, say: texts, required: flag,
	unticked: fc.record({ verdict: mild, say: texts }, { requiredKeys: [] }),
}, { requiredKeys: ['value', 'label'] });
const item = fc.record({
	key, kind: fc.constantFrom(...itemKinds), prompt: texts, required: flag, always: flag, stable: flag,
	readers: fc.constantFrom('everyone', 'staff'), clause: fc.constantFrom('2', '3', '4.10', 'definitions'), help: texts,
	link: fc.constant('https://example.org/a?b=c#d'), minLength: fc.integer({ min: 0, max: 9 }), minWords: fc.integer({ min: 0, max: 9 }), pattern,
	options: fc.uniqueArray(option, { minLength: 1, maxLength: 4, selector: ({ value }) => value }),
	hosts: fc.constant(['example.org']), lookup: fc.constantFrom('phones', 'platforms', 'guides', 'terms'), empty: mild, placeholder: texts, referencePrompt: texts, behind: verdict,
	standings: fc.record({ legacy: verdict, unknown: fc.constantFrom('ok', 'record') }, { requiredKeys: [] }),
	words: fc.array(words.filter(word => word.length > 1), { maxLength: 3 }),
	shownWhen: fc.record(
		{
			tags: fc.array(words, { minLength: 1, maxLength: 2 }), categories: fc.constant([1, 2]),
			listed: fc.constant('unsupported'),
		},
		{ requiredKeys: [] },
	),
}, { requiredKeys: ['key', 'kind', 'prompt', 'options'] });
const profile = fc.record({
	kind: fc.constantFrom('standard', 'security'), title: texts, titleRule: fc.constant('telling'),
	items: fc.array(item, { maxLength: 5 }).map(all => uniqBy(all, 'key').map((one, index, unique) => (index === 0 ? one :
		{ ...one, shownWhen: { ...one.shownWhen, item: unique[0]?.key, values: ['yes'] } }))),
}, { requiredKeys: ['items'] }).map(content => v.parse(profileSchema, content));

function assertLaw(content: ProfileContent) {
	for (const format of ['yaml', 'json'] as const) {
		const text = toFile(content, format);
		assert.deepEqual(fromFile(text), { ok: true, content, notes: [] }, text);
	}
}

function faultOf(text: string): string {
	const reading = fromFile(text);
	return reading.ok ? 'none' : `${reading.error.line}:${reading.error.column} ${reading.error.path}: ${reading.error.expected}`;
}

const body = (element: string) => `name: X\nbody:\n  - ${element.replaceAll('\n', '\n    ')}\n`;

describe('checklist as a file', () => {
	it('comes back as it was written: the presets', () => {
		const preset = JSON.parse(readFileSync(
			join(__dirname, '..', '..', '..', 'lib', 'presets', '3cx', 'checklists.json'), 'utf8')) as Record<string, unknown>;
		Object.values(mapValues(preset, content => v.parse(profileSchema, content))).forEach(assertLaw);
	});

	it('comes back as it was written: any profile', () => fc.assert(fc.property(profile, assertLaw), { numRuns: 300 }));

	it('takes a form of GitHub, and says what it left out', () => {
		const read = fromFile(bugReport);
		assert.ok(read.ok, JSON.stringify(read));
		assert.deepEqual(read.content, v.parse(profileSchema, read.content));
		assert.deepEqual(read.content.items.map(({ key, kind, required, prompt }) => [key, kind, required, prompt['en-GB']]), [
			['contact-details', 'text', false, 'How can we reach you?'],
			['what-happened', 'long-text', true, 'What happened?'],
			['seen-on', 'multi-choice', false, 'Where do you see it?'],
			['since-when', 'choice', true, 'Since when?'],
			['terms', 'confirm', true, 'I agree to the code of conduct'],
			['looked-at', 'multi-choice', true, 'Looked at'],
		]);
		assert.deepEqual(read.content.items.map(({ options = [] }) => options.map(({ value }) => value)), [
			[], [], ['firefox', 'firefox-2', 'safari-17', 'no'], ['option-2-days', 'langst'], [], ['the-manual', 'the-forum'],
		]);
		assert.deepEqual(read.content.items.at(-1)?.options?.map(({ required }) => required), [true, false]);
		assert.equal(read.content.items[4]?.help?.['en-GB'], 'It keeps us kind.');
		assert.deepEqual(read.content.items[0]?.placeholder, { 'en-GB': 'mail@example.org' });
		assert.deepEqual(read.notes.map(({ line, path, kind }) => `${line} ${path} ${kind}`), [
			'3 description left-out', '4 title left-out', '5 labels left-out', '7 body.0 left-out', '12 body.1.id renamed',
			'20 body.2.attributes.render left-out',
			'35 body.4.attributes.default left-out', '41 body.5.attributes.label left-out',
		]);
	});

	it('never gives a key out of a label that another item has of its own', () => {
		const read = fromFile('body: [{type: input, attributes: {label: A b}}, {type: input, id: a-b, attributes: {label: x}}, {type: input, attributes: {label: 漢字}}, {type: input, attributes: {label: 漢字}}]');
		assert.deepEqual(read.ok && read.content.items.map(item => item.key), ['a-b-2', 'a-b', 'item-c6d29771', 'item-c6d29771-2']);
	});

	it('reads JSON with tabs, and an alias or two', () => {
		const form = { name: 'X', body: [{ type: 'confirm', id: 'a', attributes: { label: 'A\tb' } }] };
		const read = fromFile(JSON.stringify(form, null, '\t'));
		assert.deepEqual(read.ok && read.content.items[0]?.prompt, { 'en-GB': 'A\tb' });
		assert.equal(faultOf('body:\n  - &a {type: input, attributes: {label: X}}\n  - *a\n'), 'none');
	});

	for (const [what, text, fault] of [
		['a name that is no text', 'name: [5]\nbody: []', '1:1 name: text | language: text'],
		['a type that is none', body('type: shout\nattributes: {label: X}'), '3:5 body.0.type: (checkboxes | dropdown | input | textarea | confirm | version | link | vendor | trunk)'],
		['a tick that is another word', body('type: input\nattributes:\n  label: X\nvalidations:\n  required: perhaps'), '7:7 body.0.validations.required: boolean'],
		['a clause that YAML takes for a number', body('type: input\nattributes:\n  label: X\n  clause: 4.10'), '6:7 body.0.attributes.clause: (1 | 2'],
		['a key that is none', body('type: input\nattributes:\n  lable: X'), '4:5 body.0.attributes.label: label'],
		['a misspelt key', body('type: input\nattributes:\n  label: X\nvalidation: {}'), '6:5 body.0.validation: type | id | attributes | validations'],
		['a list where a map should be', body('type: input\nattributes: []'), '4:5 body.0.attributes.label: label'],
		['a text where a map should be', body('type: input\nattributes: X'), '4:5 body.0.attributes: map'],
		['nothing to ask', 'name: X', '1:1 body: body'],
		['nothing at all', '', '1:1 file: map'],
		['a choice without options', body('type: dropdown\nattributes:\n  label: X'), '4:5 body.0.attributes: options'],
		['an id twice', 'body:\n- {type: input, id: a, attributes: {label: X}}\n- {type: input, id: A, attributes: {label: Y}}', '3:17 body.1.id: unique id'],
		['an option value twice', body('type: dropdown\nattributes:\n  label: X\n  options:\n    - {label: A, value: a}\n    - {label: B, value: a}'), '8:22 body.0.attributes.options.1.value: unique value'],
		['a condition on an item below', body('type: input\nid: a\nattributes:\n  label: X\n  shown-when: {item: b, values: [x]}'), '7:20 body.0.attributes.shown-when.item: –'],
		['half a condition', body('type: input\nattributes:\n  label: X\n  shown-when: {values: [x]}'), '6:7 body.0.attributes.shown-when: item + values'],
		['a language that is none', body('type: input\nattributes:\n  label:\n    ../etc: X'), '6:9 body.0.attributes.label.../etc: /^[a-z]'],
		['a text without end', body(`type: input\nattributes:\n  label: ${'x'.repeat(1001)}`), '5:7 body.0.attributes.label: <=1000'],
		['tabs', 'name: X\nbody:\n\t- type: input', '3:1 file: spaces, no tabs'],
		['a key twice', 'name: X\nbody: []\nname: Y', '3:1 file: name once'],
		['a tag', 'name: !!binary aGk=\nbody: []', '1:7 file: no tags'],
		['a tag of one\'s own', 'name: X\nbody: !js/function []', '2:7 file: no tags'],
		['a character that no database stores', 'name: X\nbody:\n- type: input\n  attributes: {label: "a\\0b"}', '4:23 file: no character U+0000'],
		['such a key', '"a\\0b": X\nbody: []', '1:1 file: no character U+0000'],
		['two documents', 'name: X\n---\nname: Y', '2:1 file: one document'],
		['broken YAML', 'name: "X\nbody: []', '2:9 file: YAML: Missing closing "quote'],
		['an anchor that is none', 'name: *x\nbody: []', '1:7 file: a known anchor'],
		['more than 50 items', `body:\n${'- {type: confirm, attributes: {label: X}}\n'.repeat(51)}`, '52:3 body.50: <= 50'],
		['more than 200 kB', `name: ${'x'.repeat(200_000)}`, '1:1 file: <= 200 kB'],
	] as const) {
		it(`refuses ${what} by its line`, () => assert.ok(faultOf(text).startsWith(fault), faultOf(text)));
	}

	it('takes YAML 1.2 for what it is, whatever the file says', () => {
		const read = fromFile('%YAML 1.1\n---\nname: no\nbody: []');
		assert.deepEqual(read.ok && read.content.title, { 'en-GB': 'no' });
		assert.match(faultOf('%YAML 1.1\n---\nname: X\nbody: []\n<<: {kind: security}'), /^5:1 <<: name/);
	});

	it('is not brought down by aliases that multiply, circles, deep nests and files of many small pieces', () => {
		const rows = 'abcdefgh'.split('').map((name, index, all) =>
			`${name}: &${name} [${index === 0 ? 'x, x' : Array(9).fill(`*${all[index - 1]}`).join(', ')}]`);
		const bombs = {
			bomb: rows.join('\n'), small: rows.slice(0, 3).join('\n'), circle: 'body: &a [*a]', deep: '['.repeat(9000),
			keys: Array.from({ length: 20_000 }, (_, index) => `k${index}:`).join('\n'), list: `[${'a,'.repeat(90_000)}]`,
			quotes: '"'.repeat(190_000), prototype: '{"__proto__": {"kind": "security"}, "body": []}',
		};
		const faults = mapValues(bombs, faultOf);
		assert.match(faults.bomb, /^4:\d+ file: <= 20 aliases/);
		assert.match(faults.small, /^1:1 file: <= 20 aliases/);
		assert.match(faults.circle, /^1:7 body\.0: map|type/);
		assert.match(faults.deep, /fewer levels/);
		[faults.keys, faults.list, faults.quotes].forEach(fault => assert.match(fault, /<= 20000 tokens/));
		const read = fromFile(bombs.prototype);
		assert.ok(!read.ok || read.content.kind === 'standard');
		assert.deepEqual(pickBy(faults, fault => !/^\d+:\d+ /.test(fault) && fault !== 'none'), {});
	}).timeout(20_000);
});
