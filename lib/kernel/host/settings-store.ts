/** The plugin's settings hash as NodeBB stores it: strings, checkboxes `on` or `off`. */
export interface SettingsStore {
	/** What the host holds, shared by all who read it. */
	read(): Promise<Readonly<Record<string, unknown>>>;
	/** Changes one, checked like what an administrator saves. */
	save(name: string, value: string): Promise<void>;
	/** Takes one out, as if it had never been saved. */
	remove(name: string): Promise<void>;
}
