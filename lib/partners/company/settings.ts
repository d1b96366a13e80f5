import { namesIn } from '../../kernel/names';
import type { SettingSpecs, SettingValues } from '../../kernel/settings';

/** Settings of clause 4.12 and of the definition of Partner. */
export const partnerSettings = {
	/** Names of the levels, highest first; a company with another one cannot be saved. */
	partnerLevels: { kind: 'text', default: 'Titanium, Platinum, Gold, Silver, Bronze, Affiliate', maxLength: 1000, clause: 'definitions' },
	/** Whether every reader sees for which company somebody writes. */
	showPartner: { kind: 'boolean', default: true, clause: '4.12', client: true },
	/** Days in which an owner may answer a strike before it counts. */
	partnerAnswerDays: { kind: 'integer', default: 7, min: 1, max: 28, clause: '4.12' },
	/** Days after which a strike is over, unless its giver says otherwise, and the most that they may say. */
	partnerStrikeDays: { kind: 'integer', default: 180, min: 30, max: 1825, clause: '4.12' },
	partnerStrikeMostDays: { kind: 'integer', default: 365, min: 30, max: 1825, clause: '4.12' },
	/** Points from which an account's standing changes. */
	partnerNotifiedPoints: { kind: 'integer', default: 3, min: 1, max: 1000, clause: '4.12' },
	partnerHeldPoints: { kind: 'integer', default: 6, min: 1, max: 1000, clause: '4.12' },
	partnerReviewPoints: { kind: 'integer', default: 9, min: 1, max: 1000, clause: '4.12' },
	partnerReferralPoints: { kind: 'integer', default: 12, min: 1, max: 1000, clause: '1' },
	/** So many people must have counting strikes before points do anything. */
	partnerSeveralPeople: { kind: 'integer', default: 2, min: 1, max: 20, clause: '4.12' },
	/** Clauses of which one strike does without several people. */
	partnerGraveClauses: { kind: 'text', default: '4.2, 4.4', maxLength: 200, clause: '4.12' },
	/** Where a referral goes; empty: it is only recorded. */
	partnerTeamEmail: { kind: 'text', default: '', maxLength: 254, clause: '1' },
	/** Owners hear at once of reports and acts of moderators against posts of their staff. */
	partnerNotify: { kind: 'boolean', default: true, clause: '4.12' },
	/** A page per partner that every reader may open; the badge leads there. */
	partnerPages: { kind: 'boolean', default: true, clause: '4.12', client: true },
	/** What a confirmed e-mail address on a partner's domain does: nothing, a request to its owners, or joining. */
	partnerDomainJoin: { kind: 'choice', default: 'ask', options: ['off', 'ask', 'join'], clause: '4.12' },
	/** How long an invitation can be accepted. */
	partnerInvitationDays: { kind: 'integer', default: 14, min: 1, max: 90, clause: '4.12' },
	/** How often owners confirm the list of their people; 0: never. */
	partnerConfirmDays: { kind: 'integer', default: 90, min: 0, max: 730, clause: '4.12' },
	/** How long they have for it before posts of their staff wait for the forum's staff. */
	partnerConfirmGraceDays: { kind: 'integer', default: 14, min: 0, max: 365, clause: '4.12' },
} as const satisfies SettingSpecs;

export type PartnerSettings = SettingValues<typeof partnerSettings>;

export function levelsIn({ partnerLevels }: Pick<PartnerSettings, 'partnerLevels'>): string[] {
	return namesIn(partnerLevels);
}
