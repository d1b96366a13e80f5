/** A page in the forum's navigation. */
export interface NavigationEntry {
	/** Path without the forum's prefix. */
	route: string;
	/** Language key. */
	title: string;
	iconClass: string;
	/** The groups that see it; empty: everybody. */
	groups: readonly string[];
}

/** A page that a member finds in their own menu. */
export type OwnPage = Pick<NavigationEntry, 'route' | 'title' | 'iconClass'>;

/** The forum's navigation as administrators arrange it. */
export interface Navigation {
	/** Routes of all its entries, enabled or not. */
	routes(): Promise<string[]>;
	/** The entry as NodeBB lists available ones, disabled. */
	offered(entry: NavigationEntry): object;
	/** Appends entries, enabled. */
	add(entries: readonly NavigationEntry[]): Promise<void>;
}
