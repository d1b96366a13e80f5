/** A page in the forum's navigation. */
export interface NavigationEntry {
	/** Without the forum's prefix. */
	route: string;
	/** Language key. */
	title: string;
	iconClass: string;
	/** Who sees it; everybody without any. */
	groups: readonly string[];
}

/** The forum's navigation, as administrators arrange it. */
export interface Navigation {
	/** What it holds, switched off or not. */
	routes(): Promise<string[]>;
	/** The entry as NodeBB lists what may be added, switched off. */
	offered(entry: NavigationEntry): object;
	/** At its end, seen at once. */
	add(entries: readonly NavigationEntry[]): Promise<void>;
}
