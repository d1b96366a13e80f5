import type { SettingSpecs, SettingValues } from '../../kernel/settings';

/** Settings of clause 5 and of the first sentence of clause 4. */
export const categorySettings = {
	/** Whoever writes elsewhere what belongs into another category is told so. */
	categorySuggestions: { kind: 'boolean', default: true, clause: '4', client: true },
	/** How long the old category says where a topic went; 0: not at all. */
	categoryPointerDays: { kind: 'integer', default: 14, min: 0, max: 365, clause: '4' },
} as const satisfies SettingSpecs;

export type CategorySettings = SettingValues<typeof categorySettings>;
