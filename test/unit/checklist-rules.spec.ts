import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { itemsSchema, type ChecklistItem } from '../../lib/checklist/item';
import { findingsOf, shownItems, unknownKeys } from '../../lib/checklist/rules';
import { comparePbxVersions, parsePbxVersion } from '../../lib/checklist/version-number';

describe('version of the phone system (R3.7)', () => {
	const readable: [text: string, major: number, update: number, letter: string, build: number | null][] = [
		['20.0.8.1121', 20, 8, '', 1121], ['v20.0.9.995', 20, 9, '', 995], ['V20 Update 9', 20, 9, '', null],
		['v20 U7', 20, 7, '', null], ['20 update 7a', 20, 7, 'a', null], ['18.0 Update 7 (Build 312)', 18, 7, '', 312],
		['v20 Update 8 Build 1121', 20, 8, '', 1121], ['3CX V20 Update 10', 20, 10, '', null], ['V9 SP4', 9, 4, '', null],
		['16.0.7.1078', 16, 7, '', 1078], ['20.0.4.1', 20, 4, '', 1],
	];
	for (const [text, major, update, letter, build] of readable) {
		it(`reads ${text}`, () => assert.deepEqual(parsePbxVersion(text), { major, update, letter, build }));
	}

	for (const text of ['', 'latest', 'V20', '20', '192.168.0.1', '10.1.2.3', '18.12.416', '18.13.959', 'update 9', '5.0.1.1']) {
		it(`asks again for "${text}"`, () => assert.equal(parsePbxVersion(text), null));
	}

	it('orders by major and update before the build, which starts anew each time', () => {
		const sorted = ['18.0.7.312', '20.0.8.1109', '20.0.8.1121', '20.0.9.995', 'V20 Update 10'];
		const versions = sorted.map(text => parsePbxVersion(text));
		for (let i = 1; i < versions.length; i += 1) {
			const [before, after] = [versions[i - 1], versions[i]];
			assert.ok(before && after && comparePbxVersions(before, after) < 0, `${sorted[i - 1]} < ${sorted[i]}`);
		}
	});

	it('does not hold a missing build against anybody', () => {
		const [spoken, dotted] = [parsePbxVersion('V20 Update 9'), parsePbxVersion('20.0.9.995')];
		assert.equal(spoken && dotted && comparePbxVersions(spoken, dotted), 0);
	});
});

describe('checklist (clause 3)', () => {
	const item = (parts: Partial<ChecklistItem> & { key: string }): ChecklistItem => ({
		kind: 'text', required: true, prompt: { 'en-GB': parts.key }, minLength: 0, behind: 'warn', ...parts,
	});
	const found = (items: ChecklistItem[], answers: object, latest = '') =>
		findingsOf(items, answers as never, latest).map(({ item: { key }, problem }) => `${key} ${problem}`);

	it('names what is missing, and nothing that is optional or not asked', () => {
		const items = [item({ key: 'a' }), item({ key: 'b', required: false }),
			item({ key: 'c', shownWhen: { item: 'a', values: ['yes'] } })];
		assert.deepEqual(found(items, {}), ['a missing']);
		assert.deepEqual(found(items, { a: 'no' }), []);
		assert.deepEqual(found(items, { a: 'yes' }), ['c missing']);
		assert.deepEqual(shownItems(items, { a: 'yes' }).map(({ key }) => key), ['a', 'b', 'c']);
	});

	it('takes only what fits the kind: a tick, an option, a text of some length', () => {
		const items = [item({ key: 'tick', kind: 'confirm' }), item({ key: 'long', minLength: 5 }), item({
			key: 'pick', kind: 'choice', options: [
				{ value: 'good', label: {}, verdict: 'ok' }, { value: 'bad', label: {}, verdict: 'block' },
				{ value: 'odd', label: {}, verdict: 'warn' },
			],
		})];
		assert.deepEqual(found(items, { tick: 'yes', long: 'abc', pick: 'other' }), ['tick invalid', 'long invalid', 'pick invalid']);
		assert.deepEqual(found(items, { tick: true, long: 'abcdef', pick: 'bad' }), ['pick blocked']);
		assert.deepEqual(found(items, { tick: true, long: 'abcdef', pick: 'odd' }), ['pick warned']);
	});

	it('blocks a version behind the latest, passes one ahead, and blocks nobody while no latest is set', () => {
		const items = [item({ key: 'version', kind: 'version', behind: 'block' })];
		assert.deepEqual(found(items, { version: 'V20 Update 8' }, 'V20 Update 9'), ['version blocked']);
		assert.deepEqual(found(items, { version: 'V20 Update 10' }, 'V20 Update 9'), []);
		assert.deepEqual(found(items, { version: 'V9 SP4' }, ''), []);
		assert.deepEqual(found(items, { version: 'the newest' }, ''), ['version invalid']);
	});

	it('tells unknown keys, also those that every object has', () => {
		assert.deepEqual(unknownKeys([item({ key: 'a' })], { a: 'x', toString: 'y' }), ['toString']);
	});

	it('comes with profiles that fit their own rules; a security alert is asked for no version, vendor or trunk', () => {
		const file = join(__dirname, '..', '..', '..', 'lib', 'presets', '3cx', 'checklists.json');
		const preset = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
		for (const items of Object.values(preset)) {
			const decoded = v.parse(itemsSchema, items);
			decoded.forEach(({ prompt }) => assert.ok(prompt['en-GB'] && prompt.de));
		}
		const security = v.parse(itemsSchema, preset.security).map(({ key }) => key);
		assert.deepEqual(security, ['description', 'no-confidential', 'terms-understood']);
	});

	it('refuses profiles that cannot be asked', () => {
		const fits = (items: unknown) => v.safeParse(itemsSchema, items).success;
		const good = { key: 'a', kind: 'text', prompt: { 'en-GB': 'A' } };
		assert.equal(fits([good]), true);
		assert.equal(fits([good, good]), false);
		assert.equal(fits([{ ...good, kind: 'choice' }]), false);
		assert.equal(fits([{ ...good, shownWhen: { item: 'b', values: ['x'] } }, { ...good, key: 'b' }]), false);
		assert.equal(fits([{ ...good, link: 'javascript:alert(1)' }]), false);
		assert.equal(fits([{ ...good, prompt: {} }]), true);
	});
});
