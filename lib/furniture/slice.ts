import type { Slice } from '../kernel/slice/slice';
import type { Forum } from '../platform/forum/forum';
import { furnitureHooks } from './hooks';
import { furnitureSettings } from './settings';

/** What the vendor's page has around its terms: a banner, a link and a hint, each off by default. */
export function furnitureSlice({ settings }: Pick<Forum, 'settings'>): Slice {
	return {
		name: 'furniture', clause: '1', settings: furnitureSettings, hooks: furnitureHooks(settings(furnitureSettings)),
	};
}
