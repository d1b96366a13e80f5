import type { SettingSpecs, SettingValues } from '../../kernel/slice/settings';

/** Settings of the definition of Customer. */
export const customerSettings = {
	/** Licence keys a member may claim per hour, against guessing. */
	licenceClaimsPerHour: { kind: 'integer', default: 5, min: 1, max: 100 },
} as const satisfies SettingSpecs;

export type CustomerSettings = SettingValues<typeof customerSettings>;
