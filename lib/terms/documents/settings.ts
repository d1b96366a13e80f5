import type { SettingSpecs, SettingValues } from '../../kernel/settings';

/** Settings of clause 2 and of the notices of clauses 4.3 to 4.8. */
export const termsSettings = {
	/** `off`: nothing is asked. `record`: asked and recorded, but nobody is stopped. `block`: no posting without it. */
	enforcement: { kind: 'choice', default: 'block', options: ['off', 'record', 'block'], clause: '2', client: true },
	/** What becomes of posts by guests, where the forum lets them write: they cannot accept. */
	guestPosts: { kind: 'choice', default: 'refuse', options: ['refuse', 'hold', 'allow'], clause: '2' },
	/** Members who owe an acceptance are led to it on their next page. */
	pageGate: { kind: 'boolean', default: true, clause: '2' },
	/** Paths that stay reachable while an acceptance is owed, one per line. */
	reachablePaths: { kind: 'text', default: '', maxLength: 4000, clause: '2' },
	/** Days after which records of texts that were only shown are reduced to number and digest; 0 keeps them. */
	keepShownDays: { kind: 'integer', default: 0, min: 0, max: 36_500, clause: '2' },
	/** The same for all records of people whose account is gone. */
	keepErasedDays: { kind: 'integer', default: 0, min: 0, max: 36_500, clause: '2' },
	/** Who answers for the agreement, as receipts name them. */
	controller: { kind: 'text', default: '', maxLength: 200, clause: '2' },
	controllerContact: { kind: 'text', default: '', maxLength: 200, clause: '2' },
	jurisdiction: { kind: 'text', default: '', maxLength: 100, clause: '2' },
	/** The small line under each post that names its version. */
	showStamp: { kind: 'boolean', default: true, clause: '4.5', client: true },
	/** Responsibility, licence and disclaimer beside the post button and below a topic. */
	showNotices: { kind: 'boolean', default: true, clause: '4.3', client: true },
} as const satisfies SettingSpecs;

export type TermsSettings = SettingValues<typeof termsSettings>;
