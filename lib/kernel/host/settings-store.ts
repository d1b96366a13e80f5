/** The plugin's settings hash as NodeBB stores it: strings, checkboxes `on` or `off`. */
export interface SettingsStore {
	read(): Promise<Record<string, unknown>>;
	/** Changes one, checked like what an administrator saves. */
	save(name: string, value: string): Promise<void>;
	/** Takes one out, as if it had never been saved. */
	remove(name: string): Promise<void>;
}
