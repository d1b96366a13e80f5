import * as v from 'valibot';
import type { Host } from '../../kernel/host/ports';
import { profileSchema } from './item';
import { knowledgeSchema, type KnowledgeStore } from './knowledge';
import type { ChecklistStore } from './store';

const presetSchema = v.record(v.string(), profileSchema);

/**
 * Stores the preset's profiles and lists on the first start. No category asks any of them until an administrator
 * decides. Safe to repeat: later changes by administrators are kept.
 */
export async function prepareChecklists(
	{ store, knowledge }: { store: ChecklistStore; knowledge: KnowledgeStore }, host: Pick<Host, 'leases' | 'packagedText'>,
): Promise<void> {
	const read = async (file: string): Promise<unknown> => JSON.parse(await host.packagedText(`lib/presets/3cx/${file}`));
	await host.leases.withLease('round:first-checklists', async () => {
		if ((await store.profiles()).length > 0) {
			return;
		}
		await knowledge.save(v.parse(knowledgeSchema, await read('knowledge.json')));
		for (const [id, content] of Object.entries(v.parse(presetSchema, await read('checklists.json')))) {
			await store.save(id, content);
		}
	}, () => undefined);
}
