import assert from 'node:assert/strict';
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

	it('gives keys that follow the question, in any script', () => {
		const form = (...labels: string[]) => itemsIn(`name: X\nbody:\n${labels.map(label => `- {type: input, attributes: {label: ${label}}}\n`).join('')}`)
			.map(({ key }) => key);
		const [version, system] = form('版本', '系统');
		assert.notEqual(version, system);
		assert.deepEqual(form('Область', '版本', '系统').slice(1), [version, system]);
		assert.ok(form('版本', 'Größe', 'Straße').every(key => /^[a-z][a-z0-9-]*$/.test(key)));
	});
});
