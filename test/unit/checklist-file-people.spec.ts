import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pick } from 'lodash';
import { fromFile } from '../../lib/checklist/files/form-file';

const body = (element: string) => `name: X\nbody:\n  - ${element.replaceAll('\n', '\n    ')}\n`;

describe('a checklist file that people wrote', () => {
	const itemsIn = (text: string) => {
		const read = fromFile(text);
		assert.ok(read.ok, text);
		return read.content.items;
	};

	it('takes what stands empty for absent', () => {
		const [item] = itemsIn(body('type: input\nid:\nattributes:\n  label: What happened?\n  description:\n  options:\nvalidations:'));
		assert.deepEqual(pick(item, ['key', 'help', 'required']), { key: 'what-happened', required: false });
	});

	it('takes numbers for the words that were written, and yes for true', () => {
		const [item] = itemsIn(body('type: dropdown\nattributes:\n  label: 3.10\n  options: [18, 20, 3.10, yes]\nvalidations:\n  required: yes'));
		assert.deepEqual([item?.prompt, item?.options?.map(({ label }) => label['en-GB']), item?.required],
			[{ 'en-GB': '3.10' }, ['18', '20', '3.10', 'yes'], true]);
	});

	it('takes long helps, many options and patterns of other programs; what it cannot take is left out by its line', () => {
		const many = Array.from({ length: 51 }, (_, index) => `o${index}`).join(', ');
		const [item] = itemsIn(body(`type: dropdown\nattributes:\n  label: X\n  description: ${'x'.repeat(1200)}\n  options: [${many}]`));
		assert.deepEqual([item?.help?.['en-GB']?.length, item?.options?.length], [1200, 51]);
		const [input] = itemsIn(body('type: input\nattributes: {label: X}\nvalidations: {pattern: /^v\\d+$/i}'));
		assert.equal(input?.pattern, '(?i)^v\\d+$');
		const read = fromFile(body(`type: input\nattributes:\n  label: X\n  description: ${'x'.repeat(5001)}\nvalidations:\n  pattern: "(?=x)"`));
		assert.deepEqual(read.ok && read.notes.map(({ line, path, kind }) => [line, path, kind]), [
			[6, 'body.0.attributes.description', 'left-out'], [8, 'body.0.validations.pattern', 'left-out'],
		]);
	});

	it('keeps a field of several lines, and its answer’s length, through a round trip', () => {
		const [item] = itemsIn(body('type: textarea\nid: log\nattributes:\n  label: Log\n  placeholder: |\n    first\n    second\nvalidations:\n  required: true'));
		assert.deepEqual(pick(item, ['kind', 'placeholder', 'required']), { kind: 'long-text', placeholder: { 'en-GB': 'first\nsecond' }, required: true });
	});

	it('keeps links and emphasis of a label, and takes its key from its words alone', () => {
		const [item] = itemsIn(body('type: input\nattributes: {label: "I read the [rules](https://example.org/r) and the **guide**"}'));
		assert.equal(item?.key, 'i-read-the-rules-and-the-guide');
		assert.equal(item?.prompt['en-GB'], 'I read the [rules](https://example.org/r) and the **guide**');
	});

	it('leaves an empty option out, and an example that is longer than any field', () => {
		const [item] = itemsIn(body('type: dropdown\nattributes:\n  label: X\n  options:\n    -\n    - Yes, all of it\n    - No'));
		assert.deepEqual(item?.options?.map(({ label }) => label['en-GB']), ['Yes, all of it', 'No']);
		const read = fromFile(body(`type: input\nattributes:\n  label: X\n  placeholder: ${'x'.repeat(1001)}`));
		assert.deepEqual(read.ok && read.notes.map(({ path }) => path), ['body.0.attributes.placeholder']);
	});

	it('leaves files to attach out by their line, as GitHub’s forms can ask for them, and refuses a type that nobody knows', () => {
		const read = fromFile('name: X\nbody:\n- type: upload\n  id: shots\n  attributes: {label: Shots}\n  validations: {accept: ".png"}\n' +
			'- {type: input, attributes: {label: Y}}\n');
		assert.deepEqual(read.ok && [read.notes.map(({ line, path }) => [line, path]), read.content.items.length], [[[3, 'body.0']], 1]);
		const unknown = fromFile('name: X\nbody:\n- {type: uplaod, attributes: {label: Y}}\n');
		assert.ok(!unknown.ok && unknown.error.path === 'body.0.type');
	});

	it('law: every word of a form is in the checklist, or in what the administrator is told was left out', () => {
		const words = fc.constantFrom('Version', 'What happened?', '**Log**', '版本', '3.10', 'yes', 'x'.repeat(1200), 'x'.repeat(5001));
		const attributes = fc.record({
			label: fc.constantFrom('Version', 'What happened?', '**Log**', '版本'), description: words, placeholder: words, value: words, render: words,
			default: fc.nat(3), multiple: fc.boolean(), options: fc.array(fc.constantFrom('One', 'Two', '3.10', 'No'), { minLength: 1, maxLength: 4 }),
		}, { requiredKeys: ['label', 'options'] });
		const element = fc.record({ type: fc.constantFrom('input', 'textarea', 'dropdown', 'markdown', 'upload'), attributes });
		const form = fc.record({
			name: fc.constantFrom('Bug', 'Fehler'), description: words, title: words, labels: fc.array(words, { maxLength: 2 }), assignees: words,
			projects: words, type: words, body: fc.array(element, { minLength: 1, maxLength: 5 }),
		}, { requiredKeys: ['name', 'body'] });
		const leaves = (value: unknown, path: (string | number)[]): [string, string][] => (typeof value === 'object' && value !== null ?
			Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key])) : [[path.join('.'), String(value)]]);
		fc.assert(fc.property(form, (written) => {
			const body = written.body.map(({ type, attributes: { options, multiple, ...rest } }) => ({
				type, attributes: { ...rest, ...type === 'dropdown' ? { options, ...multiple === undefined ? {} : { multiple } } : {} },
			}));
			const read = fromFile(JSON.stringify({ ...written, body }));
			assert.ok(read.ok, JSON.stringify(read));
			const kept = new Set(leaves(read.content, []).map(([, text]) => text));
			const told = read.notes.map(({ path }) => path);
			const lost = leaves({ ...written, body }, []).filter(([path, text]) => !/\.(type|multiple)$/.test(path) && !kept.has(text) &&
				!told.some(one => path === one || path.startsWith(`${one}.`)));
			assert.deepEqual(lost, []);
		}), { numRuns: 200 });
	});

	it('gives keys that follow the question, in any script', () => {
		const form = (...labels: string[]) => itemsIn(`name: X\nbody:\n${labels.map(label => `- {type: input, attributes: {label: ${label}}}\n`).join('')}`)
			.map(({ key }) => key);
		const [version, system] = form('版本', '系统');
		assert.notEqual(version, system);
		assert.deepEqual(form('Область', '版本', '系统').slice(1), [version, system]);
		assert.ok(form('版本', 'Größe', 'Straße').every(key => /^[a-z][a-z0-9-]*$/.test(key)));
	});
});
