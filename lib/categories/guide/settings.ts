import type { SettingSpecs, SettingValues } from '../../kernel/slice/settings';

/** Settings of clause 5 and of the first sentence of clause 4. */
export const categorySettings = {
	/** Suggest the right category to authors who post in another. */
	categorySuggestions: { kind: 'boolean', default: true, client: true },
	/** How long the old category points to a moved topic; 0: never. */
	categoryPointerDays: { kind: 'integer', default: 14, min: 0, max: 365 },
} as const satisfies SettingSpecs;

export type CategorySettings = SettingValues<typeof categorySettings>;
