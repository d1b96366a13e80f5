import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { profileSchema, type ChecklistItem } from '../../lib/checklist/profiles/item';
import { shownItems } from '../../lib/checklist/asking/rules';

const presets = JSON.parse(readFileSync(
	join(__dirname, '..', '..', '..', 'lib', 'presets', '3cx', 'checklists.json'), 'utf8')) as Record<string, unknown>;
const nowhere = { tags: [], cid: null };
const profiles = Object.entries(presets).map(([id, preset]) => [id, v.parse(profileSchema, preset).items] as const);
const shown = (items: readonly ChecklistItem[], answers: Record<string, boolean | string>) =>
	shownItems(items, answers, nowhere).map(({ key }) => key);
/** Every question's answers, as far as another question waits for them. */
const valuesOf = ({ kind, options = [] }: ChecklistItem) => (kind === 'confirm' ? ['true'] : options.map(({ value }) => value));

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
				const { item: other, values = [] } = item.shownWhen ?? {};
				const waited = items.find(({ key }) => key === other);
				assert.ok(other === undefined || waited, `${id}: ${item.key} waits for ${other}`);
				if (!waited) {
					return {};
				}
				assert.deepEqual(values.filter(value => !valuesOf(waited).includes(value)), [], `${id}: ${item.key}`);
				const [value = ''] = values;
				return { ...reach(waited), [waited.key]: value === 'true' ? true : value };
			};
			for (const item of items) {
				assert.ok(shown(items, reach(item)).includes(item.key), `${id}: ${item.key}`);
			}
		}
	});
});
