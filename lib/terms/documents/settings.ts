import type { SettingSpecs, SettingValues } from '../../kernel/slice/settings';

/** Settings of clause 2 and of the notices of clauses 4.3 to 4.8. */
export const termsSettings = {
	/** `off`: nothing is asked. `record`: asked and recorded, but nobody is stopped. `block`: no posting without it. */
	enforcement: { kind: 'choice', default: 'block', options: ['off', 'record', 'block'] },
	/** What happens to posts by guests, who cannot accept, where the forum allows them. */
	guestPosts: { kind: 'choice', default: 'refuse', options: ['refuse', 'hold', 'allow'] },
	/** Redirects members who owe an acceptance on their next page view. */
	pageGate: { kind: 'boolean', default: true },
	/** Paths that stay reachable while an acceptance is owed, one per line. */
	reachablePaths: { kind: 'text', default: '', maxLength: 4000 },
	/** Days until records of shown texts are reduced to number and digest; 0: never. */
	keepShownDays: { kind: 'integer', default: 0, min: 0, max: 36_500 },
	/** The same for all records of deleted accounts. */
	keepErasedDays: { kind: 'integer', default: 0, min: 0, max: 36_500 },
	/** The data controller named in receipts. */
	controller: { kind: 'text', default: '', maxLength: 200 },
	controllerContact: { kind: 'text', default: '', maxLength: 200 },
	jurisdiction: { kind: 'text', default: '', maxLength: 100 },
	/** The small line under each post with its terms version. */
	showStamp: { kind: 'boolean', default: true, client: true },
	/** Responsibility, licence and disclaimer near the post button and below a topic. */
	showNotices: { kind: 'boolean', default: true, client: true },
} as const satisfies SettingSpecs;

export type TermsSettings = SettingValues<typeof termsSettings>;
