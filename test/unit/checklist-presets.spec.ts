import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { knowledgeSchema } from '../../lib/checklist/profiles/knowledge';
import { profileSchema, type ChecklistItem } from '../../lib/checklist/profiles/item';
import { readBlueprint } from '../../lib/categories/blueprint/blueprint-file';
import { presetText } from '../builders/blueprint';
import { unsupportedOptions } from '../../lib/checklist/asking/platform-answer';
import { shownItems } from '../../lib/checklist/asking/rules';

const preset = (name: string) => JSON.parse(readFileSync(
	join(__dirname, '..', '..', '..', 'lib', 'presets', '3cx', name), 'utf8')) as Record<string, unknown>;
const presets = preset('checklists.json');
const knowledge = v.parse(knowledgeSchema, preset('knowledge.json'));
const nowhere = { tags: [], cid: null };
const profiles = Object.entries(presets).map(([id, preset]) => [id, v.parse(profileSchema, preset).items] as const);
const shown = (items: readonly ChecklistItem[], answers: Record<string, boolean | string>) =>
	shownItems(items, answers, nowhere, knowledge.platforms).map(({ key }) => key);
/** Every question's answers, as far as another question waits for them. */
const valuesOf = ({ kind, options = [] }: ChecklistItem) => (kind.endsWith('choice') ? options.map(({ value }) => value) : ['true']);

describe('the preset checklists', () => {
	it('meet a newcomer with at most eight questions', () => {
		for (const [id, items] of profiles) {
			const first = shown(items, {});
			assert.ok(first.length <= 8 && first.length > 0, `${id}: ${first.join(', ')}`);
		}
	});

	it('ask every other question when the answer that it waits for is given', () => {
		for (const [id, items] of profiles) {
			const reach = (item: ChecklistItem): Record<string, boolean | string> => {
				const { item: other, values = [], listed } = item.shownWhen ?? {};
				const named = listed && items.find(({ kind, lookup }) => kind === 'text' && lookup === 'platforms');
				if (named) {
					return { ...reach(named), [named.key]: 'Docker' };
				}
				const waited = items.find(({ key }) => key === other);
				assert.ok(other === undefined || waited, `${id}: ${item.key} waits for ${other}`);
				if (!waited) {
					return {};
				}
				assert.deepEqual(values.filter(value => !valuesOf(waited).includes(value)), [], `${id}: ${item.key}`);
				const [value = ''] = values;
				return { ...reach(waited), [waited.key]: value === 'true' && waited.kind === 'confirm' ? true : value };
			};
			for (const item of items) {
				assert.ok(shown(items, reach(item)).includes(item.key), `${id}: ${item.key}`);
			}
		}
	});

	it('ask for system, cloud, hypervisor, container and packages where the deployment calls for them, each held against its part', () => {
		const aboutSystems = profiles.filter(([, all]) => all.some(({ key }) => key === 'container'));
		assert.ok(aboutSystems.length > 0);
		for (const [id, items] of aboutSystems) {
			const asked = (deployment: string) => shown(items, { deployment })
				.filter(key => ['operating-system', 'cloud', 'hypervisor', 'container', 'extra-software'].includes(key));
			assert.deepEqual(asked('hosted-by-3cx'), [], id);
			assert.deepEqual(asked('self-hosted'), ['operating-system', 'cloud', 'container', 'extra-software'], id);
			assert.deepEqual(asked('on-premise'), ['operating-system', 'hypervisor', 'container', 'extra-software'], id);
			assert.deepEqual(items.filter(({ lookup }) => lookup === 'platforms').map(({ parts }) => parts?.join()), [
				'system', 'system', 'cloud', 'cloud', 'hypervisor', 'hypervisor', 'container', 'container', 'software', 'software',
			], id);
			assert.deepEqual(items.flatMap(item => unsupportedOptions(item, knowledge.platforms).map(({ value }) => `${item.key} ${value}`)),
				['container docker', 'extra-software packages'], id);
		}
	});

	const blueprint = readBlueprint(presetText);
	assert.ok(blueprint.ok);
	const { categories } = blueprint.blueprint;
	const itemsOf = (id: string | undefined) => profiles.find(([name]) => name === id)?.[1] ?? [];

	it('ask replies only where people paste what must stay secret, with two ticks, one of which is remembered', () => {
		assert.deepEqual(categories.filter(({ isOff, checklist }) => !isOff && (checklist?.replies ?? 'none') !== 'none')
			.map(({ key, checklist }) => [key, checklist?.replies]),
		[['hosting', 'reply'], ['sip-trunks', 'reply'], ['ip-phones', 'reply'], ['licensing', 'reply']]);
		assert.deepEqual(itemsOf('reply').map(({ kind, key, stable }) => [kind, key, stable]),
			[['confirm', 'no-confidential', false], ['confirm', 'terms-understood', true]]);
	});

	it('come with short rules for every category in English and German, and a template where they ask for no description', () => {
		for (const { key, rules = {}, template, isOff, checklist } of categories) {
			const isRuled = !isOff || key.startsWith('de-');
			assert.deepEqual(Object.keys(rules), isRuled ? ['en-GB', 'de'] : [], key);
			assert.ok(Object.values(rules).every(text => text.length <= 180), key);
			const describes = itemsOf(checklist?.topics).some(item => item.key === 'description');
			assert.ok(!template || (!describes && template.de), key);
		}
		assert.deepEqual(categories.filter(({ template }) => template).map(({ key }) => key), ['licensing', 'ideas']);
	});
});
