import type { Slice } from '../kernel/slice/slice';
import type { Forum } from '../platform/forum/forum';
import { vendorHooks } from './hooks';
import { vendorSettings } from './settings';

/** What the vendor's page has around its terms: a banner, a link and a hint, each off by default. */
export function vendorSlice({ settings }: Pick<Forum, 'settings'>): Slice {
	return {
		name: 'vendor', clause: '1', settings: vendorSettings, hooks: vendorHooks(settings(vendorSettings)),
	};
}
