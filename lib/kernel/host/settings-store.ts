import type { Soon } from './soon';

/** The plugin's settings hash as NodeBB stores it: strings; checkboxes are `on` or `off`. */
export interface SettingsStore {
	/** The host's own object, shared by all readers. */
	read(): Soon<Readonly<Record<string, unknown>>>;
	/** Changes one setting, with the checks of the settings form. */
	save(name: string, value: string): Promise<void>;
	/** Removes one setting, as if it had never been saved. */
	remove(name: string): Promise<void>;
}
