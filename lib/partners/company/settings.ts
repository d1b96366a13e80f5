import { plainName } from '../../kernel/formats/text';
import { namesIn } from '../../kernel/formats/names';
import type { SettingSpecs, SettingValues } from '../../kernel/slice/settings';

/** Settings of clause 4.12 and of the definition of Partner. */
export const partnerSettings = {
	/** Names of the levels, highest first; companies with other levels cannot be saved. */
	partnerLevels: { kind: 'text', default: 'Titanium, Platinum, Gold, Silver, Bronze, Affiliate', maxLength: 1000 },
	/** Show readers the company somebody posts for. */
	showPartner: { kind: 'boolean', default: true, client: true },
	/** Address for referrals; empty: they are only recorded. */
	partnerTeamEmail: { kind: 'text', default: '', maxLength: 254 },
	/** Notify owners immediately of reports and moderation of their staff's posts. */
	partnerNotify: { kind: 'boolean', default: true },
	/** A public page per partner, linked from the badge. */
	partnerPages: { kind: 'boolean', default: true, client: true },
	/** What a confirmed e-mail address at a partner's domain does: nothing, request, or join. */
	partnerDomainJoin: { kind: 'choice', default: 'ask', options: ['off', 'ask', 'join'] },
	/** How often owners confirm the list of their people; 0: never. */
	partnerConfirmDays: { kind: 'integer', default: 90, min: 0, max: 730 },
} as const satisfies SettingSpecs;

export type PartnerSettings = SettingValues<typeof partnerSettings>;

export function levelsIn({ partnerLevels }: Pick<PartnerSettings, 'partnerLevels'>): string[] {
	return namesIn(partnerLevels).map(plainName);
}
