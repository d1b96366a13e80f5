import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChecklistPlaces } from '../../lib/kernel/offers/checklist-places';
import type { Host } from '../../lib/kernel/host/ports';
import { blueprints } from '../../lib/categories/blueprint/blueprints';
import { blueprintStore } from '../../lib/categories/blueprint/store';
import { categoryRules } from '../../lib/categories/rules/rules-store';
import { hostInMemory } from './host';
import { treeInMemory } from './category-tree';

export const partnerGrantees = {
	customers: 'Customers', partners: 'Partners', levelOf: (level: string) => `Partners ${level}`,
};

/** Checklists that are chosen in memory. */
export function placesInMemory(): ChecklistPlaces & { topics: Record<string, string> } {
	const chosen = { topics: {} as Record<string, string>, replies: {} as Record<string, string> };
	const recordOnly = { topics: [] as number[], replies: [] as number[] };
	return {
		topics: chosen.topics,
		chosen: async () => ({ ...chosen, recordOnly }),
		async choose(choices) {
			for (const { cid, asked, profile, recordOnly: records = recordOnly[asked].includes(cid) } of choices) {
				recordOnly[asked] = [...recordOnly[asked].filter(other => other !== cid), ...records && profile !== '' ? [cid] : []];
				if (profile === '') {
					delete chosen[asked][cid];
				} else {
					chosen[asked][cid] = profile;
				}
			}
		},
		profiles: async () => [
			'none', 'full', 'trunk', 'phone', 'app', 'integration', 'upgrade', 'security', 'lite', 'network', 'reply',
		],
	};
}

/** A forum in memory that can be held against blueprints; `preset` is the text the package ships. */
export function forumWithBlueprints(preset = '') {
	const tree = treeInMemory();
	const checklists = placesInMemory();
	const memory = hostInMemory({ categories: tree.tree, packagedText: async () => preset });
	const store = blueprintStore(memory.database);
	const rules = categoryRules(memory.database);
	/** What another process has. */
	const over = (host: Host) => blueprints({
		store: blueprintStore(host.database), rules: categoryRules(host.database), groups: partnerGrantees, levels: async () => ['Gold', 'Silver'],
		checklists, host,
	});
	return { ...memory, ...tree, checklists, store, rules, over, blueprints: over(memory.host) };
}

/** A category of a blueprint: readable by everybody, written by users, unless said otherwise. */
export function place(key: string, more: object = {}): Record<string, unknown> {
	return {
		key, name: { 'en-GB': `Name of ${key}` }, read: ['everybody'], topics: ['users'], replies: ['users'], ...more,
	};
}

export const fileOf = (...categories: object[]): string => JSON.stringify({ blueprint: 1, categories });

/** The blueprint that the package ships. */
export const presetText = readFileSync(
	join(__dirname, '..', '..', '..', 'lib', 'presets', '3cx', 'blueprint.yaml'), 'utf8');

export async function planned(forum: ReturnType<typeof forumWithBlueprints>, text: string | null, adopt = {}) {
	const plan = await forum.blueprints.plan(text, adopt);
	assert.ok(plan.ok, JSON.stringify(plan));
	return plan.value;
}
export async function applied(forum: ReturnType<typeof forumWithBlueprints>, text: string | null, adopt = {}) {
	const run = await forum.blueprints.apply((await planned(forum, text, adopt)).plan, 1);
	assert.ok(run.ok, JSON.stringify(run));
	return run.value;
}
