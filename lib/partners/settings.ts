import type { SettingSpecs, SettingValues } from '../kernel/settings';

/** Settings of clause 4.12 and of the definition of Partner. */
export const partnerSettings = {
	/** Names of the levels, highest first; a company with another one cannot be saved. */
	partnerLevels: { kind: 'text', default: 'Titanium, Platinum, Gold, Silver, Bronze, Affiliate', maxLength: 1000, clause: 'definitions' },
	/** Whether every reader sees for which company somebody writes. */
	showPartner: { kind: 'boolean', default: true, clause: '4.12', client: true },
	/** How many licence keys a member may claim in an hour: nobody tries keys out. */
	licenceClaimsPerHour: { kind: 'integer', default: 5, min: 1, max: 100, clause: 'definitions' },
	/** Shared with the vendor's system, which verifies licences with it; below 32 characters it counts for nothing. */
	licenceWebhookSecret: { kind: 'text', default: '', maxLength: 200, clause: 'definitions' },
} as const satisfies SettingSpecs;

export type PartnerSettings = SettingValues<typeof partnerSettings>;

export function levelsIn({ partnerLevels }: PartnerSettings): string[] {
	return partnerLevels.split(/[,\n]/).map(level => level.trim()).filter(level => level !== '');
}
