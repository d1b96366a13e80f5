import type { SettingSpecs, SettingValues } from '../../kernel/slice/settings';

/** How long the record of decisions is kept, and how it names people. */
export const recordsSettings = {
	/** Days until the texts kept with a decision are removed, counted from its end; 0: never. */
	keepDecisionTextDays: { kind: 'integer', default: 0, min: 0, max: 36_500 },
	/** Days until decisions are reduced to number and hash, counted from their end; 0: never. */
	keepDecisionDays: { kind: 'integer', default: 0, min: 0, max: 36_500 },
	/** The same for what is held and released. */
	keepHoldDays: { kind: 'integer', default: 365, min: 0, max: 36_500 },
} as const satisfies SettingSpecs;

export type RecordsSettings = SettingValues<typeof recordsSettings>;
