import type { SettingSpecs, SettingValues } from '../../kernel/settings';

/** Settings of the definition of Customer. */
export const customerSettings = {
	/** How many licence keys a member may claim in an hour: nobody tries keys out. */
	licenceClaimsPerHour: { kind: 'integer', default: 5, min: 1, max: 100, clause: 'definitions' },
} as const satisfies SettingSpecs;

export type CustomerSettings = SettingValues<typeof customerSettings>;
