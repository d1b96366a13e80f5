import * as v from 'valibot';
import type { Host } from '../kernel/ports';
import { itemsSchema } from './item';
import type { ChecklistStore } from './store';

const presetSchema = v.record(v.string(), itemsSchema);

/**
 * Lays out the preset's profiles on the first start. No category asks any of them until an administrator says so.
 * Safe to repeat: what an administrator changed or removed stays as he left it.
 */
export async function prepareChecklists(store: ChecklistStore, host: Pick<Host, 'locks' | 'packagedText'>): Promise<void> {
	await host.locks.exclusively('forum-terms:first-checklists', async () => {
		if ((await store.profiles()).length > 0) {
			return;
		}
		const preset = v.parse(presetSchema, JSON.parse(await host.packagedText('lib/presets/3cx/checklists.json')));
		for (const [id, items] of Object.entries(preset)) {
			await store.save(id, items);
		}
	});
}
