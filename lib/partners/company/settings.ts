import { namesIn } from '../../kernel/names';
import type { SettingSpecs, SettingValues } from '../../kernel/settings';

/** Settings of clause 4.12 and of the definition of Partner. */
export const partnerSettings = {
	/** Names of the levels, highest first; a company with another one cannot be saved. */
	partnerLevels: { kind: 'text', default: 'Titanium, Platinum, Gold, Silver, Bronze, Affiliate', maxLength: 1000, clause: 'definitions' },
	/** Whether every reader sees for which company somebody writes. */
	showPartner: { kind: 'boolean', default: true, clause: '4.12', client: true },
	/** Where a referral goes; empty: it is only recorded. */
	partnerTeamEmail: { kind: 'text', default: '', maxLength: 254, clause: '1' },
	/** Owners hear at once of reports and acts of moderators against posts of their staff. */
	partnerNotify: { kind: 'boolean', default: true, clause: '4.12' },
	/** A page per partner that every reader may open; the badge leads there. */
	partnerPages: { kind: 'boolean', default: true, clause: '4.12', client: true },
	/** What a confirmed e-mail address on a partner's domain does: nothing, a request to its owners, or joining. */
	partnerDomainJoin: { kind: 'choice', default: 'ask', options: ['off', 'ask', 'join'], clause: '4.12' },
	/** How often owners confirm the list of their people; 0: never. */
	partnerConfirmDays: { kind: 'integer', default: 90, min: 0, max: 730, clause: '4.12' },
} as const satisfies SettingSpecs;

export type PartnerSettings = SettingValues<typeof partnerSettings>;

export function levelsIn({ partnerLevels }: Pick<PartnerSettings, 'partnerLevels'>): string[] {
	return namesIn(partnerLevels);
}
